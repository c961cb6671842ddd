import { clueBits, type Clues } from './sequence.js'
import { formOf, mixed, type Words } from './words.js'

/** What is known of each word besides its letters. Arrays of one number for each word; 0 says nothing. */
export interface Knowledge {
  /** Where in a listed name the word stands. */
  readonly places: Uint8Array
  /** What kind of listed name that is: how long, how ambiguous, how like an ordinary word. */
  readonly listings: Int32Array
  /** How often it stands in listed names: first, last, and anywhere. */
  readonly usages: Int32Array
  /** The last word of what the document says that the word is short for. */
  readonly heads: Int32Array
  /** Whether what it is short for is listed. */
  readonly spelledOut: Uint8Array
}

/**
 * The clues of each word: itself and its neighbours, their shapes, how it begins and ends, what the vocabularies and the
 * document say of it, and pairs of those.
 */
export function cluesOf(text: string, words: Words, knowledge: Knowledge): Clues {
  const { forms, shapes, starts, ends, count } = words
  const { places, listings, usages, heads, spelledOut } = knowledge
  const usage = (w: number): number => (w >= 0 && w < count ? usages[w]! : -1)
  const clues = new Int32Array(count * perWord)
  const begun = new Int32Array(count * 4)
  const ended = new Int32Array(count * 4)
  for (let w = 0; w < count; w++) {
    const length = ends[w]! - starts[w]!
    for (let k = 0; k < 4; k++) {
      const size = Math.min(length, k + 2)
      begun[w * 4 + k] = formOf(text, starts[w]!, starts[w]! + size)
      ended[w * 4 + k] = formOf(text, ends[w]! - size, ends[w]!)
    }
  }
  const form = (w: number): number => (w >= 0 && w < count ? forms[w]! : w < 0 ? -1 : -2)
  const shape = (w: number): number => (w >= 0 && w < count ? shapes[w]! : 1)
  const place = (w: number): number => (w >= 0 && w < count ? places[w]! : 0)
  const listing = (w: number): number => (w >= 0 && w < count ? listings[w]! : 0)
  const ending = (w: number): number => (w >= 0 && w < count ? ended[w * 4 + 1]! : 1)
  for (let w = 0; w < count; w++) {
    let at = w * perWord
    let template = 0
    const put = (one: number, other = 0, third = 0): void => {
      const hash = mixed(mixed(mixed(mixed(0x5bd1e995, ++template), one), other), third)
      clues[at++] = Math.imul(hash ^ (hash >>> 16), 0x2c1b3c6d) >>> (32 - clueBits)
    }
    const [here, before, after] = [form(w), form(w - 1), form(w + 1)]
    put(1)
    put(here)
    put(before)
    put(after)
    put(form(w - 2))
    put(form(w + 2))
    put(form(w + 3))
    put(before, here)
    put(here, after)
    put(before, after)
    put(after, form(w + 2))
    put(form(w - 2), before)
    put(shape(w))
    put(shape(w - 1))
    put(shape(w + 1))
    put(shape(w - 1), shape(w))
    put(shape(w), shape(w + 1))
    put(shape(w - 1), shape(w), shape(w + 1))
    put(shape(w), before)
    put(shape(w), after)
    for (let k = 0; k < 4; k++) put(begun[w * 4 + k]!)
    for (let k = 0; k < 4; k++) put(ended[w * 4 + k]!)
    put(ending(w - 1))
    put(ending(w + 1))
    put(ending(w), ending(w + 1))
    put(ending(w), after)
    put(place(w))
    put(place(w - 1), place(w), place(w + 1))
    put(listing(w))
    put(listing(w - 1))
    put(listing(w + 1))
    put(place(w), here)
    put(place(w), shape(w), Math.min(4, ends[w]! - starts[w]!))
    put(place(w), after, place(w + 1))
    put(place(w), before, place(w - 1))
    put(listing(w), shape(w))
    put(place(w), ending(w))
    put(heads[w]!)
    put(heads[w] === 0 ? 0 : 1, spelledOut[w])
    put(spelledOut[w]!, place(w), shape(w))
    put(shape(w), ends[w]! - starts[w]!)
    put(gapBefore(words, w), shape(w), shape(w - 1))
    put(usage(w))
    put(usage(w - 1), usage(w))
    put(usage(w), usage(w + 1))
    put(usage(w - 1), usage(w), usage(w + 1))
    put(usage(w), place(w))
    put(usage(w), shape(w))
    put(usage(w), after)
    put(usage(w), before)
  }
  return { clues, perWord, words: count }
}

/** How many clues `cluesOf` puts for each word. */
const perWord = 56

/** 0 where white space parts a word from the one before, 1 where nothing does. */
function gapBefore({ starts, ends }: Words, w: number): number {
  return w > 0 && ends[w - 1] === starts[w] ? 1 : 0
}
