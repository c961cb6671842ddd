import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../../server/src/bibliography/entry.js'
import { referenceListsOf } from '../../../server/src/workspace/references.js'
import { sharedFolder } from '../../shared.js'
import { opened } from '../../specs/engine.js'

/** A list with the damage that copying out of a web page does: a name cut to initials, "∞" for a colon, no stop before "et al.". */
const damaged = `
- Wren, Tobias, et al. “The dusk hormone meliopin lengthens rest in nest-building regions of the vole brain.” Rest & Repose Research, vol. 19, no. 5, 2009, pp. 415-22.
- De la V-M, et al. “The Reach of Different Kinds of Lamp Training on Dusk Hormone Levels in Older Voles ∞ A Pooled Analysis.” Journal of the Vole Keepers Association, vol. 20, no. 7, 2019, pp. 845-53.
- Quill, M. B. et al. “The effect of early dusk on nest mRNA ∞ relation with cell growth.” Psychovolology, vol. 52, 2015, pp. 265-75.
- Fern, Louise, and Bo-Erik Haraldsson. “Use of Bright Lamps Is Linked with Short Rest in Male Voles.” Volology, vol. 113, no. 1, 2023, pp. 58-68.
- Oakes, Rory E. K. et al. “Dusk Sets Rest in Spinal Voles and Their Target Burrows.” Burrow, vol. 14, 2022, p. 869274.
- Thorn, L. et al. “The many roles of dusk in ageing and injury.” Journal of Burrows, vol. 257, no. 2, 2023, e220288.
- Calm Harbour. “VX-12 Dusk Peptide Therapy.” Calm Harbour, 15 Nov. 2023.
`

describe('the list of an article that was copied out of a web page', () => {
  it('is read in every field, damage included', () => {
    const entries = entriesOf(`## References\n${damaged}`)
    assert.equal(entries.length, 7)
    for (const { entry, words } of entries) assertAllRead(entry, words)
    assert.deepEqual(
      entries.map(({ entry }) => entry.authors[0]?.literal ?? entry.authors[0]?.family),
      ['Wren', 'De la V-M', 'Quill', 'Fern', 'Oakes', 'Thorn', 'Calm Harbour'],
    )
    assert.deepEqual(
      entries.map(({ entry }) => entry.etAl),
      [true, true, true, false, true, true, false],
    )
    assert.equal(entries[6]!.entry.type, 'webpage')
  })

  it('is read alike from Markdown and from bare lines', () => {
    const bare = damaged.replace(/^- /gm, '')
    assert.deepEqual(
      entriesOf(`References\n\n${bare.trim().replace(/\n/g, '\n\n')}`).map(({ entry }) => entry.names),
      entriesOf(`## References\n${damaged}`).map(({ entry }) => entry.names),
    )
  })

  for (const name of ['neurotrophins.md', 'neurotrophins-raw.txt']) {
    it(`is read in every field: ${name}`, function () {
      const path = join(sharedFolder, 'articles', name)
      if (!existsSync(path)) this.skip()
      const entries = entriesOf(readFileSync(path, 'utf8'))
      assert.equal(entries.length, 10)
      for (const { entry, words } of entries) assertAllRead(entry, words)
    })
  }
})

function entriesOf(text: string): { entry: Entry; words: string }[] {
  const { view } = opened(text)
  return referenceListsOf(view)
    .flatMap(({ entries }) => entries)
    .map((entry) => ({ entry, words: text.slice(entry.source.span.start, entry.source.span.end) }))
}

/** Nothing is left of the words but punctuation and labels when all fields are taken out, each once. */
function assertAllRead(entry: Entry, words: string): void {
  const { authors, title, container, year, volume, issue, page } = entry
  assert.ok(authors.length > 0 && title && container && year, words)
  const names = authors.flatMap(({ family, given, literal }) => [family, given, literal])
  const values = [title, container, ...names, page, String(year), volume, issue]
  let rest = words
  for (const value of values) {
    if (value === undefined) continue
    assert.ok(rest.includes(value), `${value} in ${words}`)
    rest = rest.replace(value, '')
  }
  const labels = rest.replace(/\b(?:et al|and|vol|no|pp?|\d{1,2} \p{Lu}\p{Ll}{2})\b\.?/gu, '')
  // A company's page names the company twice.
  assert.match(labels.replace(authors[0]!.literal ?? '', ''), /^[\s.,“”]*$/, words)
}
