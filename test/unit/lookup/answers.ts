/** What the services answer, in their shapes, about works that do not exist. */

/** A work as Crossref's REST API tells of it. */
export function crossrefWork(more: Readonly<Record<string, unknown>> = {}) {
  return {
    DOI: '10.5555/LIGHT.19',
    type: 'journal-article',
    title: ['Evening light and <i>melatonin</i> onset &amp; sleep'],
    author: [
      { given: 'Anna', family: 'Barlind', sequence: 'first', affiliation: [] },
      { given: 'Bo', family: 'Wren', sequence: 'additional', affiliation: [] },
      { name: 'The Dusk Study Group', sequence: 'additional', affiliation: [] },
    ],
    'container-title': ['Journal of Sleep Medicine'],
    'short-container-title': ['J Sleep Med'],
    publisher: 'Nightfall Press',
    issued: { 'date-parts': [[2008, 12, 30]] },
    'published-print': { 'date-parts': [[2009, 5]] },
    volume: '19',
    issue: '5',
    page: '415-422',
    URL: 'https://doi.org/10.5555/light.19',
    'reference-count': 2,
    reference: [{ key: 'one', unstructured: 'Nobody. Nothing. 1999.' }],
    ...more,
  }
}

/** Crossref's answer about one work. */
export function crossrefAnswer(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    status: 'ok',
    'message-type': 'work',
    'message-version': '1.0.0',
    message: crossrefWork(more),
  })
}

/** Crossref's answer to a search. */
export function crossrefSearch(works: readonly Readonly<Record<string, unknown>>[]): string {
  const items = works.map((work) => crossrefWork(work))
  return JSON.stringify({
    status: 'ok',
    'message-type': 'work-list',
    message: { 'total-results': items.length, items },
  })
}

/** What doi.org's agencies answer who is asked for CSL-JSON. */
export function cslAnswer(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    type: 'dataset',
    id: 'https://doi.org/10.5555/lamps',
    author: [{ family: 'Fern', given: 'Lea' }],
    issued: { 'date-parts': [[2021, 3, 1]] },
    DOI: '10.5555/LAMPS',
    publisher: 'Lantern Archive',
    title: 'Street lamps of small towns',
    ...more,
  })
}

/** A record in the format that PubMed exports. */
export function medlineAnswer(more = ''): string {
  return `
PMID- 900001
OWN - NLM
DP  - 2009 May
TI  - Evening light and melatonin onset & sleep.
PG  - 415-22
LID - 10.5555/light.19 [doi]
FAU - Barlind, Anna
AU  - Barlind A
FAU - Wren, Bo
AU  - Wren B
CN  - The Dusk Study Group
PT  - Journal Article
${more}TA  - J Sleep Med
JT  - Journal of Sleep Medicine
VI  - 19
IP  - 5
PMC - PMC800001
`
}

/** PubMed Central's summary of a work. */
export function pmcAnswer(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    header: { type: 'esummary', version: '0.3' },
    result: {
      uids: ['800001'],
      '800001': {
        uid: '800001',
        pubdate: '2009 May',
        epubdate: '2008 Dec 30',
        printpubdate: '2009 May',
        source: 'J Sleep Med',
        authors: [
          { name: 'Barlind A', authtype: 'Author' },
          { name: 'Wren B', authtype: 'Author' },
        ],
        title: 'Evening light and melatonin onset &amp; sleep.',
        volume: '19',
        issue: '5',
        pages: '415-422',
        articleids: [
          { idtype: 'pmid', value: '900001' },
          { idtype: 'doi', value: '10.5555/light.19' },
          { idtype: 'pmcid', value: 'PMC800001' },
        ],
        fulljournalname: 'Journal of Sleep Medicine',
        ...more,
      },
    },
  })
}
