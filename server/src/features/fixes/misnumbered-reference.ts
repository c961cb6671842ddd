import type { TextEdit } from 'vscode-languageserver'
import { syntaxNamed } from '../../citations/index.js'
import { citesOf, type PlacedCite } from '../../workspace/cites.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import { rangeOf } from '../places.js'
import type { Fixer } from './fix.js'

/** Numbers the list from its first number on, as it stands, and lets its citations follow. */
export const fixMisnumberedReference: Fixer = (view, { start }) => {
  const lists = referenceListsOf(view)
  const list = lists.find(({ unplaced, spanOf }) => unplaced.some((_, i) => spanOf(i).start === start))
  const numbers = list && writtenNumbers(view, list)
  // Where a number stands twice, nobody knows which entry its citations mean.
  if (lists.length !== 1 || !numbers || new Set(numbers.map(({ value }) => value)).size < numbers.length)
    return []
  const first = numbers[0]!.value
  const newNumber = new Map(numbers.map(({ value }, i) => [value, first + i]))
  const cites = citesOf(view).map((cite) => rewritten(view, cite, newNumber))
  if (cites.some((edit) => edit === 'impossible')) return []
  const entries = numbers.flatMap(({ value, at }, i): TextEdit[] =>
    value === first + i
      ? []
      : [{ range: rangeOf(view, { start: at, end: at + String(value).length }), newText: String(first + i) }],
  )
  const edits = [...entries, ...cites.filter((edit) => typeof edit === 'object')]
  return [{ title: 'Number the list anew, and its citations', edits, isSure: false }]
}

/** The number before each entry; undefined where one has none. */
function writtenNumbers(
  view: View,
  { unplaced, spanOf }: ReferenceList,
): { value: number; at: number }[] | undefined {
  const numbers = unplaced.map((_, i) => {
    const { start } = spanOf(i)
    const match = /(?<!\d)(\d{1,4})[.)\]]{1,2}\s{0,8}$/.exec(
      view.document.text.slice(Math.max(0, start - 14), start),
    )
    return match ? { value: Number(match[1]), at: start - match[0].length } : undefined
  })
  return numbers.every((number) => number !== undefined) ? numbers : undefined
}

function rewritten(
  view: View,
  { start, end, syntax, targets }: PlacedCite,
  newNumber: ReadonlyMap<number, number>,
): TextEdit | 'impossible' | undefined {
  const old = targets.map(({ names }) => Number(/^number:(\d+)$/.exec(names[0]!)?.[1] ?? NaN))
  const changed = old.map((number) => newNumber.get(number) ?? number)
  if (changed.every((number, i) => Object.is(number, old[i]))) return undefined
  const isPlain = /^[[^]?[\s\d,;‐‑–—-]{1,200}[\]^]?$/.test(view.document.text.slice(start, end))
  const works = changed.sort((a, b) => a - b).map((number) => ({ number }))
  const newText = isPlain ? syntaxNamed(syntax)?.write(works) : undefined
  return newText === undefined ? 'impossible' : { range: rangeOf(view, { start, end }), newText }
}
