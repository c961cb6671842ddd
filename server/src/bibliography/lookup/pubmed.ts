import { medline, nbib } from '../formats/nbib.js'
import { taggedEntries, type TaggedRecord } from '../formats/tagged.js'
import { isoDate } from '../reference/dates.js'
import type { Notice } from '../retraction-watch.js'
import type { RetractionKind } from '../retractions.js'
import { entrezUrl, ncbi } from './entrez.js'
import { plainText } from './rich-text.js'
import { valueOf, workOf, type Service } from './service.js'

/** PubMed through NCBI's E-utilities: a work by its PMID, in the format that PubMed itself exports. */
export const pubmed: Service = {
  name: 'PubMed',
  ...ncbi,
  accepts: 'text/plain',
  request(name, asker) {
    const pmid = valueOf(name, 'pmid')
    if (pmid === undefined) return undefined
    const query = { db: 'pubmed', id: pmid, rettype: 'medline', retmode: 'text' }
    return { url: entrezUrl('efetch', query, asker), accept: 'text/plain' }
  },
  read(name, body) {
    const { items } = nbib.parse('', body)
    const [entry] = items
    if (!entry) {
      // PubMed answers in this way, and not by a status, where it has no such number.
      const isAbsent =
        body.trim() === '' || /PMID is not available|UID=\S{1,20}: not found|Empty id list/i.test(body)
      return isAbsent ? { works: [] } : { problem: 'the answer is no record of PubMed' }
    }
    if (`pmid:${entry.pmid ?? ''}` !== name) return { problem: 'the answer is about another work' }
    const { title } = entry
    const work = workOf(entry, noticesIn(body, entry.pmid!, entry.doi))
    if (title === undefined) return { works: [work] }
    return { works: [{ ...work, fields: { ...work.fields, title: plainText(title) } }] }
  },
}

/** The fields that lead to notices, and what they are: "Retraction in", "Expression of concern in", "Erratum in". */
const kinds: Readonly<Record<string, RetractionKind>> = {
  RIN: 'retraction',
  RRI: 'retraction',
  ECI: 'expression of concern',
  EIN: 'correction',
  CRI: 'correction',
}

function noticesIn(body: string, pmid: string, doi: string | undefined): readonly Notice[] {
  const [values] = valuesIn(body)
  const about = { pmid, ...(doi && { doi }) }
  const notices = Object.entries(kinds).flatMap(([tag, kind]) =>
    (values?.get(tag) ?? []).map((where): Notice => {
      // "J Sleep Med. 2012 Mar 4;22(3):1": what follows the date is no part of it.
      const date = isoDate(where.split(';')[0]!)
      return { kind, ...about, ...(date && { date }) }
    }),
  )
  const isMarked = values?.get('PT')?.includes('Retracted Publication') ?? false
  return isMarked && !notices.some(({ kind }) => kind === 'retraction')
    ? [...notices, { kind: 'retraction', ...about }]
    : notices
}

/** The values of each record, for what no entry holds. */
function valuesIn(body: string): readonly TaggedRecord['values'][] {
  const found: TaggedRecord['values'][] = []
  taggedEntries(body, medline, ({ values }) => {
    found.push(values)
    return undefined
  })
  return found
}
