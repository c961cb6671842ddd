import assert from 'node:assert/strict'
import { paste, type PasteOffer } from '../../../server/src/features/paste.js'
import { positionAt } from '../../../server/src/text/lines.js'
import { opened, uri } from '../../specs/engine.js'
import { applied } from './editing-documents.js'

const bib =
  '@article{wren2020,\n  author = {Wren, Bo and Oakes, Mia}, title = {Dormice at dusk}, journal = {Rest}, year = {2020}, volume = {4}, pages = {1--9}, doi = {10.1000/dusk}\n}\n'
const ris =
  'TY  - JOUR\nAU  - Wren, Bo\nAU  - Oakes, Mia\nTI  - Dormice at dusk\nJO  - Rest\nPY  - 2020\nVL  - 4\nSP  - 1\nEP  - 9\nDO  - 10.1000/dusk\nER  - \n'
const library =
  '@article{barlind2009, author = {Barlind, Anna}, title = {Evening light and melatonin onset}, year = {2009}, doi = {10.1000/light}}\n'
const list =
  '\n## References\n\n1. Barlind A. Evening light and melatonin onset. J Sleep. 2009;1:1-9. doi:10.1000/light\n'

/** What is offered for a text pasted at "|", and the document with it. */
function pasted(text: string, clipboard: string): { offer: PasteOffer; made: string } | undefined {
  const offset = text.indexOf('|')
  const source = text.replace('|', '')
  const { view, snapshot } = opened(source, new Map([['sleep.bib', library]]))
  const position = positionAt(view.document.lines, offset)
  const offer = paste.answer(view, { textDocument: { uri }, position, text: clipboard }, snapshot)
  if (!offer) return undefined
  const edits = [{ range: { start: position, end: position }, newText: offer.newText }, ...offer.edits]
  return { offer, made: applied(source, edits) }
}

const named = '---\nbibliography: sleep.bib\n---\n\n'

describe('pasting works', () => {
  it('cites BibTeX by its key and writes it at the end of the library', () => {
    const { offer, made } = pasted(`${named}Dormice wake late|. Light [@barlind2009].\n`, bib)!
    assert.equal(made, `${named}Dormice wake late [@wren2020]. Light [@barlind2009].\n`)
    assert.deepEqual(offer.append, { uri: 'file:///paper/sleep.bib', text: bib })
    assert.equal(offer.title, 'Cite Wren and Oakes 2020 and add it to sleep.bib')
  })

  it('adds keys alone within a citation, and a new key where the pasted one is taken', () => {
    assert.ok(
      pasted(`${named}Light [@barlind2009; |].\n`, bib)!.made.endsWith('Light [@barlind2009; @wren2020].\n'),
    )
    const { offer, made } = pasted(
      `${named}Late|. Light [@barlind2009].\n`,
      bib.replace('wren2020', 'barlind2009'),
    )!
    assert.ok(made.includes('Late [@wren2020].'), made)
    assert.ok(!offer.append!.text.includes('{barlind2009,'))
  })

  it('reads RIS, too, and gives it a key', () => {
    const { offer, made } = pasted(`${named}Late|. Light [@barlind2009].\n`, ris)!
    assert.ok(made.includes('Late [@wren2020].'))
    assert.ok(offer.append!.text.startsWith('@article{wren2020,'))
  })

  it('lists a work by number, by author and year, or in a note, as the document cites', () => {
    assert.equal(
      pasted(`Light [1]. Late|.\n${list}`, ris)!.made,
      `Light [1]. Late [2].\n${list}2. Wren B, Oakes M. Dormice at dusk. Rest. 2020;4:1-9. doi:10.1000/dusk\n`,
    )
    assert.equal(
      pasted(`Light (Barlind, 2009). Late|.\n${list.replace('1. ', '- ')}`, ris)!.made,
      `Light (Barlind, 2009). Late (Wren and Oakes, 2020).\n${list.replace('1. ', '- ')}- Wren B, Oakes M. Dormice at dusk. Rest. 2020;4:1-9. doi:10.1000/dusk\n`,
    )
    assert.equal(
      pasted('Light.[^a] Late.|\n\n[^a]: Barlind A. Light. Rest. 2009;1:1-9.\n', ris)!.made,
      'Light.[^a] Late.[^wren2020]\n\n[^a]: Barlind A. Light. Rest. 2009;1:1-9.\n[^wren2020]: Wren B, Oakes M. Dormice at dusk. Rest. 2020;4:1-9. doi:10.1000/dusk\n',
    )
  })

  it('begins a list where there is none, at the end of the text as well', () => {
    const made = pasted('Dormice wake late|.\n', bib)!.made
    assert.equal(
      made,
      'Dormice wake late (Wren and Oakes, 2020).\n\n## References\n\n- Wren B, Oakes M. Dormice at dusk. Rest. 2020;4:1-9. doi:10.1000/dusk\n',
    )
    assert.ok(
      pasted('Dormice wake late|', bib)!.made.startsWith(
        'Dormice wake late (Wren and Oakes, 2020)\n\n## References',
      ),
    )
  })

  it('becomes an entry where it is pasted into the list', () => {
    const line = 'Wren B, Oakes M. Dormice at dusk. Rest. 2020;4:1-9. doi:10.1000/dusk'
    assert.ok(pasted(`Light [1].\n${list}|`, bib)!.made.endsWith(`doi:10.1000/light\n2. ${line}`))
    assert.ok(pasted(`Light [1].\n${list}2. |`, bib)!.made.endsWith(`doi:10.1000/light\n2. ${line}`))
    assert.ok(pasted('Light.\n\n## References\n\n|', bib)!.made.endsWith(`## References\n\n- ${line}`))
  })

  it('cites what is known already, and does not list it twice', () => {
    const { offer, made } = pasted(`Light [1]. Late|.\n${list}`, library)!
    assert.equal(made, `Light [1]. Late [1].\n${list}`)
    assert.deepEqual(offer.edits, [])
    assert.equal(
      pasted(`Light [1]. Late|.\n${list}`, 'https://doi.org/10.1000/light')!.made,
      `Light [1]. Late [1].\n${list}`,
    )
    assert.equal(pasted(`Light [1]. Late|.\n${list}`, 'doi:10.1000/unknown'), undefined)
  })

  it('leaves everything else alone: prose, code, front matter, the midst of an entry', () => {
    for (const text of ['Some words', '@anna said so', '{"a": 1}', 'https://example.org/', ''])
      assert.equal(pasted(`Light [1]. Late|.\n${list}`, text), undefined, text)
    for (const text of [
      '```\n|\n```\n',
      'See `a|b` here.\n',
      '---\ntitle: |\n---\n\nText.\n',
      `Light [1].\n${list.replace('Evening', 'Eve|ning')}`,
      '[x](|)\n',
    ])
      assert.equal(pasted(text, bib), undefined, text)
  })
})
