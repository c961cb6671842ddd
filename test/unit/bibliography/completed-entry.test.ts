import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { ReferenceFields } from '../../../server/src/bibliography/entry.js'
import { lacking } from '../../../server/src/bibliography/filling.js'
import { bibtex } from '../../../server/src/bibliography/formats/bibtex.js'
import { completion } from '../../../server/src/bibliography/writing/completed-entry.js'

function completed(uri: string, text: string, added: Partial<ReferenceFields>): string | undefined {
  const insertion = completion(uri, text, added)
  return insertion && text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset)
}

describe('completing an entry of a library', () => {
  const added = { volume: '19', page: '415-422', doi: '10.5555/light_19' }

  it('puts fields behind those of a BibTeX entry, set out alike', () => {
    const entry = (end: string) =>
      `@article{barlind2009,\n    author = {Barlind, Anna},\n    title = {Evening light}${end}\n}`
    const written = 'volume = {19},\n    pages = {415--422},\n    doi = {10.5555/light_19}'
    assert.equal(completed('a.bib', entry(''), added), entry(`,\n    ${written}`))
    assert.equal(completed('a.bib', entry(','), added), entry(`,\n    ${written},`))
  })

  it('keeps a BibTeX entry on one line, and its line ends', () => {
    assert.equal(
      completed('a.bib', '@article{b, title = "Evening light"}', { year: 2009 }),
      '@article{b, title = "Evening light", year = {2009}}',
    )
    assert.equal(
      completed('a.bib', '@article{b,\r\n\ttitle = {Evening light},\r\n}', { year: 2009 }),
      '@article{b,\r\n\ttitle = {Evening light},\r\n\tyear = {2009},\r\n}',
    )
  })

  it('puts members behind those of a CSL-JSON item', () => {
    assert.equal(
      completed('a.json', '{\n  "id": "b",\n  "title": "Evening light"\n}', {
        year: 2009,
        container: 'Rest',
      }),
      '{\n  "id": "b",\n  "title": "Evening light",\n  "issued": {"date-parts":[[2009]]},\n  "container-title": "Rest"\n}',
    )
    assert.equal(
      completed('a.json', '{"id": "b", "title": "Light"}', { doi: '10.5555/x' }),
      '{"id": "b", "title": "Light", "DOI": "10.5555/x"}',
    )
  })

  it('does nothing where a field is there already, in whatever state', () => {
    assert.equal(
      completed('a.bib', '@article{b, title = {Light}, DOI = {}}', { doi: '10.5555/x' }),
      undefined,
    )
    assert.equal(completed('a.json', '{"id": "b", "DOI": ""}', { doi: '10.5555/x' }), undefined)
  })

  it('does nothing to an entry that is broken, of another format, or several', () => {
    assert.equal(completed('a.bib', '@article{b, title = {Light}', { year: 2009 }), undefined)
    assert.equal(
      completed('a.bib', '@article{b, title = {Light}}\n@article{c, title = {Night}}', { year: 2009 }),
      undefined,
    )
    assert.equal(completed('a.ris', 'TY  - JOUR\nTI  - Light\nER  - ', { year: 2009 }), undefined)
    assert.equal(completed('a.json', '{"id": "b", "title": "Li', { year: 2009 }), undefined)
  })

  it('keeps every word that was there, and is read back', () => {
    const value = fc.constantFrom(
      '{Light}',
      '"Light, {N}ight"',
      '{L{\\"u}}',
      '{a } b}',
      '{x = {1}}',
      '{50\\% @home}',
    )
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3 }), fc.constantFrom('', ',', ',\n', '\n'), fc.constantFrom('\n  ', ' ', '\t'), (values, end, gap) => {
        const names = ['title', 'journal', 'note']
        const text = `@article{b,${values.map((one, i) => `${gap}${names[i]!} = ${one}`).join(',')}${end}}`
        const made = completed('a.bib', text, { year: 2009, doi: '10.5555/x%y' })
        if (made === undefined) return
        assert.ok(made.startsWith(text.slice(0, text.lastIndexOf('}')).trimEnd()))
        const [entry] = bibtex.parse('', made).items
        assert.equal(entry?.year, 2009)
      }),
    ) // prettier-ignore
  })
})

describe('what a reference lacks', () => {
  const known: ReferenceFields = {
    type: 'article-journal',
    authors: [{ family: 'de la Cruz', given: 'Lin-Mei' }],
    etAl: false,
    title: 'Evening light',
    container: 'Rest',
    year: 2009,
    volume: '19',
    publisher: 'Nightfall Press',
    doi: '10.5555/light.19',
  }
  const bare: ReferenceFields = { type: 'article-journal', authors: [], etAl: false }

  it('is everything that the other description has, but for a publisher of a journal', () => {
    const { publisher, ...rest } = known
    assert.ok(publisher)
    assert.deepEqual({ ...bare, ...lacking(bare, known) }, rest)
    assert.equal(lacking({ ...bare, type: 'book' }, known).publisher, 'Nightfall Press')
  })

  it('is nothing of what the reference says itself', () => {
    const own = { ...bare, title: 'Evening Light', year: 2008, authors: [{ family: 'Cruz' }] }
    assert.deepEqual(Object.keys(lacking(own, known)), ['container', 'volume', 'doi'])
  })

  it('are all authors where one of them breaks off', () => {
    const own = { ...bare, authors: [{ family: 'de la C-L' }], etAl: true }
    assert.deepEqual(lacking(own, known).authors, known.authors)
    assert.equal(lacking(own, known).etAl, false)
  })
})
