import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Entry } from '../../../server/src/bibliography/entry.js'
import { joinedLibrary, libraryOf } from '../../../server/src/bibliography/library.js'
import { entriesWith, searchText } from '../../../server/src/features/search-text.js'

const title = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '\n', 'C'), maxLength: 8 })

function entryCalled(words: string): Entry {
  const source = { uri: '', span: { start: 0, end: 0 } }
  return { type: 'book', authors: [], etAl: false, title: words, names: [], source }
}

describe('searching a library', () => {
  it('finds the entries in which every word occurs, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(title, { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
        title,
        fc.nat(5),
        (parts, query, most) => {
          const library = joinedLibrary(parts.map((titles) => libraryOf(titles.map(entryCalled))))
          const words = query.toLowerCase().split(/\s+/)
          const fits = (entry: Entry) => words.every((word) => searchText(entry).toLowerCase().includes(word))
          const expected = library.entries.filter(fits).slice(0, most)
          assert.deepEqual(entriesWith(library, query, most), expected)
        },
      ),
      { numRuns: 400 },
    )
  })
})
