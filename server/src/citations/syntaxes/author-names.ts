import { nameParticles } from '../../text/author-year.js'
import type { Span } from '../../text/span.js'
import { links, nouns, openers } from './author-words.js'

/** A word or a sign of a list of authors, at its offsets in the text. */
export interface Token extends Span {
  readonly text: string
}

/** The words and signs between two offsets. */
export function tokensOf(text: string, start: number, end: number): Token[] {
  return Array.from(text.slice(start, end).matchAll(token), ({ 0: word, index }) => ({
    text: word,
    start: start + index,
    end: start + index + word.length,
  }))
}

/** Words with the stops and hyphens inside them; what follows a name in Han script without a space is a word of its own. */
const token = /\p{Lo}{1,12}(?=(?:等人?|ら|외)(?!\p{L}))|[\p{L}\p{M}][\p{L}\p{M}.'’ʼ‐‑-]*|\S/gu

/** A name as the tokens [from, to), and its words without initials. */
export interface AuthorName {
  readonly from: number
  readonly to: number
  readonly words: readonly string[]
}

/**
 * Reads the name that ends with the token before `end`.
 *
 * @param isCertain whether a comma before the year or "et al." shows that a name stands here, so that one in a script
 *   without capitals can be told from any other word
 */
export function readName(tokens: readonly Token[], end: number, isCertain: boolean): AuthorName | undefined {
  const word = (index: number): string => tokens[index]?.text ?? ''
  let from = beforeInitials(tokens, end)
  const words: string[] = []
  if (isCertain && caseless.test(word(from - 1))) return { from: from - 1, to: end, words: [word(from - 1)] }
  while (
    words.length < mostWords &&
    (words.length === 0 ? isFamily(word(from - 1)) : isNamePart(tokens, from - 1))
  ) {
    words.unshift(word(--from).replace(/['’]s?$/, ''))
  }
  while (words.length > 1 && isDispensable(words[0]!)) {
    words.shift()
    from++
  }
  if (words.length === 0) return undefined
  for (let count = 0; count < mostInitials && isInitials(word(from - 1)); count++) from--
  return { from, to: end, words }
}

const mostWords = 8
/** East Asian names are short; elsewhere a word without capitals may be longer. */
const caseless =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{1,6}|[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}\p{Script=Georgian}][\p{L}\p{M}'’״׳-]{1,24})$/u
const mostInitials = 4

/** Before the initials that follow a family name: "Smith, E. M.", "Smith EM", "Smith Jr." */
function beforeInitials(tokens: readonly Token[], end: number): number {
  const word = (index: number): string => tokens[index]?.text ?? ''
  let at = end
  while (end - at < mostInitials && (isInitials(word(at - 1)) || isSuffix(word(at - 1)))) at--
  if (at < end) return word(at - 1) === ',' ? at - 1 : at
  return isShortInitials(word(at - 1)) && isFamily(word(at - 2)) ? at - 1 : at
}

function isNamePart(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.text ?? ''
  return isFamily(word) || nameParticles.has(word) || isLink(tokens, index)
}

/** A word before a name that only opens the sentence or the reference: "In Li (2009)". */
function isDispensable(word: string): boolean {
  return openers.has(word.toLowerCase()) || links.has(word)
}

/** A word in capitals, or with one behind its first letters: "O’Neil", "d’Amico", "al-Rashid". */
function isFamily(word: string): boolean {
  return /^(?:\p{Lu}|[\p{L}]{1,3}['’ʼ‐‑-]\p{Lu})[\p{L}\p{M}'’ʼ‐‑-]*$/u.test(word) && !/[-‐‑]$/.test(word)
}

/** "E.", "E.M.", "J.-P." */
function isInitials(word: string): boolean {
  return /^\p{Lu}\p{M}?\.(?:[-‐‑]?\p{Lu}\p{M}?\.){0,4}$/u.test(word)
}

/** "EM" behind a family name, as medical journals write it. */
function isShortInitials(word: string): boolean {
  return /^\p{Lu}{1,2}$/u.test(word)
}

function isSuffix(word: string): boolean {
  return /^(?:Jr|Sr)\.?$|^I{2,3}$/.test(word)
}

/** "of" and its like stand in the name of a body behind another of its words: "Institute of", "Institute for the". */
function isLink(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text ?? ''
  return links.has(tokens[index]?.text ?? '') && (isFamily(before) || links.has(before))
}

/** Whether it is rather a month, a table or the opening of a sentence than somebody's name. */
export function isNoun({ words }: AuthorName): boolean {
  const last = words.at(-1)!.toLowerCase()
  return nouns.has(last) || (words.length === 1 && openers.has(last))
}

/** The whole, then what follows the given names: "Ana de la Cruz" may be filed under "de la Cruz" or "Cruz". */
export function familiesOf(words: readonly string[]): string[] {
  const particle = words.findIndex((word) => nameParticles.has(word.toLowerCase()))
  const candidates = [words, particle > 0 ? words.slice(particle) : words, words.slice(-1)]
  return [...new Set(candidates.map((candidate) => candidate.join(' ')))]
}
