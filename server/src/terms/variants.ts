import type { ConceptName } from './concept.js'
import { american, british, isRespelled } from './spellings.js'
import { folded, isLetter } from './tokens.js'
import type { Form } from './verify.js'

/** The most ways of writing one name that are compiled. */
const mostVariants = 12

/**
 * The other ways of writing a name that hyphens, white space, case and a plural "s" do not explain: Greek letters and
 * their names, Roman and Arabic numbers, British and American spelling, the plural of a final "y". The name itself is
 * not among them.
 */
export function variantsOf(name: ConceptName): readonly Form[] {
  if (!mayVary.test(name.text) && !isRespelled(name.text)) return []
  const forms = new Map<string, Form>([[name.text, { ...name, keepsGaps: false }]])
  for (const rewrite of rewrites) {
    for (const form of [...forms.values()]) {
      for (const other of rewrite(form)) {
        if (forms.size <= mostVariants && !forms.has(other.text)) forms.set(other.text, other)
      }
    }
  }
  forms.delete(name.text)
  return [...forms.values()]
}

/** Greek letters or their names, a number that may be Roman, a final "y": nine names of ten have none of them. */
const mayVary =
  /[\u00b5\u00df\u0370-\u03ff]|alpha|beta|gamma|delta|epsilon|eta|iota|kappa|lambda|sigma|omega|omicron|upsilon|phi|chi|psi|rho|tau|[mnxp][ui]|[- ][1-5IV]|[a-z]y$/i

const rewrites: readonly ((form: Form) => readonly Form[])[] = [
  greekRewritten,
  respelledAmerican,
  respelledBritish,
  numbersRewritten,
  manyOfFinalY,
]

const greekNames =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho - sigma tau upsilon phi chi psi omega'.split(
    ' ',
  )
const firstGreek = 0x3b1

function greekRewritten(form: Form): readonly Form[] {
  const spelledOut = greekSpelledOut(form.text)
  return [{ ...form, text: spelledOut === form.text ? greekAsLetters(form.text) : spelledOut }]
}

/** "PLCγ1" as "PLC-gamma-1". A hyphen in a name may be anything or nothing in the text. */
function greekSpelledOut(text: string): string {
  return text.replace(/[\u00b5\u00df\u0370-\u03ff]/g, (letter, at: number) => {
    const name = greekNameAt(text, at)
    if (!name) return letter
    const before = isInWord(text, at - 1) && !greekNameAt(text, at - 1) ? '-' : ''
    return before + name + (isInWord(text, at + 1) ? '-' : '')
  })
}

function greekNameAt(text: string, at: number): string | undefined {
  return greekNames[folded[text.charCodeAt(at)]! - firstGreek]
}

function isInWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && folded[text.charCodeAt(at)] !== 0
}

/** "PLC-gamma" as "PLC-γ"; the short names, which are words or symbols in capitals, only in small letters. */
function greekAsLetters(text: string): string {
  return text.replace(/[A-Za-z]+/g, (word, at: number) => {
    const index = greekNames.indexOf(word.length > 3 ? word.toLowerCase() : word)
    if (index < 0 || isLetterAt(text, at - 1) || isLetterAt(text, at + word.length)) return word
    return String.fromCharCode(firstGreek + index)
  })
}

function isLetterAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isLetter(folded[text.charCodeAt(at)]!)
}

const romanNumbers = ['I', 'II', 'III', 'IV', 'V']

/**
 * "IGF-I" and "IGF-1", "insulin-like growth factor 1" and "… I": a number up to five, behind at least two letters and a
 * hyphen, or at the end behind white space. "I" and "V" behind white space are read as numbers only where a word before them
 * is counted so, for "growth hormone I" may be the author speaking. A Roman number needs its gap: "MR-1" is no "MRI".
 */
function numbersRewritten(form: Form): readonly Form[] {
  const number = /(?<word>[A-Za-z]{2,40})(?<gap>[- ])(?<digits>[1-5]|I{1,3}|IV|V)(?=$|(?<next> ))/.exec(
    form.text,
  )
  const { word, gap, digits, next } = number?.groups ?? {}
  if (!number || !word || !digits || (gap === ' ' && next)) return []
  const roman = romanNumbers.indexOf(digits)
  const other = roman < 0 ? romanNumbers[Number(digits) - 1]! : String(roman + 1)
  if (gap === ' ' && (other === 'I' || other === 'V') && !countedWords.has(word.toLowerCase())) return []
  const at = number.index + word.length + 1
  const text = form.text.slice(0, at) + other + form.text.slice(at + digits.length)
  return [{ ...form, text, keepsGaps: form.keepsGaps || roman < 0 }]
}

const countedWords = new Set(
  'class collagen complex domain factor grade group isoform peptide phase polypeptide stage subtype type'.split(
    ' ',
  ),
)

/** "therapy" as "therapies", where a consonant stands before the last letter of a word that is not an acronym. */
function manyOfFinalY({ text, ...form }: Form): readonly Form[] {
  if (form.case === 'exact' || !/[a-z]{2}[bcdfghjklmnpqrstvwxz]y$/.test(text)) return []
  return [{ ...form, text: `${text.slice(0, -1)}ies` }]
}

function respelledAmerican(form: Form): readonly Form[] {
  return [{ ...form, text: american(form.text) }]
}

function respelledBritish(form: Form): readonly Form[] {
  return [{ ...form, text: british(form.text) }]
}
