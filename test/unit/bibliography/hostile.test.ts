import assert from 'node:assert/strict'
import fc from 'fast-check'
import { chunksIn } from '../../../server/src/bibliography/formats/bibtex-chunks.js'
import { bibtex } from '../../../server/src/bibliography/formats/bibtex.js'
import { cslJson } from '../../../server/src/bibliography/formats/csl-json.js'
import { entriesInBlock, looksLikeReference } from '../../../server/src/bibliography/reference-list.js'
import { parseReference } from '../../../server/src/bibliography/reference/parse.js'
import { identifiersIn } from '../../../server/src/prose/identifiers.js'

/** Text out of the marks that references are made of, and of anything else. */
const marks = [
  'Quill',
  ' ',
  ', ',
  '. ',
  'M. B.',
  'et al.',
  '(2009)',
  '2009',
  '“',
  '”',
  '"',
  '*',
  '_',
  '[1] ',
  '1. ',
  '\n',
  '• ',
  ';',
  ':',
  '12(3)',
  '–',
  'doi:10.1000/a',
  'https://a.b/c',
  'In: ',
  'van ',
  '&',
  '{',
  '}',
  '@article{',
  '"id":',
  '\\',
  '\ud83d\ude00',
  '\ud800',
  '\u0000',
  'é',
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...marks), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

describe('any text at all', () => {
  it('parses without an exception, and says of a title only what the text holds', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { title, authors } = parseReference(given)
        assert.ok(title === undefined || title.length <= given.length)
        assert.ok(authors.every(({ family, literal }) => (family ?? literal ?? '').length <= given.length))
        looksLikeReference(given)
      }),
      { numRuns: 150 },
    )
  })

  it('is cut into spans that lie inside it, in order, and apart', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (given, itemized) => {
        let last = 0
        for (const { span } of entriesInBlock(given, itemized)) {
          assert.ok(span.start >= last && span.end > span.start && span.end <= given.length)
          last = span.end
        }
        last = 0
        for (const { start, end, labelStart } of identifiersIn(given)) {
          assert.ok(labelStart >= last && start >= labelStart && end > start && end <= given.length)
          last = end
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is a library, if a poor one, with entries whose places are theirs', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const format of [bibtex, cslJson]) {
          for (const { names, source } of format.parse('file:///a', given).items) {
            assert.ok(source.span.end <= given.length)
            if (format === bibtex && source.keySpan) {
              assert.equal(names[0], `key:${given.slice(source.keySpan.start, source.keySpan.end)}`)
            }
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('a megabyte of anything', () => {
  for (const unit of ['[', '“', 'A. ', 'Quill MB, ', '1 ', 'https://a.b,', '10.1000/(', '@a{b,', '[{']) {
    it(`takes no time: ${JSON.stringify(unit)}`, () => {
      const given = unit.repeat(1_000_000 / unit.length)
      const started = process.cpuUsage()
      parseReference(given)
      identifiersIn(given)
      chunksIn(given)
      cslJson.parse('file:///a', given)
      if (!unit.includes('\n')) entriesInBlock(given, false)
      assert.ok(process.cpuUsage(started).user < 2_000_000)
    })
  }
})
