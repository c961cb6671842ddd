import assert from 'node:assert/strict'
import { cslJson } from '../../../server/src/bibliography/formats/csl-json.js'

const parse = (text: string) => cslJson.parse('file:///mice.json', text)

const item = {
  id: 'quill2014',
  type: 'article-journal',
  author: [
    { family: 'Quill', given: 'Marta B.' },
    { family: 'Ploeg', given: 'Ik', 'non-dropping-particle': 'van der' },
    { literal: 'World Dormouse Organization' },
  ],
  title: 'Night feeding of <i>Muscardinus</i>',
  'container-title': 'Annals of Rodent Care',
  issued: { 'date-parts': [[2014, 3]] },
  volume: 12,
  issue: '3',
  page: '201–209',
  DOI: '10.1000/ARC.77',
  note: 'PMID: 99887766\nPMCID: PMC7654321',
  accessed: { 'date-parts': [['2021', '5', '3']] },
}

describe('CSL-JSON', () => {
  it('reads an item, with the places of the item and of its id', () => {
    const text = `\ufeff${JSON.stringify([item], undefined, 2)}`
    const { items, skipped } = parse(text)
    assert.deepEqual(skipped, [])
    const { source, ...entry } = items[0]!
    assert.deepEqual(entry, {
      names: [
        'key:quill2014',
        'doi:10.1000/arc.77',
        'pmid:99887766',
        'pmcid:PMC7654321',
        'author-year:quill-2014',
      ],
      type: 'article-journal',
      authors: [
        { family: 'Quill', given: 'Marta B.' },
        { family: 'van der Ploeg', given: 'Ik' },
        { literal: 'World Dormouse Organization' },
      ],
      etAl: false,
      title: 'Night feeding of Muscardinus',
      container: 'Annals of Rodent Care',
      year: 2014,
      volume: '12',
      issue: '3',
      page: '201-209',
      doi: '10.1000/arc.77',
      pmid: '99887766',
      pmcid: 'PMC7654321',
      accessed: '2021-05-03',
    })
    assert.equal(text.slice(source.keySpan!.start, source.keySpan!.end), 'quill2014')
    assert.deepEqual(JSON.parse(text.slice(source.span.start, source.span.end)), item)
  })

  it('reads a list inside an object, and a lone item', () => {
    assert.equal(parse('{"items": [{"id": 1, "title": "A"}, {"id": 2, "title": "B"}]}').items.length, 2)
    assert.deepEqual(
      parse('{"id": "a", "title": "A"}').items.map(({ names }) => names),
      [['key:a']],
    )
  })

  it('uses what stands before a break, and says where it breaks', () => {
    const { items, skipped } = parse(
      '[\n{"id": "a"},\n{"id": "b" "title": 1},\n{"id": "c"},\n{"id": "d", "titl',
    )
    assert.deepEqual(
      items.map(({ names }) => names[0]),
      ['key:a', 'key:c'],
    )
    assert.deepEqual(
      skipped.map(({ line }) => line),
      [2, 4],
    )
    assert.match(skipped[0]!.reason, /"b" is not valid JSON/)
    assert.match(skipped[1]!.reason, /"d" is not closed/)
  })

  it('takes the id of the item, not of what the item holds', () => {
    const text = '[{"custom": {"id": "inner"}, "id": "outer", "title": "\\"id\\": \\"no\\""}]'
    const { source, names } = parse(text).items[0]!
    assert.deepEqual(names, ['key:outer'])
    assert.equal(text.slice(source.keySpan!.start, source.keySpan!.end), 'outer')
  })

  it('understands the ways in which dates are written', () => {
    const yearOf = (issued: unknown) => parse(JSON.stringify([{ id: 'a', issued }])).items[0]!.year
    assert.deepEqual(
      [
        { raw: '3 May 2011' },
        { 'date-parts': [['2011']] },
        '2011-05',
        2011,
        { literal: 'May 2011' },
        { 'date-parts': [] },
        null,
      ].map(yearOf),
      [2011, 2011, 2011, 2011, 2011, undefined, undefined],
    )
  })

  it('says so where there is nothing to read', () => {
    assert.deepEqual(parse('[]'), { items: [], skipped: [] })
    assert.deepEqual(parse('').skipped, [])
    assert.equal(parse('hello').skipped.length, 1)
    assert.equal(parse('{"a": [1, 2]}').skipped.length, 1)
  })
})
