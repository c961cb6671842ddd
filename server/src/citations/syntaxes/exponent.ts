import type { Target } from '../cite.js'

/**
 * Whether raised numbers belong to what they stand at rather than to a reference: powers (10³, x²), units (cm²),
 * charges (Ca²⁺), isotopes (³H, ^14^C). A reference follows a word or a punctuation mark and ends there.
 */
export function isExponent(text: string, start: number, end: number, targets: readonly Target[]): boolean {
  if (/^[\p{L}\p{N}⁺⁻⁰-⁹ⁿ^]/u.test(text.slice(end, end + 2))) return true
  const before = text.slice(Math.max(0, start - 24), start)
  if (/[.,;:!?…)\]}”’"'%»*†‡]$/.test(before)) return false
  const word = /[\p{L}\p{M}\p{N}₀-₉.·×-]*$/u.exec(before)![0]
  if (!/[\p{L}\p{M}₀-₉\d]$/u.test(word)) return true
  if (/\d$/.test(word)) return isNumber.test(word)
  const single = targets.length === 1 ? Number(targets[0]!.names[0]!.slice('number:'.length)) : undefined
  if (single === undefined || single > 9) return false
  const letters = /[\p{L}\p{M}]*$/u.exec(word)![0]
  return letters.length === 1 || (single <= 4 && powered.has(letters))
}

/** "10", "2.5", "1.2×10", "3x10": digits with no name before them, unlike "IL-6" and "p53". */
const isNumber = /^[-.·]*\d[\d.·×x-]*$/u

/** What is squared, cubed or raised to the fourth: lengths, and the functions and statistics of papers. */
const powered = new Set(
  'mm cm dm km nm µm μm pm ft yd mi in kg chi eta tau rho ηp sin cos tan log ln exp Chi'.split(' '),
)
