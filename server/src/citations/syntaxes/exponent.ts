import type { Target } from '../cite.js'

/**
 * Whether raised numbers belong to what they stand at rather than to a reference: powers (10³, x²), units (cm²),
 * charges (Ca²⁺), isotopes (³H, ^14^C), residues (Tyr^956^). A reference follows a word or a punctuation mark and ends
 * there.
 */
export function isExponent(text: string, start: number, end: number, targets: readonly Target[]): boolean {
  if (/^(?:[\p{L}\p{N}⁺⁻⁰-⁹ⁿ^]|[-[]\p{L})/u.test(text.slice(end, end + 3))) return true
  const written = text.slice(Math.max(0, start - 24), start)
  // Some leave a space before a number that ends a clause.
  const isClosing = /[\p{L}.,;)]\s$/u.test(written) && /^[.,;:]/.test(text.slice(end))
  const before = isClosing ? written.slice(0, -1) : written
  if (/[.,;:!?…)\]}”’"'%»*†‡]$/.test(before)) return false
  const word = /[\p{L}\p{M}\p{N}₀-₉.·×-]*$/u.exec(before)![0]
  if (!/[\p{L}\p{M}₀-₉\d]$/u.test(word)) return true
  if (/\d$/.test(word)) return isNumber.test(word)
  if (targets.length > 1) return false
  const letters = /[\p{L}\p{M}]*$/u.exec(word)![0]
  if (letters.length === 1) return !lettered.test(before)
  return residues.has(letters) || (text[end - 2] !== ']' && isSmall(targets[0]!) && powered.has(letters))
}

function isSmall({ names }: Target): boolean {
  return /:[1-4]$/.test(names[0]!)
}

/** "10", "2.5", "1.2×10", "3x10": digits with no name before them, unlike "IL-6" and "p53". */
const isNumber = /^[-.·]*\d[\d.·×x-]*$/u

/** Single letters that end a word's meaning rather than stand for a quantity or a residue: "vitamin D", "hepatitis B". */
const lettered =
  /(?:vitamins?|hepatitis|influenza|immunoglobulins?|cyclins?|proteins?|factors?|types?|groups?|class|phase|arm|part)\s\p{Lu}$/iu

/** What is squared, cubed or raised to the fourth: lengths, and the functions, statistics and orders of papers. */
const powered = new Set(
  'mm cm dm km nm µm μm pm ft yd mi in kg chi Chi eta tau rho ηp sin cos tan log ln exp sp Fsp MS'.split(' '),
)

/** Amino acids, whose place in the chain is raised. */
const residues = new Set(
  'Ala Arg Asn Asp Cys Gln Glu Gly His Ile Leu Lys Met Phe Pro Ser Thr Trp Tyr Val'.split(' '),
)
