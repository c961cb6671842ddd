import { printOf } from '../src/claims/heads.js'
import type { GramTable, Grams } from './grams.js'

/** Which gram each slot belongs to, by its print; 0 where it belongs to none. */
export interface Slots {
  readonly bits: number
  readonly prints: Uint8Array
}

/** A gram that stands in fewer articles tells of them rather than of the language. */
const fewestArticles = 8

/** Grams are counted by so many bits of their hashes. */
const countedBits = 22

/**
 * Gives the slots to the grams that stand in most articles.
 *
 * @param articles for each sentence of the table the number of its article, ascending
 */
export function slotsFor(table: GramTable, articles: ArrayLike<number>, bits: number): Slots {
  const mask = 2 ** countedBits - 1
  const counts = new Uint16Array(2 ** countedBits)
  const last = new Int32Array(2 ** countedBits).fill(-1)
  forEachGram(table, articles, (hash, article) => {
    const at = hash & mask
    if (last[at] === article) return
    last[at] = article
    counts[at] = counts[at]! + 1
  })
  const prints = new Uint8Array(2 ** bits)
  const most = new Uint16Array(2 ** bits).fill(fewestArticles - 1)
  forEachGram(table, articles, (hash) => {
    const slot = hash & (2 ** bits - 1)
    const count = counts[hash & mask]!
    if (count <= most[slot]!) return
    most[slot] = count
    prints[slot] = printOf(hash)
  })
  return { bits, prints }
}

function forEachGram(
  { words, characters }: GramTable,
  articles: ArrayLike<number>,
  visit: (hash: number, article: number) => void,
): void {
  for (const grams of characters ? [words, characters] : [words]) {
    for (let row = 0; row < articles.length; row++) {
      for (let i = grams.starts[row]!; i < grams.starts[row + 1]!; i++) visit(grams.grams[i]!, articles[row]!)
    }
  }
}

/** The same table with only the grams that have a slot, each by the number of its slot. */
export function slotted({ words, characters }: GramTable, slots: Slots): GramTable {
  return { words: kept(words, slots), ...(characters && { characters: kept(characters, slots) }) }
}

function kept({ grams, starts }: Grams, { bits, prints }: Slots): Grams {
  const mask = 2 ** bits - 1
  const left = new Int32Array(grams.length)
  const leftStarts = new Float64Array(starts.length)
  let count = 0
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const slot = grams[i]! & mask
      if (prints[slot] === printOf(grams[i]!)) left[count++] = slot
    }
    leftStarts[row + 1] = count
  }
  return { grams: left.slice(0, count), starts: leftStarts }
}
