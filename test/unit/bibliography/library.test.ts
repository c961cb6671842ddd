import assert from 'node:assert/strict'
import type { Entry } from '../../../server/src/bibliography/entry.js'
import { libraryOf } from '../../../server/src/bibliography/library.js'
import { citationLabel, renderedEntry, shortLabel } from '../../../server/src/bibliography/render.js'
import { foldFamily } from '../../../server/src/text/author-year.js'
import { escapeMarkdown, markdownLink } from '../../../server/src/text/markdown.js'

const entry = (fields: Partial<Entry>): Entry => ({
  names: [],
  type: 'article-journal',
  authors: [],
  etAl: false,
  source: { uri: 'file:///a.md', span: { start: 0, end: 1 } },
  ...fields,
})

describe('libraryOf', () => {
  it('finds entries by any name, all that share one, and none by others', () => {
    const a = entry({ names: ['key:a', 'author-year:quill-2014'] })
    const b = entry({ names: ['key:b', 'author-year:quill-2014'] })
    const library = libraryOf([a, b])
    assert.deepEqual(library.find('key:b'), [b])
    assert.deepEqual(library.find('author-year:quill-2014'), [a, b])
    assert.deepEqual(library.find('key:c'), [])
    assert.deepEqual(library.find('key:constructor'), [])
  })

  it('indexes 72,000 entries at once', () => {
    const entries = Array.from({ length: 72_000 }, (_, i) =>
      entry({ names: [`key:k${i}`, `doi:10.1000/${i}`] }),
    )
    const started = process.cpuUsage()
    const library = libraryOf(entries)
    assert.equal(library.find('doi:10.1000/71999')[0], entries[71_999])
    assert.ok(process.cpuUsage(started).user < 1_500_000)
  })
})

describe('labels and rendering', () => {
  const people = [{ family: 'Quill', given: 'Marta' }, { family: 'Oakes' }, { family: 'Fern' }]

  it('calls an entry by its authors and year, or by its title', () => {
    assert.equal(citationLabel(entry({ authors: people, year: 2014 })), 'Quill et al., 2014')
    assert.equal(citationLabel(entry({ authors: people.slice(0, 2), year: 2014 })), 'Quill and Oakes, 2014')
    assert.equal(citationLabel(entry({ authors: people })), undefined)
    assert.equal(shortLabel(entry({ title: 'Tails' })), '“Tails”')
  })

  it('escapes all that came from elsewhere', () => {
    const rendered = renderedEntry(
      entry({
        authors: [{ family: '<b>Q</b>' }],
        title: '[x](command:y) *z* `c`',
        doi: '10.1000/a)b',
        year: 2014,
      }),
    )
    assert.ok(!rendered.includes('<b>'))
    assert.doesNotMatch(rendered, /(?<!\\)\]\(command/)
    assert.match(rendered, /\]\(https:\/\/doi\.org\/10\.1000\/a%29b\)/)
  })
})

describe('escapeMarkdown', () => {
  it('shows exactly the words', () => {
    assert.equal(escapeMarkdown('a_b *c*\n# d'), 'a\\_b \\*c\\* \\# d')
    assert.equal(escapeMarkdown('1. one'), '1\\. one')
  })

  it('makes no link of what is no web address', () => {
    assert.equal(markdownLink('a', 'command:b'), 'a')
    assert.equal(markdownLink('a]', 'https://b.c/d e'), '[a\\]](https://b.c/d%20e)')
  })
})

describe('foldFamily', () => {
  for (const [written, folded] of [
    ['Müller', 'muller'],
    ['O’Nélson', 'onelson'],
    ['Øster-Ægir', 'oster-aegir'],
    ['Groß', 'gross'],
    ['van der Ploeg', 'van-der-ploeg'],
    ['De los R-T', 'de-los-r-t'],
    ['王', '王'],
    ['Łoś,', 'los'],
  ] as const) {
    it(`folds ${written}`, () => {
      assert.equal(foldFamily(written), folded)
      assert.equal(foldFamily(written.normalize('NFD')), folded)
    })
  }
})
