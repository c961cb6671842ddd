import { foldFamily } from '../../text/author-year.js'
import { citesOf } from '../../workspace/cites.js'
import { catalogueOf, citableOf } from '../../workspace/library.js'
import { nearMissOf } from '../../workspace/near-miss.js'
import { replacing, type Fixer } from './fix.js'

/** The year or the name that the nearest entry has. */
export const fixMismatchedCitation: Fixer = (view, { start, end }) => {
  const target = citesOf(view)
    .flatMap(({ targets }) => targets)
    .find((one) => one.start === start && one.end === end)
  const near = target && nearMissOf(catalogueOf(view), target.names)
  const entry = near && citableOf(view).find(near)[0]
  if (!entry) return []
  const written = view.document.text.slice(start, end)
  const year = /(?<!\d)\d{4}(?!\d)/.exec(written)
  if (year && entry.year !== undefined && Number(year[0]) !== entry.year)
    return [replacing(view, start + year.index, year[0], String(entry.year))]
  const family = entry.authors[0]?.family ?? entry.authors[0]?.literal
  const wrong = target.names[0]!.slice('author-year:'.length).replace(/-\d{4}[a-z]?$/, '')
  const word = [...written.matchAll(/[\p{L}\p{M}'’-]+/gu)].find(([one]) => foldFamily(one) === wrong)
  return word && family ? [replacing(view, start + word.index, word[0], family)] : []
}
