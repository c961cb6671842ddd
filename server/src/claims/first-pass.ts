import { derived } from '../text/derived.js'
import { characterShare, headCount, noWeight, perUnit, slotWidth, unitOf } from './heads.js'
import type { Heads } from './heads.js'
import { characterGrams, mostCharacterGrams, mostWordGrams, tokensOf, wordAt, wordGrams } from './tokens.js'
import type { Tokens } from './tokens.js'
import { marksOf } from './word-marks.js'

/** What the first pass finds in a sentence besides its log-odds. Overwritten by the next call. */
export interface Sighting {
  /** The sentence in tokens, capitals and digits counted. */
  readonly tokens: Tokens
  /** What its words may be (`word-marks.ts`), all of them together. */
  marks: number
  /** The same of its first word. */
  openingMarks: number
}

/** The heads made ready for reading sentences. */
export interface Reader {
  readonly heads: Heads
  /** The slots, four bytes in each number. */
  readonly fours: Int32Array
  readonly words: Words
}

/** Made once for the heads of a model. The machine is taken to be little endian, as all are that this runs on. */
export const readerOf = derived((heads: Heads): Reader => {
  const { buffer, byteOffset, length } = heads.slots
  return { heads, fours: new Int32Array(buffer, byteOffset, length / 4), words: noWords() }
})

/**
 * The first pass over one sentence: the log-odds of every head, each sentence for itself.
 *
 * @param text a sentence without citation markers; only its first 2000 code units are read
 * @param out a number for each head is written here from `offset` on, in units of `1 / perUnit`
 * @returns a buffer that the next call overwrites
 */
export function sighted(reader: Reader, text: string, out: Int16Array, offset: number): Sighting {
  const { heads, words } = reader
  const tokens = tokensOf(text)
  const wordHits = addUp(reader, grams, wordGrams(tokens, grams), ofWords)
  ofCharacters.fill(0)
  let characterHits = 0
  let marks = 0
  sighting.openingMarks = 0
  for (let from = 0; from < tokens.count; from += mostWordsAtOnce) {
    const to = Math.min(tokens.count, from + mostWordsAtOnce)
    pairSums.fill(0)
    for (let i = from; i < to; i++) {
      const place = placeOf(reader, text, i)
      const at = place * pairs
      for (let pair = 0; pair < pairs; pair++) pairSums[pair] = pairSums[pair]! + words.sums[at + pair]!
      characterHits += words.hits[place]!
      marks |= words.marks[place]!
      if (i === 0) sighting.openingMarks = marks
    }
    for (let pair = 0; pair < pairs; pair++) addPair(pair, pairSums[pair]!)
  }
  sighting.marks = marks
  const wordUnit = unitOf(wordHits)
  const characterUnit = characterShare * unitOf(characterHits)
  for (let head = 0; head < headCount; head++) {
    const sum = wordUnit * ofWords[head + 1]! + characterUnit * ofCharacters[head + 1]!
    out[offset + head] = Math.round(perUnit * (heads.biases[head]! + heads.steps[head]! * sum))
  }
  return sighting
}

/** Sums are kept for the bytes of a slot; that of its print says nothing. */
const width = slotWidth
const grams = new Int32Array(mostWordGrams)
const ofWords = new Int32Array(width)
const ofCharacters = new Int32Array(width)
const sighting: Sighting = { tokens: tokensOf(''), marks: 0, openingMarks: 0 }

/** Four weights are read at once and added in pairs, each in sixteen bits of its own: so many fit before one runs over. */
const mostAtOnce = 257

/**
 * Adds up the weights of the first `count` grams, and writes a sum for each byte of a slot to `sums`.
 *
 * @returns how many of the grams have weights
 */
function addUp({ heads, fours }: Reader, grams: Int32Array, count: number, sums: Int32Array): number {
  const mask = (1 << heads.bits) - 1
  sums.fill(0)
  let hits = 0
  for (let from = 0; from < count; from += mostAtOnce) {
    const to = Math.min(count, from + mostAtOnce)
    let even = 0
    let odd = 0
    let secondEven = 0
    let secondOdd = 0
    let thirdEven = 0
    let thirdOdd = 0
    for (let i = from; i < to; i++) {
      const gram = grams[i]!
      const at = (gram & mask) * fourCount
      const print = gram >>> 24
      // All ones where the slot is the gram's own, else nothing; a branch here would be guessed wrong every other time.
      const own = (((fours[at]! & 0xff) ^ (print + ((print - 1) >>> 31))) - 1) >> 31
      const first = fours[at]! & own
      const second = fours[at + 1]! & own
      const third = fours[at + 2]! & own
      hits -= own
      even = (even + (first & 0x00ff00ff)) | 0
      odd = (odd + ((first >>> 8) & 0x00ff00ff)) | 0
      secondEven = (secondEven + (second & 0x00ff00ff)) | 0
      secondOdd = (secondOdd + ((second >>> 8) & 0x00ff00ff)) | 0
      thirdEven = (thirdEven + (third & 0x00ff00ff)) | 0
      thirdOdd = (thirdOdd + ((third >>> 8) & 0x00ff00ff)) | 0
    }
    addFour(sums, 0, even, odd)
    addFour(sums, 4, secondEven, secondOdd)
    addFour(sums, 8, thirdEven, thirdOdd)
  }
  for (let i = 0; i < width; i++) sums[i] = sums[i]! - noWeight * hits
  return hits
}

const fourCount = width / 4

function addFour(sums: Int32Array, at: number, even: number, odd: number): void {
  sums[at] = sums[at]! + (even & 0xffff)
  sums[at + 1] = sums[at + 1]! + (odd & 0xffff)
  sums[at + 2] = sums[at + 2]! + (even >>> 16)
  sums[at + 3] = sums[at + 3]! + (odd >>> 16)
}

/** Two sums in one number, the second times two to the sixteenth: neither passes half of that for so many words. */
const pairs = width / 2
const pairSums = new Int32Array(pairs)
const mostWordsAtOnce = 16
const mostForWord = 2047

function addPair(pair: number, sum: number): void {
  const low = (sum << 16) >> 16
  ofCharacters[2 * pair] = ofCharacters[2 * pair]! + low
  ofCharacters[2 * pair + 1] = ofCharacters[2 * pair + 1]! + ((sum - low) >> 16)
}

/**
 * The words met last and what the heads make of their characters: a word's own grams are added up once, not at every meeting. A word has one
 * place, and gives it up to the next one that belongs there; what is found is the same either way.
 */
interface Words {
  readonly first: Int32Array
  readonly second: Int32Array
  /** For each word the sums of its characters' weights, in steps, those of two heads in each number. */
  readonly sums: Int32Array
  /** How many grams with weights that are. */
  readonly hits: Uint8Array
  /** 1 where a word is. */
  readonly isKnown: Uint8Array
  readonly marks: Uint8Array
}

const placeCount = 2 ** 16

function noWords(): Words {
  return {
    first: new Int32Array(placeCount),
    second: new Int32Array(placeCount),
    sums: new Int32Array(placeCount * pairs),
    hits: new Uint8Array(placeCount),
    isKnown: new Uint8Array(placeCount),
    marks: new Uint8Array(placeCount),
  }
}

const ownGrams = new Int32Array(mostCharacterGrams)
const ofWord = new Int32Array(width)

/** The place of a token of `text`, which holds what is known of it. */
function placeOf(reader: Reader, text: string, index: number): number {
  const { words } = reader
  const { tokens } = sighting
  const first = tokens.first[index]!
  const second = tokens.second[index]!
  const place = (first ^ (first >>> 16)) & (placeCount - 1)
  if (words.first[place] === first && words.second[place] === second && words.isKnown[place] === 1)
    return place
  const count = characterGrams(tokens, index, ownGrams)
  words.hits[place] = addUp(reader, ownGrams, count, ofWord)
  ofWord[0] = 0
  for (let pair = 0; pair < pairs; pair++)
    words.sums[place * pairs + pair] = limited(ofWord[2 * pair]!) + limited(ofWord[2 * pair + 1]!) * 65536
  words.isKnown[place] = 1
  words.first[place] = first
  words.second[place] = second
  words.marks[place] = marksOf(wordAt(tokens, text, index))
  return place
}

function limited(sum: number): number {
  return Math.max(-mostForWord, Math.min(mostForWord, sum))
}
