import { folded, isCapital, isDigit } from '../tokens.js'
import type { Alignment, Word } from './alignment.js'
import type { Candidate } from './candidates.js'
import { isInWord } from './short-form.js'
import { endingKind, lastWordKind, prefixKind, signKind, wordKind, wordKinds } from './word-kinds.js'

/** What the model sees of a candidate: one number for each of `measureNames`, in that order. */
export function rowsOf(text: string, candidates: readonly Candidate[]): readonly Float32Array[] {
  const { short } = candidates[0]!.site
  const written = text.slice(short.start, short.end)
  const shared = { text, written, again: timesElsewhere(text, written, short.start) }
  const ofShort = Object.values(shortMeasures).map((measure) => measure(written))
  return candidates.map((candidate) => {
    const facts = factsOf(shared, candidate)
    const row = new Float32Array(measureNames.length)
    row.set(ofShort)
    measuresOfLong.forEach((measure, i) => { row[ofShort.length + i] = measure(facts) }) // prettier-ignore
    return row
  })
}

interface Facts {
  readonly text: string
  readonly written: string
  /** How often the short form stands elsewhere in the text. */
  readonly again: number
  readonly candidate: Candidate
  readonly alignment: Alignment
  readonly longText: string
  readonly tokens: readonly string[]
  readonly unused: readonly Word[]
  /** Where the first unit of the short form was found, or the end of the long form. */
  readonly firstPlace: number
  readonly missing: number
  /** What stands before the long form. */
  readonly before: string
  readonly wordBefore: string
}

const farBefore = 40

function factsOf(
  { text, written, again }: { text: string; written: string; again: number },
  candidate: Candidate,
): Facts {
  const { long, alignment, words } = candidate
  const found = alignment.places.filter((place) => place >= 0)
  const longText = text.slice(long.start, long.end)
  const before = text.slice(Math.max(0, long.start - farBefore), long.start)
  return {
    text,
    written,
    again,
    candidate,
    alignment,
    longText,
    tokens: longText.split(/\s+/),
    unused: words.filter((word) => !isUsed(word, found)),
    firstPlace: found.reduce((a, b) => Math.min(a, b), long.end),
    missing: alignment.places.length - found.length,
    before,
    wordBefore: lastWordOf(before.trimEnd()),
  }
}

/** What ends a text; a full stop where there is no text. */
function lastWordOf(before: string): string {
  return before === '' ? '.' : before.slice(-30).split(/\s/).pop()!
}

function isUsed({ start, end }: Word, places: readonly number[]): boolean {
  for (const place of places) if (start <= place && place < end) return true
  return false
}

const shortMeasures: Readonly<Record<string, (written: string) => number>> = {
  shortLength: (written) => written.length,
  capitals: (written) => count(written, isCapital),
  digits: (written) => count(written, (code) => isDigit(folded[code]!)),
  startsWithCapital: (written) => Number(isCapital(written.charCodeAt(0))),
  hasSmallLetters: (written) => Number(/[a-z]{2}/.test(written)),
  isSmall: (written) => Number(!/[A-Z]/.test(written)),
  spaces: (written) => written.split(/\s/).length - 1,
  signs: (written) => (/[-/]/.test(written) ? 1 : 0) + (/[([+]/.test(written) ? 2 : 0),
}

const longMeasures: Readonly<Record<string, (facts: Facts) => number>> = {
  // The place.
  kind: ({ candidate }) => candidate.site.kind,
  pieces: ({ candidate }) => candidate.site.pieces,
  isNamed: ({ candidate }) => Number(candidate.site.isNamed),
  rank: ({ candidate }) => candidate.rank,
  gap: gapKind,
  signBehindShort: ({ text, candidate }) => signKind(text.charAt(candidate.site.short.end)),
  behindBracket: behindKind,
  shortAgain: ({ again }) => again,
  // How the letters fall.
  units: ({ alignment }) => alignment.units.length,
  cost: ({ alignment }) => Math.min(alignment.cost, 30),
  costPerUnit: ({ alignment }) => Math.min(alignment.cost / alignment.units.length, 9),
  cheapest: ({ candidate }) => Math.min(candidate.cheapest, 30),
  overCheapest: ({ alignment, candidate }) => Math.min(alignment.cost - candidate.cheapest, 20),
  shorterCost: ({ alignment, candidate }) => within(5, candidate.shorter - alignment.cost),
  longerCost: ({ alignment, candidate }) => within(5, candidate.longer - alignment.cost),
  missingShare: ({ alignment, missing }) => missing / alignment.units.length,
  missingDigits: ({ alignment: { units, places } }) =>
    units.filter(({ isDigit: is }, i) => is && places[i]! < 0).length,
  firstIsMissing: ({ alignment }) => Number(alignment.places[0]! < 0),
  onlyTailIsMissing: ({ alignment }) => Number(isTailMissing(alignment)),
  atWordStarts: ({ alignment, candidate }) => wordStarts(alignment, candidate.words) / alignment.units.length,
  firstPlace: ({ firstPlace, candidate }) => firstPlace - candidate.long.start,
  wordsBeforeFirst: ({ firstPlace, candidate }) =>
    candidate.words.filter(({ end }) => end <= firstPlace).length,
  prefixBeforeFirst: ({ text, firstPlace, candidate: { long } }) =>
    prefixKind(text.slice(long.start, Math.min(firstPlace, long.start + 30))),
  unusedWords: ({ unused }) => unused.length,
  unusedSmallWords: ({ unused }) => unused.filter(({ isSmall }) => isSmall).length,
  usedWords: ({ unused, candidate }) => candidate.words.length - unused.length,
  lastWordIsUsed: ({ unused, candidate }) =>
    Number(candidate.words.length > 0 && unused[0] !== candidate.words[0]),
  secondWordIsUsed: ({ unused, candidate }) =>
    Number(candidate.words.length > 1 && !unused.includes(candidate.words.at(-2)!)),
  capitalsMissed: ({ text, alignment, candidate: { long } }) =>
    capitalsMissed(text, long.start, long.end, alignment.places),
  initials: initialsKind,
  sameFirst: ({ longText, written }) =>
    Number(folded[longText.charCodeAt(0)] === folded[written.charCodeAt(0)]),
  species: ({ longText, written }) => speciesKind(written, longText),
  // The long form.
  words: ({ candidate }) => candidate.words.length,
  wordsOverCheapest: ({ candidate }) => candidate.words.length - candidate.cheapestWords,
  wordsPerUnit: ({ candidate, alignment }) => candidate.words.length / alignment.units.length,
  lengthPerUnit: ({ longText, alignment }) => longText.length / alignment.units.length,
  tokens: ({ tokens }) => tokens.length,
  brackets: ({ longText }) => (/[()[\]]/.test(longText) ? 1 : 0) + (/\s[([]/.test(longText) ? 1 : 0),
  verbs: ({ tokens }) => Number(tokens.some((token) => verbs.has(token))),
  prepositions: ({ tokens }) => tokens.filter((token) => /^(?:of|for|in|from|to|with)$/.test(token)).length,
  holdsShort: ({ longText, written }) => Number(longText.includes(written)),
  holdsAcronym: ({ longText }) => Number(/[A-Z]{2}|[A-Z][a-z]{0,20}\d/.test(longText)),
  firstWord: ({ tokens }) => wordKind(tokens[0]!),
  firstEnding: ({ tokens }) => endingKind(tokens[0]!),
  firstLength: ({ tokens }) => Math.min(tokens[0]!.length, 40),
  firstIsCapital: ({ longText }) => Number(isCapital(longText.charCodeAt(0))),
  lastWord: ({ tokens }) => lastWordKind(tokens.at(-1)!),
  // What stands before it.
  startsInToken: ({ before }) => prefixKind(before.split(/\s/).pop()!),
  wordBefore: ({ wordBefore }) => wordKind(wordBefore),
  signBefore: ({ before }) => signKind(before.trimEnd().slice(-1)),
  endingBefore: ({ wordBefore }) => endingKind(wordBefore),
  nameBefore: ({ wordBefore }) => Number(/^[A-Z0-9]/.test(wordBefore)),
  fromPhrase: ({ tokens, wordBefore }) => fromPhrase(tokens, wordBefore, wordKinds.of),
  fromWiderPhrase: ({ tokens, wordBefore }) => fromPhrase(tokens, wordBefore, wordKinds.and),
}

const measuresOfLong = Object.values(longMeasures)

/** The measures by name: a model says which ones it was trained on. */
export const measureNames: readonly string[] = [...Object.keys(shortMeasures), ...Object.keys(longMeasures)]

const verbs = new Set(
  'is are was were has have by than that which used using we who also be been as may can'.split(' '),
)

function count(written: string, is: (code: number) => boolean): number {
  let found = 0
  for (let i = 0; i < written.length; i++) if (is(written.charCodeAt(i))) found++
  return found
}

function within(most: number, difference: number): number {
  return Math.max(-most, Math.min(most, difference))
}

function isTailMissing({ places }: Alignment): boolean {
  const first = places.findIndex((place) => place < 0)
  return first > 0 && places.every((place, i) => i < first || place < 0)
}

function wordStarts({ places }: Alignment, words: readonly Word[]): number {
  return places.filter((place) => words.some(({ start }) => start === place)).length
}

/** Capitals of the long form that the short form leaves out. */
function capitalsMissed(text: string, start: number, end: number, places: readonly number[]): number {
  let missed = 0
  for (let i = start; i < end; i++) if (isCapital(text.charCodeAt(i)) && !places.includes(i)) missed++
  return Math.min(missed, 9)
}

/** 2 where the letters of the short form are the first ones of all words, 1 where of all but small words. */
function initialsKind({ text, written, candidate: { words } }: Facts): number {
  const letters = written.replace(/[^\p{L}\p{N}]|s$/gu, '').toLowerCase()
  const initials = (some: readonly Word[]): string =>
    some.reduce((sum, { start }) => String.fromCharCode(folded[text.charCodeAt(start)]!) + sum, '')
  if (initials(words) === letters) return 2
  return initials(words.filter(({ isSmall }) => !isSmall)) === letters ? 1 : 0
}

/** Whether a short form begins with a small letter before a capital (1), which stands for a species that the long form names (2). */
function speciesKind(written: string, longText: string): number {
  if (!/^[a-z]\S?[A-Z]/.test(written)) return longText.startsWith('human ') ? 3 : 0
  const named = /^(?:human|mouse|murine|rat|bovine|yeast|drosophila|xenopus|porcine|chicken) /i.test(longText)
  return named && longText.charAt(0).toLowerCase() === written.charAt(0) ? 2 : 1
}

/** What parts the long form from the short one. */
function gapKind({ text, candidate: { long, site } }: Facts): number {
  const { short } = site
  const gap = short.start >= long.end ? text.slice(long.end, short.start) : text.slice(short.end, long.start)
  if (/^\s[([]$/.test(gap) || gap === ', ') return 0
  if (gap === '(' || gap === '[') return 1
  return gap.length > 6 ? 3 : 2
}

/** What follows the bracket: a sign, more letters, or a word of a kind. */
function behindKind({ text, candidate: { long, site } }: Facts): number {
  const end = Math.max(site.short.end, long.end)
  if (!/[)\]]/.test(text.charAt(end))) return 0
  const rest = text.slice(end + 1, end + 24)
  const next = /^\s(\p{L}{1,20})/u.exec(rest)?.[1]
  if (next !== undefined) return 10 + wordKind(next)
  if (isInWord(rest, 0)) return 1
  return rest.startsWith('-') ? 2 : rest.startsWith('/') ? 3 : signKind(rest.charAt(0)) + 3
}

/** How far behind the beginning of its phrase a long form begins, in words: negative where it holds a word that parts phrases. */
function fromPhrase(tokens: readonly string[], wordBefore: string, narrowest: number): number {
  const parts = (word: string): boolean => {
    const kind = wordKind(word)
    return (
      kind === wordKinds.article || (kind >= narrowest && kind <= wordKinds.verb) || kind === wordKinds.stop
    )
  }
  for (let i = tokens.length - 2; i >= 0; i--) if (parts(tokens[i]!)) return within(6, -i - 1)
  return parts(wordBefore) ? 0 : 1
}

/** How often words stand elsewhere in a text, not far away and not as parts of others; counted up to three. */
function timesElsewhere(text: string, words: string, start: number): number {
  const from = Math.max(0, start - searched)
  const near = text.slice(from, start + searched)
  let times = 0
  for (let at = near.indexOf(words); at >= 0 && times < 3; at = near.indexOf(words, at + 1))
    if (at + from !== start && !isInWord(near, at - 1) && !isInWord(near, at + words.length)) times++
  return times
}

/** Far enough for a long paragraph, and short enough for a text of nothing but brackets. */
const searched = 3000
