import type { CasePolicy } from './concept.js'
import { folded, isCapital, isLetter } from './tokens.js'

/** How the case of a mention's letters differs from the name's. */
export const enum Written {
  asGiven,
  /** Only the first letter differs, and is a capital in the text. */
  firstCapital,
  /** Only the first letter differs, and is small in the text. */
  firstSmall,
  otherwise,
}

/** Compares the letters' case of a mention and of its name, which have the same letters and digits. */
export function writtenCase(text: string, start: number, end: number, name: string): Written {
  let result = Written.asGiven
  let isFirst = true
  for (let i = start, j = 0; ; i++, j++) {
    while (i < end && !isLetter(folded[text.charCodeAt(i)]!)) i++
    while (j < name.length && !isLetter(folded[name.charCodeAt(j)]!)) j++
    if (i >= end || j >= name.length) return result
    const isWrittenCapital = isCapital(text.charCodeAt(i))
    if (isWrittenCapital !== isCapital(name.charCodeAt(j))) {
      if (!isFirst) return Written.otherwise
      result = isWrittenCapital ? Written.firstCapital : Written.firstSmall
    }
    isFirst = false
  }
}

/**
 * Whether a name's policy allows letters written so. Even an exact name may begin with a capital, as a sentence does, if
 * it has no capital of its own: "p53" may be "P53", but "mTOR" is never "MTOR".
 */
export function allowsCase(policy: CasePolicy, written: Written, name: string): boolean {
  if (policy === 'any' || written === Written.asGiven) return true
  if (policy === 'first') return written !== Written.otherwise
  return written === Written.firstCapital && !hasCapital(name)
}

/** Whether a name looks like a word in capitals: two or more letters, one of them a vowel, and nothing small or counted. */
export function looksLikeShoutedWord(name: string): boolean {
  return /^[\p{Lu}\p{P}\s]{2,}$/u.test(name) && /[AEIOUY]/.test(name)
}

function hasCapital(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (isCapital(name.charCodeAt(i))) return true
  return false
}
