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
  /** A Bloom filter with one bit for each key that a text may have at the end of a token inside a form, or at its end. */
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
  const table = { forms, slots, filter, filterShift: 32 - bits, longest: longestOf(forms) + 2 }
  forms.forEach((form, index) => {
    const key = keyOf(form.text)
    insert(table, key, index)
    for (const passed of [key, withS(key), withEs(key)]) pass(table, passed)
    passInside(table, form.text)
  })
  return table
}

/** Whether a form may go on, or end, where the text has this key; wrongly true for a few keys. */
export function mayHold(table: NameTable, key: number): boolean {
  const bit = spread(key) >>> table.filterShift
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

function pass(table: NameTable, key: number): void {
  const bit = spread(key) >>> table.filterShift
  table.filter[bit >>> 5]! |= 1 << (bit & 31)
}

/** Lets the beginnings of a form through that a text may show as whole tokens. */
function passInside(table: NameTable, name: string): void {
  let key = 0
  let at = 0
  for (const end of breaksOf(name)) {
    for (; at < end; at++) {
      const unit = folded[name.charCodeAt(at)]!
      if (unit > mark) key = withUnit(key, unit)
    }
    pass(table, key)
  }
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
