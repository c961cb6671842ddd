import assert from 'node:assert/strict'
import {
  entriesInBlock,
  isReferenceHeading,
  looksLikeReference,
  referenceEntry,
} from '../../../server/src/bibliography/reference-list.js'

const first = 'Quill MB. Tails of mice. Rodent Care 2011;3:4–8.'
const second = 'Oakes T, Fern L. Ears of mice. Rodent Care 2012;4:9–12.'

describe('entriesInBlock', () => {
  const cases: readonly [string, string, readonly (number | undefined)[]][] = [
    ['lines with bullets', `  • ${first}\n  • ${second}`, [undefined, undefined]],
    ['numbers with full stops', `1. ${first}\n2. ${second}`, [1, 2]],
    ['numbers in brackets', `[7] ${first}\n[8] ${second}`, [7, 8]],
    ['numbers in brackets in one line', `[1] ${first} [2] ${second}`, [1, 2]],
    ['numbers with one bracket', `1) ${first}\n2) ${second}`, [1, 2]],
    ['lines without marks', `${first}\n${second}`, [undefined, undefined]],
    ['CRLF', `1. ${first}\r\n2. ${second}\r\n`, [1, 2]],
  ]
  for (const [layout, text, numbers] of cases) {
    it(`cuts ${layout}`, () => {
      const entries = entriesInBlock(text, false)
      assert.deepEqual(
        entries.map(({ span }) => text.slice(span.start, span.end)),
        [first, second],
      )
      assert.deepEqual(
        entries.map(({ number }) => number),
        numbers,
      )
      assert.deepEqual(
        entries.map(({ fields }) => fields.authors.length),
        [1, 2],
      )
    })
  }

  it('keeps hanging text with its entry', () => {
    const text =
      'Quill MB. Tails of\n  mice. Rodent Care\n  2011;3:4–8.\nOakes T, Fern L. Ears of\n  mice. Rodent Care 2012;4:9–12.'
    const entries = entriesInBlock(text, false)
    assert.deepEqual(
      entries.map(({ fields }) => fields.year),
      [2011, 2012],
    )
    assert.deepEqual(
      entries.map(({ fields }) => fields.title),
      ['Tails of mice', 'Ears of mice'],
    )
  })

  it('does not take a year or a page at the beginning of a line for a number', () => {
    const text =
      '1. Quill MB. Tails of mice. Rodent Care\n2011. 3:4–8.\n2. Oakes T. Ears. Rodent Care 2012;4:9–12.'
    assert.deepEqual(
      entriesInBlock(text, false).map(({ number }) => number),
      [1, 2],
    )
  })

  it('takes an item of a list for one entry', () => {
    assert.equal(entriesInBlock(`${first}\n${second}`, true).length, 1)
  })

  it('finds none in white space', () => {
    assert.deepEqual(entriesInBlock(' \n \t', false), [])
  })
})

describe('isReferenceHeading', () => {
  for (const heading of [
    'References',
    '7. References',
    'REFERENCES:',
    '**Works Cited**',
    'IV. Bibliography',
    'Literaturverzeichnis',
    'Références',
    '参考文献',
    'References and notes',
    'List of references',
  ]) {
    it(`knows ${heading}`, () => {
      assert.ok(isReferenceHeading(heading))
    })
  }
  for (const heading of [
    'Reflection',
    'Referees',
    'References to mice in poetry',
    'Source code',
    '',
    'Literature review',
  ]) {
    it(`does not take “${heading}” for one`, () => {
      assert.ok(!isReferenceHeading(heading))
    })
  }
})

describe('looksLikeReference', () => {
  it('tells references from prose', () => {
    assert.ok(looksLikeReference(first))
    assert.ok(looksLikeReference(`${first}\n${second}`))
    assert.ok(
      !looksLikeReference('Dormice sleep through most of the winter. They wake when the hazel flowers.'),
    )
    assert.ok(
      !looksLikeReference('In 2011, Quill and her students counted the nests in 14 woods near the coast.'),
    )
  })
})

describe('referenceEntry', () => {
  const source = { uri: 'file:///a.md', span: { start: 0, end: 10 } }
  const named = (text: string, number?: number) =>
    referenceEntry(entriesInBlock(text, true)[0]!.fields, number, source).names

  it('names an entry by its identifiers, its author and year, and its number', () => {
    assert.deepEqual(
      named('Müller-Öz, A. (2009a). Mice. Rodent Care, 1, 2–3. https://doi.org/10.1000/ABC', 4),
      ['doi:10.1000/abc', 'author-year:muller-oz-2009a', 'author-year:muller-oz-2009', 'number:4'],
    )
  })

  it('names it with particles and without', () => {
    assert.deepEqual(named('van der Ploeg, I. (2009). Mice. Rodent Care, 1, 2–3.'), [
      'author-year:van-der-ploeg-2009',
      'author-year:ploeg-2009',
    ])
  })

  it('names a body by its whole name', () => {
    assert.deepEqual(named('World Dormouse Organization. (2009). Mice. Rodent Care, 1, 2–3.'), [
      'author-year:world-dormouse-organization-2009',
    ])
  })

  it('calls a work without a year undated, and one without an author nothing', () => {
    assert.deepEqual(named('Quill MB. Tails of mice. Rodent Care.'), ['author-year:quill-undated'])
    assert.deepEqual(named('“Tails of mice.” Rodent Care, 2003.'), [])
  })
})
