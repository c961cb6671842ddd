import { derived } from '../text/derived.js'
import type { Name } from '../text/name.js'
import type { Catalogue } from './library.js'

/** Years further off than this are another work. */
const mostYears = 2

/**
 * The author and year of the one entry that a citation nearly names: the same author a year or two away, or the same year
 * and an author who differs by a slip of the pen. Undefined where none or several come near.
 *
 * @param names of a citation that leads nowhere
 */
export function nearMissOf(catalogue: Catalogue, names: readonly Name[]): Name | undefined {
  const name = names.find((one) => one.startsWith('author-year:'))
  const written = name && /^author-year:(.{2,80})-(\d{4})([a-z]?)$/.exec(name)
  if (!written) return undefined
  const [, family, year] = written as unknown as [string, string, string]
  const near = otherYears(catalogue, family, Number(year))
  const found = near.length > 0 ? near : slips(catalogue, family, year)
  return found.length === 1 ? found[0] : undefined
}

function otherYears(catalogue: Catalogue, family: string, year: number): readonly Name[] {
  const found: Name[] = []
  for (let by = -mostYears; by <= mostYears; by++) {
    const name: Name = `author-year:${family}-${year + by}`
    if (catalogue.find(name).length > 0) found.push(name)
  }
  return found
}

const authorYears = derived((catalogue: Catalogue) => catalogue.authorYears)

function slips(catalogue: Catalogue, family: string, year: string): readonly Name[] {
  if (family.length < 4) return []
  return authorYears(catalogue).filter((name) => {
    const at = name.lastIndexOf('-')
    return name.slice(at + 1) === year && isSlip(name.slice('author-year:'.length, at), family)
  })
}

/** Whether one letter is missing, too many, wrong, or changed places with the next. */
function isSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const [a, b] = [one.slice(start), other.slice(start)]
  const isOneLetter = a.slice(1) === b || b.slice(1) === a || a.slice(1) === b.slice(1)
  return (
    isOneLetter || (a.slice(0, 2) === b.slice(0, 2).split('').reverse().join('') && a.slice(2) === b.slice(2))
  )
}
