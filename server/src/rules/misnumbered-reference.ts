import type { Entry } from '../bibliography/entry.js'
import { ofOwnLists, type Remark } from './own-entries.js'
import type { Rule } from './rule.js'

/** A number in the list of references that stands twice, in the wrong place, or behind a gap. */
export const misnumberedReference: Rule = {
  id: 'misnumbered-reference',
  summary: 'The numbers of a list of references have a gap, stand twice or out of order.',
  severity: 'warning',
  check: ofOwnLists(misnumberedIn),
}

function misnumberedIn(entries: readonly Entry[]): readonly Remark[] {
  const seen = new Set<number>()
  let highest: number | undefined
  const remarks: Remark[] = []
  entries.forEach((entry, index) => {
    const number = numberOf(entry)
    const message = number === undefined ? undefined : problemWith(number, seen, highest)
    if (message !== undefined) remarks.push({ index, message })
    if (number === undefined) return
    seen.add(number)
    highest = Math.max(highest ?? number, number)
  })
  return remarks
}

function problemWith(
  number: number,
  seen: ReadonlySet<number>,
  highest: number | undefined,
): string | undefined {
  if (seen.has(number)) return `Number ${number} stands twice in the list`
  if (highest === undefined || number === highest + 1) return undefined
  if (number < highest) return `Number ${number} stands behind number ${highest}`
  const missing =
    number === highest + 2 ? `${highest + 1} is missing` : `${highest + 1} to ${number - 1} are missing`
  return `Number ${number} follows number ${highest}: ${missing}`
}

function numberOf({ names }: Entry): number | undefined {
  const name = names.find((one) => one.startsWith('number:'))
  return name === undefined ? undefined : Number(name.slice('number:'.length))
}
