import { authorYearName, undated, withoutParticles } from '../text/author-year.js'
import type { Name } from '../text/name.js'
import type { ReferenceFields } from './entry.js'

/** What a citation may call a work by its own data, the surest first: identifiers, then first author and year. */
export function namesOf(fields: ReferenceFields): Name[] {
  const { doi, pmid, pmcid } = fields
  return [
    ...(doi ? [`doi:${doi.toLowerCase()}` as const] : []),
    ...(pmid ? [`pmid:${pmid}` as const] : []),
    ...(pmcid ? [`pmcid:${pmcid.toUpperCase()}` as const] : []),
    ...authorYearNames(fields),
  ]
}

/** With its letter and without: "(Li, 2009)" may mean the work that the list calls 2009a. So with particles. */
function authorYearNames({ authors, year, yearLetter }: ReferenceFields): Name[] {
  const [first] = authors
  const family = first?.family ?? first?.literal
  if (!family) return []
  const bare = withoutParticles(family)
  const families = bare ? [family, bare] : [family]
  const years = year !== undefined && yearLetter ? [`${year}${yearLetter}`, year] : [year ?? undated]
  const names = families.flatMap((one) => years.map((written) => authorYearName(one, written)))
  return [...new Set(names)]
}
