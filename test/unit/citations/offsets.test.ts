import assert from 'node:assert/strict'
import fc from 'fast-check'
import { citesIn } from '../../../server/src/citations/index.js'
import { isCrossReference } from '../../../server/src/citations/syntaxes/keys.js'
import { toSource } from '../../../server/src/prose/block.js'
import { parseDocument } from '../../../server/src/prose/document.js'
import { shifted, type Span } from '../../../server/src/text/span.js'

/** What stands before a citation and makes offsets go wrong: signs of two code units or several code points, line ends, markup. */
const before = fc.array(
  fc.constantFrom(
    '👩‍🔬 ',
    '🧪',
    'e\u0301tude ',
    'A\u030a ',
    '\r\n',
    '\n',
    '中文 ',
    '**bold** ',
    '_slanted_ ',
    '&amp; ',
    '&#233; ',
    '\\* ',
    '`x[3]` ',
    '$n^2$ ',
    '[a page](https://example.org/a) ',
    '<b>so</b> ',
    'plain ',
  ),
  { maxLength: 8 },
)

const key = fc
  .stringMatching(/^[a-z]{2,8}(?:[-_:.][a-z0-9]{1,6}){0,2}$/)
  .filter((one) => !isCrossReference(one))
const number = fc.integer({ min: 1, max: 999 })
const year = fc.integer({ min: 1900, max: 2029 })
const family = fc.constantFrom('Barlind', 'Öberg', 'O’Shea', 'Peña-Luz', 'Åkerman', 'Иванова')

/** A citation as it is written, and the texts of its targets, in each dialect. */
const written: Readonly<Record<string, fc.Arbitrary<readonly [string, ...string[]]>>> = {
  pandoc: fc.tuple(key, key).map(([a, b]) => [`[see @${a}, p. 3; -@${b}]`, `@${a}`, `@${b}`]),
  'pandoc between braces': key.map((a) => [`[@{${a};x}]`, `@{${a};x}`]),
  manubot: number.map((n) => [`[@doi:10.1000/${n}; @pmid:${n}]`, `@doi:10.1000/${n}`, `@pmid:${n}`]),
  myst: fc.tuple(key, key).map(([a, b]) => [`{cite:p}\`${a},${b}\``, a, b]),
  footnote: key.map((a) => [`[^${a}]`, a]),
  numeric: fc.tuple(number, number).map(([a, b]) => [`[${a}, ${b}]`, String(a), String(b)]),
  'numeric, escaped': number.map((a) => [`\\[${a}\\]`, String(a)]),
  superscript: number.map((a) => [`^${a},${a}^`, String(a), String(a)]),
  'superscript in HTML': number.map((a) => [`<sup>${a}</sup>`, String(a)]),
  'author and year': fc
    .tuple(family, year, family, year)
    .map(([a, y, b, z]) => [
      `(${a} et al., ${y}; ${b} & Wren ${z}a)`,
      `${a} et al., ${y}`,
      `${b} & Wren ${z}a`,
    ]),
  identifier: number.map((n) => [`(doi:10.1000/a.${n}; PMID: ${n})`, `doi:10.1000/a.${n}`, `PMID: ${n}`]),
}

describe('the place of a citation in the Markdown', () => {
  for (const [dialect, citation] of Object.entries(written)) {
    it(`is exact to the code unit, and that of each key: ${dialect}`, () => {
      fc.assert(
        fc.property(before, citation, before, (lead, [cite, ...targets], tail) => {
          const space = cite.startsWith('^') || cite.startsWith('<') ? '' : ' '
          const text = `${lead.join('')}shown${space}${cite}. ${tail.join('')}`
          const start = text.indexOf(cite, lead.join('').length)
          const found = placedIn(text).find((one) => one.start === start)
          assert.ok(found, text)
          const slice = (span: Span): string => text.slice(span.start, span.end)
          assert.deepEqual([slice(found), ...found.targets.map(slice)], [cite, ...targets])
        }),
        { numRuns: 60 },
      )
    })
  }
})

function placedIn(text: string): (Span & { targets: readonly Span[] })[] {
  return parseDocument(text).blocks.flatMap(({ block, start }) =>
    citesIn(block).map((cite) => ({
      ...shifted(toSource(block, cite), start),
      targets: cite.targets.map((target) => shifted(toSource(block, target), start)),
    })),
  )
}
