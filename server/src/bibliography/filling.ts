import type { EntryType, ReferenceFields } from './entry.js'
import { truncatedAuthor } from './missing.js'

/** Types of works that are found by who published them. */
const published: readonly EntryType[] = ['book', 'chapter', 'report', 'thesis']

/** What a reference lacks and another description of the work has. What the reference says itself is never changed, but for an author who breaks off. */
export function lacking(fields: ReferenceFields, known: ReferenceFields): Partial<ReferenceFields> {
  const isNamed = fields.authors.length > 0 && truncatedAuthor(fields) === undefined
  const publisher = published.includes(fields.type) ? known.publisher : undefined
  return {
    ...(!isNamed && known.authors.length > 0 && { authors: known.authors, etAl: known.etAl }),
    ...(fields.title === undefined && known.title !== undefined && { title: known.title }),
    ...(fields.container === undefined && known.container !== undefined && { container: known.container }),
    ...(fields.year === undefined && known.year !== undefined && { year: known.year }),
    ...(fields.volume === undefined && known.volume !== undefined && { volume: known.volume }),
    ...(fields.issue === undefined && known.issue !== undefined && { issue: known.issue }),
    ...(fields.page === undefined && known.page !== undefined && { page: known.page }),
    ...(fields.publisher === undefined && publisher !== undefined && { publisher }),
    ...(fields.doi === undefined && known.doi !== undefined && { doi: known.doi }),
    ...(fields.pmid === undefined && known.pmid !== undefined && { pmid: known.pmid }),
    ...(fields.pmcid === undefined && known.pmcid !== undefined && { pmcid: known.pmcid }),
  }
}
