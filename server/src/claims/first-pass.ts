import { derived } from '../text/derived.js'
import { characterShare, headCount, noWeight, perUnit, unitOf } from './heads.js'
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
  /** The weights, those of four heads in each number. */
  readonly fours: Int32Array
  readonly words: Words
}

/** Made once for the heads of a model. The machine is taken to be little endian, as all are that this runs on. */
export const readerOf = derived((heads: Heads): Reader => {
  const { buffer, byteOffset, length } = heads.weights
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
  const gramCount = wordGrams(tokens, grams)
  addUp(reader, grams, gramCount, ofWords)
  ofCharacters.fill(0)
  let characterCount = 0
  let marks = 0
  for (let from = 0; from < tokens.count; from += mostWordsAtOnce) {
    const to = Math.min(tokens.count, from + mostWordsAtOnce)
    let [first, second, third, fourth] = [0, 0, 0, 0]
    for (let i = from; i < to; i++) {
      const place = placeOf(reader, text, i)
      const at = place * pairs
      first += words.sums[at]!
      second += words.sums[at + 1]!
      third += words.sums[at + 2]!
      fourth += words.sums[at + 3]!
      characterCount += words.counts[place]!
      marks |= words.marks[place]!
      if (i === 0) sighting.openingMarks = marks
    }
    addPair(0, first)
    addPair(1, second)
    addPair(2, third)
    addPair(3, fourth)
  }
  if (tokens.count === 0) sighting.openingMarks = 0
  sighting.marks = marks
  const wordUnit = unitOf(gramCount)
  const characterUnit = characterShare * unitOf(characterCount)
  for (let head = 0; head < width; head++) {
    const sum = wordUnit * ofWords[head]! + characterUnit * ofCharacters[head]!
    out[offset + head] = Math.round(perUnit * (heads.biases[head]! + heads.steps[head]! * sum))
  }
  return sighting
}

const width = headCount
const grams = new Int32Array(mostWordGrams)
const ofWords = new Int32Array(width)
const ofCharacters = new Int32Array(width)
const sighting: Sighting = { tokens: tokensOf(''), marks: 0, openingMarks: 0 }

/** Four weights are read at once and added in pairs, each in sixteen bits of its own: so many fit before one runs over. */
const mostAtOnce = 257

/** Adds up the weights of the first `count` grams, and writes a sum for each head to `sums`. */
function addUp({ heads, fours }: Reader, grams: Int32Array, count: number, sums: Int32Array): void {
  const mask = (1 << heads.bits) - 1
  sums.fill(-noWeight * count)
  for (let from = 0; from < count; from += mostAtOnce) {
    const to = Math.min(count, from + mostAtOnce)
    let even = 0
    let odd = 0
    let evenBehind = 0
    let oddBehind = 0
    for (let i = from; i < to; i++) {
      const at = (grams[i]! & mask) << 1
      const four = fours[at]!
      const behind = fours[at + 1]!
      even = (even + (four & 0x00ff00ff)) | 0
      odd = (odd + ((four >>> 8) & 0x00ff00ff)) | 0
      evenBehind = (evenBehind + (behind & 0x00ff00ff)) | 0
      oddBehind = (oddBehind + ((behind >>> 8) & 0x00ff00ff)) | 0
    }
    addFour(sums, 0, even, odd)
    addFour(sums, 4, evenBehind, oddBehind)
  }
}

function addFour(sums: Int32Array, at: number, even: number, odd: number): void {
  sums[at] = sums[at]! + (even & 0xffff)
  sums[at + 1] = sums[at + 1]! + (odd & 0xffff)
  sums[at + 2] = sums[at + 2]! + (even >>> 16)
  sums[at + 3] = sums[at + 3]! + (odd >>> 16)
}

/** Two sums in one number, the second times two to the sixteenth: neither passes half of that for so many words. */
const pairs = width / 2
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
  /** How many grams that are; 0 where no word is. */
  readonly counts: Uint8Array
  readonly marks: Uint8Array
}

const placeCount = 2 ** 16

function noWords(): Words {
  return {
    first: new Int32Array(placeCount),
    second: new Int32Array(placeCount),
    sums: new Int32Array(placeCount * pairs),
    counts: new Uint8Array(placeCount),
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
  if (words.first[place] === first && words.second[place] === second && words.counts[place] !== 0)
    return place
  const count = characterGrams(tokens, index, ownGrams)
  addUp(reader, ownGrams, count, ofWord)
  for (let pair = 0; pair < pairs; pair++)
    words.sums[place * pairs + pair] = limited(ofWord[2 * pair]!) + limited(ofWord[2 * pair + 1]!) * 65536
  words.first[place] = first
  words.second[place] = second
  words.counts[place] = count
  words.marks[place] = marksOf(wordAt(tokens, text, index))
  return place
}

function limited(sum: number): number {
  return Math.max(-mostForWord, Math.min(mostForWord, sum))
}
