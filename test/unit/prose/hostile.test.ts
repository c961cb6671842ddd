import assert from 'node:assert/strict'
import { editDocument, parseDocument } from '../../../server/src/prose/document.js'
import { sentencesIn } from '../../../server/src/prose/sentences.js'
import { suppressionsOf } from '../../../server/src/prose/suppressions.js'

const flood = 100_000
const inputs: Readonly<Record<string, string>> = {
  'a NUL and a BOM': '\uFEFF\u0000 Sleep\u0000 restores. \u0000',
  'a flood of opening brackets': '['.repeat(flood),
  'a flood of closing brackets': ']'.repeat(flood),
  'brackets in pairs': '[]'.repeat(flood / 2),
  'images in images': '![a'.repeat(flood / 4),
  'asterisks in a row': '*a '.repeat(flood / 4),
  underscores: '_a_ '.repeat(flood / 8),
  'backticks of growing length': Array.from({ length: 1000 }, (_, i) => '`'.repeat(i + 1)).join(' '),
  dollars: '$a '.repeat(flood / 4),
  'angle brackets': '<a '.repeat(flood / 4),
  'comments that never end': '<!-- bioprose-disable '.repeat(flood / 30),
  'quotes in quotes': `${'>'.repeat(100_000)} deep`,
  'lists in lists on one line': `${'- '.repeat(20_000)}deep`,
  'lists in lists by indent': Array.from({ length: 1500 }, (_, i) => `${' '.repeat(2 * i)}- item`).join('\n'),
  'footnotes in a row': '[^a]: '.repeat(20_000),
  'a row of five thousand cells': `|${'a|'.repeat(5_000)}\n|${'-|'.repeat(5_000)}\n|${'b|'.repeat(5_000)}`,
  'front matter that never ends': `---\n${'title: a\n'.repeat(10_000)}`,
  dashes: '---\n'.repeat(20_000),
  'carriage returns': 'Sleep.\r'.repeat(100_000),
  stops: '. '.repeat(flood / 2),
  'stops without a space': '.'.repeat(flood),
  'capitals with stops': 'A. '.repeat(flood / 3),
  'closing marks behind a stop': `It rose.${'[1]'.repeat(100_000)}`,
  'surrogates without their halves': '\uD83D'.repeat(100_000),
  'at signs': '@a'.repeat(flood / 4),
  entities: '&amp'.repeat(flood / 4),
  'parentheses in a link': `[a](${'('.repeat(100_000)}`,
  'link labels': '[a]: '.repeat(100_000),
}

describe('hostile text', () => {
  for (const [name, text] of Object.entries(inputs)) {
    it(`of ${name} is read in time, and edited`, function () {
      this.timeout(2000)
      this.slow(1000)
      const document = parseDocument(text)
      for (const { block, start } of document.blocks) {
        assert.equal(text.startsWith(block.source, start), true)
        sentencesIn(block)
      }
      assert.ok(suppressionsOf(document).length >= 0)
      const middle = text.length >> 1
      const edited = editDocument(document, { start: middle, end: middle + 1, text: 'x\n' })
      assert.equal(edited.text.length, text.length + 1)
    })
  }
})
