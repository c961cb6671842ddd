import { foldFamily } from '../../text/author-year.js'
import type { ReferenceFields } from '../entry.js'
import { foldedTitle } from '../same-work.js'
import type { Work } from './service.js'

/**
 * The work among those that a search by title brought which is surely the one that a reference means: the title is the
 * same, subtitle aside, and first author and year do not speak against it. Undefined where none is.
 */
export function bestMatch(fields: ReferenceFields, works: readonly Work[]): Work | undefined {
  return works.find(
    ({ fields: found }) =>
      hasSameTitle(fields, found) && isBySame(fields, found) && isOfSameTime(fields, found),
  )
}

function hasSameTitle({ title: one }: ReferenceFields, { title: other }: ReferenceFields): boolean {
  const [short, long] = [foldedTitle(one), foldedTitle(other)].sort((a, b) => a.length - b.length)
  // "Melatonin" begins the titles of many works.
  return short === long
    ? short !== ''
    : short!.length >= shortestTitle && long!.startsWith(short!) && isSubtitle(one, other)
}

/** What one title has more than the other stands behind a colon, a dash or a point. */
function isSubtitle(one = '', other = ''): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return long
    .split(/[:.?!–—]/)
    .some((_, i, parts) => foldedTitle(parts.slice(0, i + 1).join(' ')) === foldedTitle(short))
}

const shortestTitle = 20

function isBySame({ authors: [one] }: ReferenceFields, { authors: [other] }: ReferenceFields): boolean {
  const [family, another] = [one, other].map((author) => author?.family ?? author?.literal)
  if (family === undefined || another === undefined) return true
  const [short, long] = [foldFamily(family), foldFamily(another)].sort((a, b) => a.length - b.length)
  // "de la V" may be how a program cut "de la Vega" short.
  return long!.startsWith(short!) || long!.endsWith(short!)
}

/** Print and electronic publication may lie in two years. */
function isOfSameTime({ year: one }: ReferenceFields, { year: other }: ReferenceFields): boolean {
  return one === undefined || other === undefined || Math.abs(one - other) <= 1
}
