import type { TextEdit } from 'vscode-languageserver'
import { syntaxNamed } from '../citations/index.js'
import { touches } from '../text/span.js'
import { citesOf, type PlacedCite } from '../workspace/cites.js'
import { referenceListsOf, type ReferenceList } from '../workspace/references.js'
import type { View } from '../workspace/view.js'
import { rangeOf } from './places.js'

/**
 * The edits that put a numbered list of references into the order in which its entries are first cited, uncited ones last,
 * and let all citations follow; undefined where the caret is on no list, nothing changes, or something could not follow exactly.
 */
export function renumberedList(view: View, offset: number): readonly TextEdit[] | undefined {
  const lists = referenceListsOf(view)
  const list = lists[0]
  if (lists.length !== 1 || !list || !isOnList(list, offset)) return undefined
  const numbers = list.entries.map(({ names }) =>
    Number(names.find((name) => name.startsWith('number:'))?.slice(7)),
  )
  if (numbers.some((number, i) => number !== i + 1) || !areWritten(view, list)) return undefined
  const cites = citesOf(view).filter((cite) => numbersOf(list, cite).length > 0)
  const order = orderOfCitation(list, cites)
  if (order.every((old, i) => old === i)) return undefined
  const newNumber = new Map(order.map((old, i) => [old + 1, i + 1]))
  const citeEdits = cites.map((cite) => rewritten(view, list, cite, newNumber))
  if (citeEdits.some((edit) => edit === undefined)) return undefined
  const entryEdits = order.map((old, i): TextEdit => {
    const { start, end } = list.spanOf(old)
    return { range: rangeOf(view, list.spanOf(i)), newText: view.document.text.slice(start, end) }
  })
  return [...citeEdits.map((edit) => edit!), ...entryEdits]
}

function isOnList({ heading, unplaced, spanOf }: ReferenceList, offset: number): boolean {
  return touches(heading, offset) || unplaced.some((_, i) => touches(spanOf(i), offset))
}

/** Each entry has its number written before it, so that the texts can change places under the numbers. */
function areWritten(view: View, { unplaced, spanOf }: ReferenceList): boolean {
  return unplaced.every((_, i) => {
    const { start } = spanOf(i)
    const before = view.document.text.slice(Math.max(0, start - 12), start)
    return new RegExp(`(?:^|[^\\d])${i + 1}[.)\\]]\\s{1,8}$`).test(before)
  })
}

/** The numbers of the list that a citation names. */
function numbersOf({ unplaced }: ReferenceList, { targets }: PlacedCite): readonly number[] {
  return targets.flatMap(({ names }) => {
    const name = names.find((one) => one.startsWith('number:'))
    const number = name === undefined ? 0 : Number(name.slice('number:'.length))
    return number >= 1 && number <= unplaced.length ? [number] : []
  })
}

/** By new index, the old one. */
function orderOfCitation(list: ReferenceList, cites: readonly PlacedCite[]): readonly number[] {
  const cited = [...new Set(cites.flatMap((cite) => numbersOf(list, cite).map((number) => number - 1)))]
  return [...cited, ...list.unplaced.keys()].filter((index, i, all) => all.indexOf(index) === i)
}

/** A citation by number is written anew; one by author needs no change, and one that says more cannot be kept exactly. */
function rewritten(
  view: View,
  list: ReferenceList,
  cite: PlacedCite,
  newNumber: ReadonlyMap<number, number>,
): TextEdit | undefined {
  const old = numbersOf(list, cite)
  const text = view.document.text.slice(cite.start, cite.end)
  const isPlain = /^[[(^]?[\s\d,;‐‑–—-]{1,200}[\])^]?$/.test(text)
  if (cite.syntax !== 'numeric' || old.length !== cite.targets.length || !isPlain) return undefined
  const numbers = old.map((number) => newNumber.get(number)!).sort((a, b) => a - b)
  const newText = syntaxNamed('numeric')!.write(numbers.map((number) => ({ number })))
  return newText === undefined ? undefined : { range: rangeOf(view, cite), newText }
}
