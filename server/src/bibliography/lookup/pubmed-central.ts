import { namesOf } from '../names.js'
import { authorIn } from '../formats/tagged.js'
import { cleanFields, noFields, yearIn } from '../formats/values.js'
import { entrezUrl, ncbi } from './entrez.js'
import { plainText } from './rich-text.js'
import { asList, asObject, asText, objectIn, valueOf, workOf, type Service } from './service.js'

/** PubMed Central through NCBI's E-utilities: a work by its PMCID, and the PMID under which PubMed knows more of it. */
export const pubmedCentral: Service = {
  name: 'PubMed Central',
  ...ncbi,
  accepts: 'json',
  request(name, asker) {
    const digits = digitsOf(valueOf(name, 'pmcid'))
    if (digits === undefined) return undefined
    const query = { db: 'pmc', id: digits, retmode: 'json' }
    return { url: entrezUrl('esummary', query, asker), accept: 'application/json' }
  },
  read(name, body) {
    const digits = digitsOf(valueOf(name, 'pmcid')) ?? ''
    const answer = objectIn(body)
    const summary = asObject(asObject(answer?.result)?.[digits])
    const refusal = asText(summary?.error) ?? asText(asList(answer?.esummaryresult)[0])
    if (refusal !== undefined) {
      const isAbsent = /cannot get document summary|not found|empty id list|invalid uid/i.test(refusal)
      return isAbsent ? { works: [] } : { problem: `it says '${refusal.slice(0, 80)}'` }
    }
    if (!summary) return { problem: 'the answer is not what PubMed Central usually says' }
    const fields = fieldsIn(summary, digits)
    const entry = { ...fields, names: namesOf(fields), source: { uri: '', span: { start: 0, end: 0 } } }
    return { works: [workOf(entry, [])], ...(fields.pmid && { seeAlso: `pmid:${fields.pmid}` as const }) }
  },
}

function digitsOf(pmcid: string | undefined): string | undefined {
  return pmcid && /^(?:PMC)?(\d{1,9})$/i.exec(pmcid)?.[1]
}

function fieldsIn(summary: Readonly<Record<string, unknown>>, digits: string) {
  const identifier = (type: string) =>
    asList(summary.articleids)
      .map(asObject)
      .flatMap((one) => (one?.idtype === type ? (asText(one.value) ?? []) : []))
      .find((value) => value !== '0')
  const title = asText(summary.title)
  return cleanFields({
    ...noFields,
    type: 'article-journal',
    authors: asList(summary.authors).flatMap((one) => authorIn(asText(asObject(one)?.name) ?? '') ?? []),
    title: title && plainText(title).replace(/\.$/, ''),
    container: asText(summary.fulljournalname) ?? asText(summary.source),
    year: yearIn(asText(summary.printpubdate) ?? asText(summary.pubdate) ?? asText(summary.epubdate)),
    volume: asText(summary.volume),
    issue: asText(summary.issue),
    page: asText(summary.pages),
    doi: identifier('doi'),
    pmid: identifier('pmid'),
    pmcid: digits,
  })
}
