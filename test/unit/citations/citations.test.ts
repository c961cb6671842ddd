import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  citesIn,
  dialectOf,
  insertionOf,
  placeFor,
  syntaxes,
  syntaxNamed,
  withoutCites,
} from '../../../server/src/citations/index.js'
import { toSource } from '../../../server/src/prose/block.js'
import { parseDocument } from '../../../server/src/prose/document.js'
import { contains } from '../../../server/src/text/span.js'
import { citeTexts, markdown, plain, seen } from './plain.js'

/** Text in which citations of all kinds, whole and broken, are likely. */
const scraps = fc.constantFrom(
  ...[
    '[',
    ']',
    '(',
    ')',
    '@',
    '^',
    '^[',
    '[^',
    ', ',
    '; ',
    '–',
    '-',
    '.',
    ' ',
    '\r\n',
    '👩‍🔬',
    'é',
    'Moss',
    'van',
    'et al.',
    ' and ',
    '&',
  ],
  ...[
    '2009',
    '2011a',
    '3',
    '12',
    '0',
    '¹²',
    '⁻',
    'doi:',
    '10.1000/x',
    'PMID: 5',
    '{cite}',
    '`',
    '](https://doi.org/10.1000/y)',
    '\ud83d',
  ],
)
const hostile = fc
  .array(fc.oneof(scraps, fc.string({ maxLength: 4 })), { maxLength: 60 })
  .map((parts) => parts.join(''))

describe('the citations of a block', () => {
  it('come from all syntaxes, in order', () => {
    const text = 'A [@moss], b (Tan, 2011), c [3], d.^4^ E[^5] f PMID: 6.'
    assert.deepEqual(
      citesIn(plain(text)).map(({ syntax }) => syntax),
      ['pandoc', 'author-year', 'numeric', 'superscript', 'footnote', 'identifier'],
    )
  })

  it('never overlap: the longest stands and takes in the works of those inside', () => {
    const text = 'So (Moss, 2011; [@tan]) it is.'
    assert.deepEqual(
      citesIn(plain(text)).map((cite) => seen(text, cite)),
      [['(Moss, 2011; [@tan])', 'Moss, 2011 => author-year:moss-2011', '@tan => key:tan']],
    )
    assert.deepEqual(citeTexts('So^[3]^ and [@doi:10.1000/x].'), ['^[3]^', '[@doi:10.1000/x]'])
  })

  it('have exact offsets behind emoji, combining marks and line ends', () => {
    const text = '👩‍🔬 e\u0301tude\r\nis [@moss] and (A\u030Angstro\u0308m et al., 2009).'
    assert.deepEqual(citeTexts(text), ['[@moss]', '(A\u030Angstro\u0308m et al., 2009)'])
    assert.deepEqual(citesIn(plain(text))[1]!.targets[0]!.names, ['author-year:angstrom-2009'])
    const block = markdown('👩‍🔬 **so**\r\nit _is_ [@moss].')
    const { start, end } = toSource(block, citesIn(block)[0]!)
    assert.equal(block.source.slice(start, end), '[@moss]')
  })

  it('lie in the text and hold their targets, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const whole = { start: 0, end: text.length }
        let last = 0
        for (const cite of citesIn(plain(text))) {
          assert.ok(contains(whole, cite) && cite.start < cite.end && cite.start >= last)
          assert.ok(!cite.removable || contains(cite, cite.removable) || contains(whole, cite.removable))
          let before = cite.start
          for (const target of cite.targets) {
            assert.ok(contains(cite, target) && target.names.length > 0 && target.start >= cite.start)
            assert.ok(target.end >= before)
            before = target.start
          }
          last = cite.end
        }
      }),
      { numRuns: 400 },
    )
  })

  it('are found in any Markdown', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { block } of parseDocument(text).blocks) citesIn(block)
      }),
      { numRuns: 100 },
    )
  })

  it('are found in time that grows with the text, not with its square', () => {
    const units = [
      '[',
      '(',
      '@',
      '^',
      '[[((^^@@',
      '[1,',
      '^[',
      '@{',
      '(2009',
      'A, ',
      '10.1000/(',
      '](https://',
      'et al. ',
    ]
    // In quadratic time this would outlast the runner's patience.
    for (const unit of units) {
      const text = unit.repeat(200_000 / unit.length)
      for (const { end } of citesIn(plain(text))) assert.ok(end <= text.length)
    }
  })
})

describe('writing a citation', () => {
  it('is what its syntax reads', () => {
    const work = {
      key: 'moss',
      number: 3,
      label: 'Moss, 2011',
      footnote: 'a',
      identifier: 'doi:10.1000/x',
    } as const
    for (const syntax of syntaxes) {
      const { blocks } = parseDocument(`Heat helps ${syntax.write([work])!}.`.replace(' ^', '^'))
      const found = blocks.flatMap(({ block }) => [...syntax.find(block)])
      assert.equal(found.length, 1, syntax.name)
    }
  })

  it('places brackets before the final punctuation, raised signs behind it', () => {
    const before = { placement: 'before-stop' } as const
    const after = { placement: 'after-stop' } as const
    assert.equal(placeFor('It rose. ', before), 7)
    assert.equal(placeFor('It rose. ', after), 8)
    assert.equal(placeFor('It rose?!', before), 7)
    assert.equal(placeFor('It rose', before), 7)
    assert.equal(placeFor('He said “it rose.”', before), 18)
    assert.equal(placeFor('', before), 0)
    assert.equal(placeFor('...', before), 0)
  })

  it('puts a space before brackets only', () => {
    assert.deepEqual(insertionOf('It rose.', syntaxNamed('numeric')!, [{ number: 3 }]), {
      offset: 7,
      text: ' [3]',
    })
    assert.deepEqual(insertionOf('It rose.', syntaxNamed('footnote')!, [{ footnote: 'a' }]), {
      offset: 8,
      text: '[^a]',
    })
    assert.equal(insertionOf('It rose.', syntaxNamed('numeric')!, [{ key: 'moss' }]), undefined)
  })

  it('follows the dialect that the document uses most', () => {
    assert.equal(dialectOf(citesIn(plain('A [@a], b [3], c [@b].'))), 'pandoc')
    assert.equal(dialectOf(citesIn(plain('A [3], c [@b].'))), 'numeric')
    assert.equal(dialectOf([]), undefined)
  })
})

describe('a sentence without its citations', () => {
  const cleaned = (text: string) => withoutCites(text, citesIn(plain(text)))

  it('reads as if it cited nothing', () => {
    const cases = {
      'Heat helps [3].': 'Heat helps.',
      'Heat helps (Moss et al., 2011), but cold does not (see [@tan]).': 'Heat helps, but cold does not.',
      'Heat helps.^3^ Cold,² too.': 'Heat helps. Cold, too.',
      'Heat [1][2], [4] and [6] helps.': 'Heat helps.',
      '[3] Heat helps.': 'Heat helps.',
      'Moss et al. (2011) found heat.': 'Moss et al. found heat.',
      'It was found by Moss et al. (2011).': 'It was found by Moss et al.',
      'Heat—so [@moss]—helps (PMID: 5).': 'Heat—so—helps.',
      'Heat (reviewed in [3, 4]) helps.': 'Heat helps.',
      'Heat [@moss]helps.': 'Heat helps.',
      'Heat helps.': 'Heat helps.',
    }
    for (const [text, expected] of Object.entries(cases)) assert.equal(cleaned(text).text, expected)
  })

  it('leads back to the text as written', () => {
    const text = 'Heat [3] helps (Moss, 2011) rats.'
    const { text: clean, original } = cleaned(text)
    assert.equal(clean, 'Heat helps rats.')
    const written = (part: string) => {
      const start = clean.indexOf(part)
      const span = original({ start, end: start + part.length })
      return text.slice(span.start, span.end)
    }
    assert.equal(written('Heat'), 'Heat')
    assert.equal(written('helps'), 'helps')
    assert.equal(written('rats'), 'rats')
    assert.equal(written('Heat helps'), 'Heat [3] helps')
    assert.equal(written('.'), '.')
  })

  it('keeps every letter in place, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { text: clean, original } = cleaned(text)
        for (let i = 0; i < clean.length; i++) {
          const { start, end } = original({ start: i, end: i + 1 })
          assert.equal(text.slice(start, end), clean[i])
        }
      }),
      { numRuns: 300 },
    )
  })
})
