import assert from 'node:assert/strict'
import fc from 'fast-check'
import { titleName } from '../../../server/src/bibliography/lookup/crossref.js'
import { services } from '../../../server/src/bibliography/lookup/index.js'
import { identifierMeant, requestsFor } from '../../../server/src/bibliography/lookup/requests.js'
import type { Answer, Work } from '../../../server/src/bibliography/lookup/service.js'
import type { Name } from '../../../server/src/text/name.js'
import { crossrefAnswer, crossrefSearch, cslAnswer, medlineAnswer, pmcAnswer } from './answers.js'

const nobody = { email: '' }
const serviceNamed = (name: string) => services.find((one) => one.name === name)!
const read = (service: string, name: Name, body: string): Answer => serviceNamed(service).read(name, body)

function workOf(answer: Answer): Work {
  assert.ok('works' in answer && answer.works.length === 1, JSON.stringify(answer))
  return answer.works[0]!
}

describe('what is asked', () => {
  it('of whom, in order, depends on the kind of the name', () => {
    const askedFor = (name: Name) => requestsFor(name, nobody).map(({ service }) => service.name)
    assert.deepEqual(askedFor('doi:10.5555/x'), ['Crossref', 'doi.org'])
    assert.deepEqual(askedFor('pmid:12'), ['PubMed'])
    assert.deepEqual(askedFor('pmcid:PMC12'), ['PubMed Central'])
    assert.deepEqual(askedFor(titleName('Light')), ['Crossref'])
    assert.deepEqual(askedFor('key:barlind2009'), [])
    assert.deepEqual(askedFor('doi:10.5555/\ud800'), [])
  })

  it('is the identifier and who asks, and nothing else', () => {
    const urls = (email: string) =>
      (['doi:10.5555/a<b>#c?d/e', 'pmid:12', 'pmcid:PMC34'] as const).flatMap((name) =>
        requestsFor(name, { email }).map(({ request }) => request.url),
      )
    assert.deepEqual(urls(''), [
      'https://api.crossref.org/works/10.5555%2Fa%3Cb%3E%23c%3Fd%2Fe',
      'https://doi.org/10.5555/a%3Cb%3E%23c%3Fd/e',
      'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?db=pubmed&id=12&rettype=medline&retmode=text&tool=bioprose',
      'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pmc&id=34&retmode=json&tool=bioprose',
    ])
    assert.ok(urls('a@b.example').every((url) => url.includes('a%40b.example') || url.includes('doi.org')))
  })

  it('of a title is no longer than titles are', () => {
    assert.equal(titleName('  Light \n at  night ').slice(6), 'Light at night')
    assert.equal(titleName('x'.repeat(5000)).length, 306)
  })

  it('goes to servers over https that the service names', () => {
    for (const name of ['doi:10.5555/x', 'pmid:12', 'pmcid:PMC12', titleName('Light')] as const) {
      for (const { service, request } of requestsFor(name, nobody)) {
        const { protocol, host } = new URL(request.url)
        assert.equal(protocol, 'https:')
        assert.equal(host, service.hosts[0])
      }
    }
  })
})

describe('an identifier that somebody types', () => {
  const meant: Readonly<Record<string, Name | undefined>> = {
    '10.5555/ABC': 'doi:10.5555/abc',
    ' doi:10.5555/abc ': 'doi:10.5555/abc',
    'https://doi.org/10.5555/abc.': 'doi:10.5555/abc',
    '123456': 'pmid:123456',
    'PMID: 123456': 'pmid:123456',
    'https://pubmed.ncbi.nlm.nih.gov/123456/': 'pmid:123456',
    PMC123456: 'pmcid:PMC123456',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/': 'pmcid:PMC123456',
    'https://example.org/paper': undefined,
    'Melatonin was shown to help (doi:10.5555/abc)': undefined,
    '10.5555/abc 10.5555/def': undefined,
    '0123': undefined,
    '': undefined,
    'arXiv:2101.01234': undefined,
  }
  for (const [written, name] of Object.entries(meant))
    it(`'${written}' means ${name ?? 'nothing'}`, () => { assert.equal(identifierMeant(written), name) }) // prettier-ignore
})

describe('Crossref', () => {
  it('tells of a work: who, what, when the issue was printed, where', () => {
    const { fields, notices } = workOf(read('Crossref', 'doi:10.5555/light.19', crossrefAnswer()))
    assert.deepEqual(fields, {
      type: 'article-journal',
      authors: [
        { family: 'Barlind', given: 'Anna' },
        { family: 'Wren', given: 'Bo' },
        { literal: 'The Dusk Study Group' },
      ],
      etAl: false,
      title: 'Evening light and melatonin onset & sleep',
      container: 'Journal of Sleep Medicine',
      year: 2009,
      volume: '19',
      issue: '5',
      page: '415-422',
      doi: '10.5555/light.19',
    })
    assert.deepEqual(notices, [])
  })

  it('tells retraction, concern and correction apart, with their dates', () => {
    const update = (type: string, ...date: number[]) => ({
      type,
      DOI: '10.5555/notice',
      updated: { 'date-parts': [date] },
    })
    const { notices } = workOf(
      read(
        'Crossref',
        'doi:10.5555/light.19',
        crossrefAnswer({
          'updated-by': [
            update('retraction', 2012, 3, 4),
            update('partial_retraction', 2011),
            update('expression_of_concern', 2011, 2),
            update('erratum', 2010, 1, 1),
            update('new_version', 2010),
          ],
        }),
      ),
    )
    assert.deepEqual(
      notices.map(({ kind, date, doi }) => `${kind} ${date ?? ''} ${doi ?? ''}`),
      [
        'retraction 2012-03-04 10.5555/light.19',
        'expression of concern 2011 10.5555/light.19',
        'expression of concern 2011-02 10.5555/light.19',
        'correction 2010-01-01 10.5555/light.19',
      ],
    )
  })

  it('does not take a notice for the work that it is about', () => {
    const { notices } = workOf(
      read(
        'Crossref',
        'doi:10.5555/notice',
        crossrefAnswer({
          DOI: '10.5555/notice',
          title: ['Retraction: Evening light'],
          'update-to': [{ type: 'retraction', DOI: '10.5555/LIGHT.19', updated: { 'date-parts': [[2012]] } }],
        }),
      ),
    )
    assert.deepEqual(notices, [{ kind: 'retraction', doi: '10.5555/light.19', date: '2012' }])
  })

  it('knows a work that was withdrawn in its place by its title', () => {
    const { fields, notices } = workOf(
      read(
        'Crossref',
        'doi:10.5555/light.19',
        crossrefAnswer({ title: ['RETRACTED ARTICLE: Evening light'] }),
      ),
    )
    assert.equal(fields.title, 'Evening light')
    assert.deepEqual(notices, [{ kind: 'retraction', doi: '10.5555/light.19' }])
  })

  it('reads the number of an article for its pages, and a publisher of a book', () => {
    const article = workOf(
      read('Crossref', 'doi:10.5555/light.19', crossrefAnswer({ page: undefined, 'article-number': 'e77' })),
    )
    assert.equal(article.fields.page, 'e77')
    const book = workOf(read('Crossref', 'doi:10.5555/light.19', crossrefAnswer({ type: 'monograph' })))
    assert.equal(book.fields.type, 'book')
    assert.equal(book.fields.publisher, 'Nightfall Press')
  })

  it('finds several works, or none, by a title', () => {
    const search = (...works: Record<string, unknown>[]) =>
      read('Crossref', titleName('Evening light'), crossrefSearch(works))
    assert.deepEqual(search(), { works: [] })
    const found = search({ DOI: '10.5555/a' }, { DOI: '10.5555/b' }, { DOI: undefined })
    assert.ok('works' in found)
    assert.deepEqual(found.works.map(({ fields }) => fields.doi), ['10.5555/a', '10.5555/b']) // prettier-ignore
  })
})

describe('doi.org', () => {
  it('tells of a work in CSL-JSON', () => {
    const { fields } = workOf(read('doi.org', 'doi:10.5555/lamps', cslAnswer()))
    assert.equal(fields.title, 'Street lamps of small towns')
    assert.equal(fields.year, 2021)
    assert.equal(fields.doi, '10.5555/lamps')
  })
})

describe('PubMed', () => {
  it('tells of a work', () => {
    const { fields, notices } = workOf(read('PubMed', 'pmid:900001', medlineAnswer()))
    assert.deepEqual(
      [fields.title, fields.year, fields.pmid, fields.pmcid, fields.doi, fields.authors[0]],
      ['Evening light and melatonin onset & sleep', 2009, '900001', 'PMC800001', '10.5555/light.19', { family: 'Barlind', given: 'Anna' }],
    ) // prettier-ignore
    assert.deepEqual(notices, [])
  })

  it('tells retraction, concern and correction apart', () => {
    const { notices } = workOf(
      read(
        'PubMed',
        'pmid:900001',
        medlineAnswer(
          'RIN - J Sleep Med. 2012 Mar 4;22(3):1. PMID: 900002\nECI - J Sleep Med. 2011 Feb;21(2):1. PMID: 900003\n' +
            'EIN - J Sleep Med. 2010;20(1):9\nPT  - Retracted Publication\n',
        ),
      ),
    )
    assert.deepEqual(
      notices.map(({ kind, date, pmid }) => `${kind} ${date ?? ''} ${pmid ?? ''}`),
      ['retraction 2012-03-04 900001', 'expression of concern 2011-02 900001', 'correction 2010 900001'],
    )
  })

  it('marks a work as retracted even where it names no notice', () => {
    const { notices } = workOf(read('PubMed', 'pmid:900001', medlineAnswer('PT  - Retracted Publication\n')))
    assert.deepEqual(notices, [{ kind: 'retraction', pmid: '900001', doi: '10.5555/light.19' }])
  })

  it('knows no such number, in any of its ways of saying so', () => {
    for (const body of [
      '',
      '\n',
      '\nid: 900009 Error occurred: The following PMID is not available: 900009\n',
    ])
      assert.deepEqual(read('PubMed', 'pmid:900009', body), { works: [] })
  })

  it('is not believed where it tells of another work', () => {
    assert.ok('problem' in read('PubMed', 'pmid:900009', medlineAnswer()))
  })
})

describe('PubMed Central', () => {
  it('tells of a work, and where to learn more', () => {
    const answer = read('PubMed Central', 'pmcid:PMC800001', pmcAnswer())
    const { fields } = workOf(answer)
    assert.deepEqual(
      [fields.title, fields.year, fields.pmcid, fields.pmid, fields.authors],
      [
        'Evening light and melatonin onset & sleep',
        2009,
        'PMC800001',
        '900001',
        [
          { family: 'Barlind', given: 'A' },
          { family: 'Wren', given: 'B' },
        ],
      ],
    )
    assert.equal('seeAlso' in answer && answer.seeAlso, 'pmid:900001')
  })

  it('knows no such number, and says so in a summary', () => {
    const error = { error: 'cannot get document summary' }
    assert.deepEqual(read('PubMed Central', 'pmcid:PMC800001', pmcAnswer(error)), { works: [] })
    assert.ok('problem' in read('PubMed Central', 'pmcid:PMC800001', pmcAnswer({ error: 'out of order' })))
  })
})

describe('every service', () => {
  const names = ['doi:10.5555/light.19', 'pmid:900001', 'pmcid:PMC800001', titleName('Light')] as const
  const readAll = (body: string) =>
    services.flatMap((service) => names.map((name) => service.read(name, body)))

  it('says what is wrong with an answer that is none', () => {
    for (const body of ['{"message":', '<html>Please wait</html>', '[]', '17', 'null', '{"message": []}'])
      for (const answer of readAll(body)) assert.ok('problem' in answer, `${body}: ${JSON.stringify(answer)}`)
  })

  it('never throws, whatever is in the answer', () => {
    const answers = [crossrefAnswer(), crossrefSearch([{}]), cslAnswer(), pmcAnswer(), medlineAnswer()]
    fc.assert(
      fc.property(
        fc.constantFrom(...answers),
        fc.nat(),
        fc.nat(30),
        fc.string(),
        (body, at, length, more) => {
          const start = at % body.length
          readAll(body.slice(0, start) + more + body.slice(start + length))
        },
      ),
    )
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (value) => {
        readAll(`{"message": ${value}}`)
        readAll(`{"message": {"items": [{"DOI": "10.5555/x", "title": ${value}, "author": ${value}, "updated-by": ${value}}]}}`)
        readAll(`{"type": ${value}, "title": ${value}, "issued": ${value}}`)
        readAll(`{"result": {"800001": {"articleids": ${value}, "authors": ${value}, "title": ${value}}}}`)
      }),
    ) // prettier-ignore
  })
})
