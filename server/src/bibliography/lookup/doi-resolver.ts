import { cslEntry, isItem } from '../formats/csl-item.js'
import { plainText } from './rich-text.js'
import { asText, objectIn, valueOf, workOf, type Service } from './service.js'

/**
 * doi.org, asked for data instead of a page: it sends us on to the agency where the DOI is registered. For works that
 * Crossref does not know, such as data sets and the DOIs of other agencies.
 */
export const doiResolver: Service = {
  name: 'doi.org',
  hosts: [
    'doi.org',
    'www.doi.org',
    'dx.doi.org',
    'api.crossref.org',
    'data.crossref.org',
    'data.crosscite.org',
    'data.datacite.org',
    'api.datacite.org',
    'data.medra.org',
  ],
  pace: 250,
  accepts: 'json',
  request(name) {
    const doi = valueOf(name, 'doi')
    if (doi === undefined) return undefined
    const url = `https://doi.org/${encodeURIComponent(doi).replace(/%2F/g, '/')}`
    return { url, accept: 'application/vnd.citationstyles.csl+json' }
  },
  read(_name, body) {
    const item = objectIn(body)
    if (!item || !isItem(item)) return { problem: 'the answer is no CSL-JSON' }
    const title = asText(item.title)
    const abstract = asText(item.abstract)
    const entry = cslEntry(
      {
        ...item,
        id: undefined,
        ...(title !== undefined && { title: plainText(title) }),
        ...(abstract !== undefined && { abstract: plainText(abstract) }),
      },
      { uri: '', span: { start: 0, end: 0 } },
    )
    return { works: [workOf(entry, [])] }
  },
}
