import assert from 'node:assert/strict'
import { catalogueOf, citableOf } from '../../../server/src/workspace/library.js'
import { opened } from '../../specs/engine.js'

describe('what can be cited', () => {
  it('stands in the catalogue in the order of the entries, whatever it comes from', () => {
    const many = Array.from(
      { length: 40 },
      (_, i) => `Paragraph ${i}.[^n${i}]\n\n[^n${i}]: Note ${i}.\n\n[@tag${i}]: doi:10.1000/t.${i}\n`,
    )
    const { view } = opened(
      `---\nbibliography: a.bib\nreferences:\n- {id: inside, title: Inside}\n---\n\n${many.join('\n')}\n## References\n\n1. Fern L. Winter sleep. Rest. 2012;3:1-9.\n`,
      new Map([['a.bib', '@book{outside, title = {Outside}}']]),
    )
    const { entries } = citableOf(view)
    const catalogue = catalogueOf(view)
    assert.equal(catalogue.size, entries.length)
    assert.equal(entries.length, 83)
    for (const [index, { names }] of entries.entries())
      for (const name of names) assert.ok(catalogue.find(name).includes(index), name)
  })
})
