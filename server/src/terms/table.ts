import { breaksOf } from './gaps.js'
import { keyOf, spread, withEs, withS, withUnit } from './keys.js'
import { folded, mark } from './tokens.js'
import type { Form } from './verify.js'

/** All forms by their key, in typed arrays that a matcher can probe without making anything. */
export interface NameTable {
  /** The forms, in the order of precedence. */
  readonly forms: readonly Form[]
  /** Open addressing: pairs of a key and a form's index plus 1; 0 marks an empty slot. Its length is a power of two. */
  readonly slots: Int32Array
  /**
   * A Bloom filter with one bit for each key that a text may have at the end of a token inside a form, or at its end, once
   * for texts that begin with a capital and once for others: "the" is no beginning of "THEM6".
   */
  readonly filter: Int32Array
  /** How far a spread key is shifted to be a bit of the filter. */
  readonly filterShift: number
  /** The most letters and digits that a form has, with two more for its plural. */
  readonly longest: number
}

export function tableOf(forms: readonly Form[]): NameTable {
  const slots = new Int32Array(2 * powerAbove(2 * forms.length + 1))
  const bits = Math.log2(Math.max(1024, powerAbove(48 * forms.length)))
  const filter = new Int32Array(2 ** bits / 32)
  const table = { forms, slots, filter, filterShift: 33 - bits, longest: longestOf(forms) + 2 }
  forms.forEach((form, index) => {
    const key = keyOf(form.text)
    insert(table, key, index)
    const isCapitalOnly = form.case === 'exact' && beginsWithCapital(form.text)
    const passed = [...keysInside(form.text), key, withS(key), withEs(key)]
    for (const inside of passed) {
      pass(table, inside, 1)
      if (!isCapitalOnly) pass(table, inside, 0)
    }
  })
  return table
}

/**
 * Whether a form may go on, or end, where the text has this key; wrongly true for a few keys.
 *
 * @param capital 0 if the text begins with a small letter from a to z or with a digit, else 1
 */
export function mayHold(table: NameTable, key: number, capital: 0 | 1): boolean {
  const bit = ((spread(key) >>> table.filterShift) << 1) | capital
  return (table.filter[bit >>> 5]! & (1 << (bit & 31))) !== 0
}

function insert(table: NameTable, key: number, index: number): void {
  const { slots } = table
  let at = firstSlot(table, key)
  while (slots[at + 1] !== 0) at = (at + 2) & (slots.length - 1)
  slots[at] = key
  slots[at + 1] = index + 1
}

/** Where to begin to look for a key; its forms lie there and in the slots behind, in order, up to an empty slot. */
export function firstSlot(table: NameTable, key: number): number {
  return (spread(key) << 1) & (table.slots.length - 1)
}

function pass(table: NameTable, key: number, capital: 0 | 1): void {
  const bit = ((spread(key) >>> table.filterShift) << 1) | capital
  table.filter[bit >>> 5]! |= 1 << (bit & 31)
}

/** The keys of a form's beginnings that a text may show as whole tokens. */
function keysInside(name: string): number[] {
  let key = 0
  let at = 0
  return breaksOf(name).map((end) => {
    for (; at < end; at++) {
      const unit = folded[name.charCodeAt(at)]!
      if (unit > mark) key = withUnit(key, unit)
    }
    return key
  })
}

function beginsWithCapital(name: string): boolean {
  let at = 0
  while (at < name.length && folded[name.charCodeAt(at)] === 0) at++
  return /[A-Z]/.test(name.charAt(at))
}

function longestOf(forms: readonly Form[]): number {
  let longest = 0
  for (const form of forms) longest = Math.max(longest, form.text.length)
  return longest
}

/** The least power of two that is at least `n`. */
function powerAbove(n: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, n)))
}
