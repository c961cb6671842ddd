import assert from 'node:assert/strict'
import type { ReferenceFields } from '../../../server/src/bibliography/entry.js'
import type { Work } from '../../../server/src/bibliography/lookup/service.js'
import { addedReference } from '../../../server/src/features/looking-up/added-reference.js'
import type { Change } from '../../../server/src/features/looking-up/change.js'
import { filledReference } from '../../../server/src/features/looking-up/filled-reference.js'
import { linesOf, offsetAt } from '../../../server/src/text/lines.js'
import { citableOf } from '../../../server/src/workspace/library.js'
import { opened, uri } from '../../specs/engine.js'

const light: ReferenceFields = {
  type: 'article-journal',
  authors: [
    { family: 'Barlind', given: 'Anna' },
    { family: 'Wren', given: 'Bo' },
  ],
  etAl: false,
  title: 'Evening light and melatonin onset',
  container: 'Journal of Sleep Medicine',
  year: 2009,
  volume: '19',
  issue: '5',
  page: '415-422',
  doi: '10.5555/light.19',
  pmid: '900001',
}
const work: Work = { fields: light, notices: [] }

/** The text of the changed file, or why nothing is changed. */
function result(change: Change, files: ReadonlyMap<string, string>): string {
  if ('problem' in change) return change.problem
  const text = files.get(change.uri)!
  const lines = linesOf(text)
  return change.edits.reduce((made, { range, newText }) => made.slice(0, offsetAt(lines, range.start)) + newText + made.slice(offsetAt(lines, range.end)), text) // prettier-ignore
}

function filled(
  text: string,
  title: string,
  files: Readonly<Record<string, string>> = {},
  known: Work = work,
): string {
  const { view } = opened(text, new Map(Object.entries(files)))
  const entry = citableOf(view).entries.find((one) => one.title?.startsWith(title))!
  assert.ok(entry, 'there is such an entry')
  return result(filledReference(view, entry, known), filesOf(text, files))
}

function added(text: string, files: Readonly<Record<string, string>> = {}, known: Work = work): string {
  const { view } = opened(text, new Map(Object.entries(files)))
  return result(addedReference(view, known), filesOf(text, files))
}

function filesOf(text: string, files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const others = Object.entries(files).map(([name, content]) => [`file:///paper/${name}`, content] as const)
  return new Map([[uri, text], ...others])
}

const title = 'Evening light and melatonin onset'
const others = `2. Okafor C, Fern L. Noise at night. Rest. 2011;2(1):101-9.
3. Fern L. Winter sleep of dormice. Rest. 2012;3(1):201-9.
`

describe('filling a reference', () => {
  it('of the own list writes what it lacks where the list writes it', () => {
    const list = (entry: string) => `Light delays it [1–3].\n\n## References\n\n1. ${entry}\n${others}`
    assert.equal(
      filled(list('Barlind A, Wren B. Evening light and melatonin onset. J Sleep Med. 19(5):415-22.'), title),
      list('Barlind A, Wren B. Evening light and melatonin onset. J Sleep Med. 2009;19(5):415-22.'),
    )
  })

  it('of the own list gives back authors who break off', () => {
    const list = (entry: string) => `Light delays it [1–3].\n\n## References\n\n1. ${entry}\n${others}`
    const known = { ...work, fields: { ...light, authors: [{ family: 'de la Vega-Marin', given: 'Lin' }, { family: 'Wren', given: 'Bo' }] } } // prettier-ignore
    assert.equal(
      filled(
        list('De la V-M, et al. Evening light and melatonin onset. J Sleep Med. 2009;19(5):415-22.'),
        title,
        {},
        known,
      ),
      list('de la Vega-Marin L, Wren B. Evening light and melatonin onset. J Sleep Med. 2009;19(5):415-22.'),
    )
  })

  it('puts an identifier at the end where the reference says more than can be written anew', () => {
    const list = (more: string) =>
      `Light delays it [1–3].\n\n## References\n\n1. Barlind A, Wren B. Evening light and melatonin onset [in Danish]. J Sleep Med. 19(5):415-22. Reviewed by C. Oakes${more}\n${others}`
    assert.equal(filled(list('.'), title), list('. doi:10.5555/light.19'))
  })

  it('changes nothing where the reference is whole, or another work', () => {
    const list = (entry: string) => `Light delays it [1].\n\n## References\n\n1. ${entry}\n`
    assert.equal(
      filled(list('Barlind A, Wren B. Evening light and melatonin onset. J Sleep Med. 2009;19(5):415-22. doi:10.5555/light.19. PMID: 900001'), title),
      'No more is known of Barlind and Wren 2009 than it says.',
    ) // prettier-ignore
    assert.match(
      filled(list('Fern L. Winter sleep of dormice. Rest. doi:10.5555/light.19'), 'Winter sleep of dormice'),
      /^What was found is another work, “Evening light and melatonin onset”\. Check the identifier/,
    )
  })

  it('of a library adds fields to its entry', () => {
    const text = '---\nbibliography: a.bib\n---\n\nLight delays it [@b].\n'
    const library = (more: string) => `% mine\n@article{b,\n  title = {Evening light and melatonin onset},\n  year = {2009}${more}\n}\n\n@book{c, title = {Night}}\n`
    const more = ',\n  author = {Barlind, Anna and Wren, Bo},\n  journal = {Journal of Sleep Medicine},\n  volume = {19},\n  number = {5},\n  pages = {415--422},\n  doi = {10.5555/light.19},\n  pmid = {900001}'
    assert.equal(filled(text, title, { 'a.bib': library('') }), library(more))
  }) // prettier-ignore

  it('of a library that is not written says what to add by hand', () => {
    const text = '---\nbibliography: a.ris\n---\n\nLight delays it [@b].\n'
    const library =
      'TY  - JOUR\nID  - b\nTI  - Evening light and melatonin onset\nAU  - Barlind, Anna\nER  - \n'
    assert.match(
      filled(text, title, { 'a.ris': library }),
      /^BioProse writes BibTeX and CSL-JSON libraries; add journal, year, .*'a\.ris' by hand: .*year 2009.*DOI 10\.5555\/light\.19/,
    )
  })
})

describe('adding a reference', () => {
  it('gives it the next number of the list', () => {
    const list = `Noise [1] and sleep [2].\n\n## References\n\n${others.replace('2.', '1.').replace('3.', '2.')}`
    assert.equal(
      added(list),
      `${list}3. Barlind A, Wren B. Evening light and melatonin onset. Journal of Sleep Medicine. 2009;19(5):415-22.\n`,
    )
  })

  it('keeps what follows the list, numbers in brackets, and line ends', () => {
    const head =
      'Noise [1].\r\n\r\n## References\r\n\r\n[1] Fern L. Naps. Rest. 2010;1(1):201-9.\r\n\r\n[2] Okafor C, Fern L. Noise at night. Rest. 2011;2(1):101-9.'
    const tail = '\r\n\r\n## Thanks\r\n\r\nTo all.\r\n'
    assert.equal(
      added(head + tail),
      `${head}\r\n\r\n[3] Barlind A, Wren B. Evening light and melatonin onset. Journal of Sleep Medicine. 2009;19(5):415-22.${tail}`,
    )
  })

  it('goes by the alphabet where the list does', () => {
    const list = (more: string) => `Noise (Adler, 2011).

## References

- Adler, C., & Fern, L. (2011). Noise at night. *Rest*, *2*(1), 101–109.
${more}- Fern, L. (2012). Winter sleep of dormice. *Rest*, *3*(1), 201–209.
- Oakes, M. (2013). Naps of shift workers. *Rest*, *4*(1), 301–309.
`
    assert.equal(
      added(list('')),
      list(
        '- Barlind, A., & Wren, B. (2009). Evening light and melatonin onset. *Journal of Sleep Medicine*, *19*(5), 415–422.\n',
      ),
    )
  })

  it('separates paragraphs as they are separated', () => {
    const list = `Noise (Okafor, 2011).

## References

Okafor, C., & Fern, L. (2011). Noise at night. *Rest*, *2*(1), 101–109.

Fern, L. (2012). Winter sleep of dormice. *Rest*, *3*(1), 201–209.
`
    assert.equal(
      added(list),
      `${list}\nBarlind, A., & Wren, B. (2009). Evening light and melatonin onset. *Journal of Sleep Medicine*, *19*(5), 415–422.\n`,
    )
  })

  it('puts it into the first library that can be written, under a key of its own', () => {
    const text = '---\nbibliography: [a.bib, b.json]\n---\n\nNoise [@barlind2009].\n'
    const library = '@book{barlind2009, title = {Noise}, year = {2009}}\n'
    assert.equal(
      added(text, { 'a.bib': library }),
      `${library.trimEnd()}\n\n@article{barlind2009b,
  author = {Barlind, Anna and Wren, Bo},
  title = {Evening light and melatonin onset},
  journal = {Journal of Sleep Medicine},
  year = {2009},
  volume = {19},
  number = {5},
  pages = {415--422},
  doi = {10.5555/light.19},
  pmid = {900001},
}\n`,
    )
  })

  it('sets out a CSL-JSON item like the others', () => {
    const text = '---\nbibliography: b.json\n---\n\nNoise [@c].\n'
    const made = added(text, { 'b.json': '[\n  {\n    "id": "c",\n    "title": "Noise"\n  }\n]\n' })
    assert.deepEqual(
      (JSON.parse(made) as { id: string }[]).map(({ id }) => id),
      ['c', 'barlind2009'],
    )
    assert.match(made, /\},\n {2}\{\n {4}"id": "barlind2009",\n {4}"type": "article-journal",/)
    assert.match(added(text, { 'b.json': '[]' }), /^\[\n {2}\{\n {4}"id"/)
    assert.match(
      added(text, { 'b.json': '[{"id":"c","title":"Noise"}]' }),
      /^\[\{.*\}, \{"id":"barlind2009",.*\}\]$/,
    )
  })

  it('begins a list where there is nothing to cite from', () => {
    const reference = 'Barlind A, Wren B. Evening light and melatonin onset. Journal of Sleep Medicine. 2009;19(5):415-422. doi:10.5555/light.19'
    assert.equal(added('Light delays it.\n'), `Light delays it.\n\n## References\n\n1. ${reference}\n`)
    assert.equal(added(''), `## References\n\n1. ${reference}\n`)
  }) // prettier-ignore

  it('does not add what is there already', () => {
    assert.equal(
      added('Light [1].\n\n## References\n\n1. Barlind A, Wren B. Light. J Sleep Med. 2009;19(5):415-22. doi:10.5555/LIGHT.19\n'),
      'Barlind and Wren 2009 is there already.',
    ) // prettier-ignore
  })

  it('does not write a library that is damaged at its end, or of another format', () => {
    const text = (name: string) => `---\nbibliography: ${name}\n---\n\nNoise [@c].\n`
    assert.match(added(text('b.json'), { 'b.json': '{"id": "c", "title": "Noise"}' }), /it is damaged/)
    assert.match(added(text('a.ris'), { 'a.ris': 'TY  - JOUR\nTI  - Noise\nER  - \n' }), /'a\.ris' is none that can be written/)
  }) // prettier-ignore
})
