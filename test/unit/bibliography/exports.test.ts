import assert from 'node:assert/strict'
import fc from 'fast-check'
import { cslYaml } from '../../../server/src/bibliography/formats/csl-yaml.js'
import { endnoteXml } from '../../../server/src/bibliography/formats/endnote-xml.js'
import type { BibliographyFormat } from '../../../server/src/bibliography/formats/format.js'
import { nbib } from '../../../server/src/bibliography/formats/nbib.js'
import { ris } from '../../../server/src/bibliography/formats/ris.js'
import type { Entry } from '../../../server/src/bibliography/entry.js'

/** What an entry says of the work, without where it stands. */
function saidIn(entry: Entry): Partial<Entry> {
  const said: Partial<Entry> & { source?: unknown } = { ...entry }
  delete said.source
  return said
}

const article = {
  type: 'article-journal',
  etAl: false,
  title: 'Night feeding of dormice',
  container: 'Annals of Rodent Care',
  year: 2014,
  volume: '12',
  issue: '3',
  page: '201-209',
  doi: '10.1000/arc.77',
} as const

const quill = { family: 'Quill', given: 'Marta B.' }

describe('RIS', () => {
  const record = `TY  - JOUR
ID  - quill2014
AU  - Quill, Marta B.
AU  - World Dormouse Organization
TI  - Night feeding
      of dormice
JO  - Annals of Rodent Care
PY  - 2014/03/01
VL  - 12
IS  - 3
SP  - 201
EP  - 209
DO  - 10.1000/ARC.77
AN  - PMID: 99887766
AB  - They eat at night.
ER  - 
`

  it('reads a record, with the places of the record and of its id', () => {
    const text = `\ufeff${record.replace(/\n/g, '\r\n')}`
    const { items, skipped } = ris.parse('file:///mice.ris', text)
    assert.deepEqual(skipped, [])
    assert.deepEqual(saidIn(items[0]!), {
      ...article,
      names: ['key:quill2014', 'doi:10.1000/arc.77', 'pmid:99887766', 'author-year:quill-2014'],
      authors: [quill, { literal: 'World Dormouse Organization' }],
      pmid: '99887766',
      abstract: 'They eat at night.',
    })
    const { span, keySpan } = items[0]!.source
    assert.equal(
      text.slice(span.start, span.start + 3).replace('\ufeff', ''),
      text.startsWith('\ufeff') ? 'TY' : 'TY ',
    )
    assert.equal(text.slice(keySpan!.start, keySpan!.end), 'quill2014')
  })

  it('reads on behind a record that is not closed, and behind lines that belong to none', () => {
    const { items, skipped } = ris.parse(
      'file:///mice.ris',
      `Exported today\n${record.replace('ER  - ', '')}${record}`,
    )
    assert.equal(items.length, 2)
    assert.deepEqual(skipped, [{ line: 0, reason: 'This line belongs to no record.' }])
  })

  it('skips a record without title and author', () => {
    const { items, skipped } = ris.parse('file:///mice.ris', `${record}TY  - BOOK\nPY  - 1990\nER  - \n`)
    assert.equal(items.length, 1)
    assert.deepEqual(skipped, [{ line: 16, reason: 'The record has neither title nor author.' }])
  })
})

describe('NBIB', () => {
  const record = `PMID- 99887766
OWN - NLM
DP  - 2014 Mar
TI  - Night feeding of
      dormice.
PG  - 201-9
LID - 10.1000/ARC.77 [doi]
VI  - 12
IP  - 3
FAU - Quill, Marta B.
AU  - Quill MB
CN  - World Dormouse Organization
JT  - Annals of Rodent Care
PMC - PMC7654321
PT  - Journal Article
`

  it('reads records with blank lines between', () => {
    const { items, skipped } = nbib.parse(
      'file:///mice.nbib',
      `${record}\n${record.replace('99887766', '99887767')}`,
    )
    assert.deepEqual(skipped, [])
    assert.deepEqual(saidIn(items[0]!), {
      ...article,
      page: '201-9',
      names: ['doi:10.1000/arc.77', 'pmid:99887766', 'pmcid:PMC7654321', 'author-year:quill-2014'],
      authors: [quill, { literal: 'World Dormouse Organization' }],
      pmid: '99887766',
      pmcid: 'PMC7654321',
    })
    assert.equal(items[1]!.pmid, '99887767')
  })
})

describe('EndNote XML', () => {
  const record = `<record><rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors>
<author><style face="normal">Quill, Marta B.</style></author><author>World Dormouse Organization,</author></authors></contributors>
<titles><title><style face="normal">Night feeding of </style><style face="italic">dormice</style></title></titles>
<periodical><full-title>Annals of Rodent Care</full-title></periodical><pages>201-209</pages><volume>12</volume><number>3</number>
<dates><year>2014</year></dates><electronic-resource-num>10.1000/ARC.77</electronic-resource-num></record>`

  it('reads a record', () => {
    const { items, skipped } = endnoteXml.parse('file:///mice.xml', `<xml><records>${record}</records></xml>`)
    assert.deepEqual(skipped, [])
    assert.deepEqual(saidIn(items[0]!), {
      ...article,
      names: ['key:7', 'doi:10.1000/arc.77', 'author-year:quill-2014'],
      authors: [quill, { literal: 'World Dormouse Organization' }],
    })
  })

  it('uses what stands before the place where the file breaks off', () => {
    const { items, skipped } = endnoteXml.parse(
      'file:///mice.xml',
      `<xml><records>${record}\n<record><titles><title>Cut`,
    )
    assert.equal(items.length, 1)
    assert.match(skipped[0]!.reason, /breaks off/)
  })

  it('reads on behind an entity that there is not', () => {
    const { items } = endnoteXml.parse(
      'file:///mice.xml',
      `<xml>${record.replace('Night', 'Night &nothing; <')}${record}</xml>`,
    )
    assert.ok(items.length >= 1)
  })
})

describe('CSL-YAML', () => {
  it('loses a bad item of CSL-YAML alone, and keeps the places of the others', () => {
    const text = [
      '---',
      'references:',
      '- id: quill2011',
      '  title: Tails of mice',
      '- id: oakes2012',
      '  title: "Ears of mice',
      '- id: fern2013',
      '  title: Paws of mice',
      '...',
      '',
    ].join('\r\n')
    const { items, skipped } = cslYaml.parse('file:///mice.yaml', text)
    const keyed = items.map(({ source }) => text.slice(source.keySpan!.start, source.keySpan!.end))
    assert.ok(keyed.includes('quill2011') && keyed.includes('fern2013'))
    assert.deepEqual(
      skipped.map(({ line }) => line),
      [5],
    )
  })

  it('reads items under references, with their places', () => {
    const text = `references:
- id: quill2014
  type: article-journal
  author:
  - {family: Quill, given: Marta B.}
  title: Night feeding of dormice
  issued: {date-parts: [[2014]]}
- 7
`
    const { items, skipped } = cslYaml.parse('file:///mice.yaml', text)
    assert.equal(items[0]!.title, 'Night feeding of dormice')
    const { keySpan } = items[0]!.source
    assert.equal(text.slice(keySpan!.start, keySpan!.end), 'quill2014')
    assert.deepEqual(skipped, [{ line: 7, reason: 'This is no CSL item: it has no id, title or type.' }])
  })
})

describe('every export format', () => {
  const formats: readonly BibliographyFormat[] = [ris, nbib, endnoteXml, cslYaml]
  const pieces = [
    'TY  - JOUR\n',
    'ER  - \n',
    'TI  - a\n',
    'PMID- 1\n',
    '<record>',
    '</record>',
    '<title>',
    '- id: a\n',
    '  title: [',
    '\r',
    '&',
    '\u0000',
    '😀',
  ]
  for (const format of formats) {
    it(`never throws, and keeps its places inside the text: ${format.name}`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), { maxLength: 12 }),
          (parts) => {
            const text = parts.join('')
            for (const { source } of format.parse('file:///a', text).items)
              assert.ok(
                0 <= source.span.start &&
                  source.span.start <= source.span.end &&
                  source.span.end <= text.length,
              )
          },
        ),
      )
    })
  }
})
