import assert from 'node:assert/strict'
import type { CodeAction, CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver'
import { bibtex } from '../../../server/src/bibliography/formats/bibtex.js'
import { codeAction } from '../../../server/src/features/code-action.js'
import { offsetAt, positionAt } from '../../../server/src/text/lines.js'
import { opened, uri } from '../../specs/engine.js'

const list = `
## References

1. Barlind A, Wren B. Evening light and melatonin onset. J Sleep Med. 2009;19(5):415-22.
2. Okafor C. Noise at night. Rest. 2011;2(1):1-9.
3. Fern L. Winter sleep of dormice. Rest. 2012;3(1):1-9.
`

/** The actions at "|", by title, each as the text that it makes. */
function actionsAt(text: string, only?: string[]): ReadonlyMap<string, string> {
  const offset = text.indexOf('|')
  const source = text.replace('|', '')
  const { view, snapshot } = opened(source)
  const position = positionAt(view.document.lines, offset)
  const range = { start: position, end: position }
  const context = { diagnostics: [], ...(only && { only }) }
  const actions = codeAction.answer(view, { textDocument: { uri }, range, context }, snapshot)
  const place = (at: TextEdit['range']['start']) => offsetAt(view.document.lines, at)
  const applied = ({ edit }: CodeAction): string => {
    const edits = [...(edit?.changes?.[uri] ?? [])].sort(
      (a, b) => place(b.range.start) - place(a.range.start),
    )
    return edits.reduce(
      (made, { range: at, newText }) => made.slice(0, place(at.start)) + newText + made.slice(place(at.end)),
      source,
    )
  }
  return new Map(actions.map((action) => [action.title, applied(action)]))
}

describe('converting citations', () => {
  it('writes one in another dialect', () => {
    const actions = actionsAt(`Light delays it [1|, 2], noise does not [2].\n${list}`)
    const made = actions.get('Convert this citation to author and year')
    assert.equal(made, `Light delays it (Barlind and Wren, 2009; Okafor, 2011), noise does not [2].\n${list}`)
    assert.ok(!actions.has('Convert this citation to cite keys'), 'entries of the list have no keys')
  })

  it('writes all of them, those that are part of the sentence too, and back', () => {
    const text = `Barlind and Wren (2009) saw it, as others did (Okafor, 2011|; Fern, 2012).\n${list}`
    const numbers = actionsAt(text).get('Convert all citations to numbers')!
    assert.equal(numbers, `Barlind and Wren [1] saw it, as others did [2, 3].\n${list}`)
    const back = actionsAt(numbers.replace('[2, 3]', '[2|, 3]')).get(
      'Convert all citations to author and year',
    )!
    assert.equal(back, `Barlind and Wren (2009) saw it, as others did (Okafor, 2011; Fern, 2012).\n${list}`)
  })

  it('keeps a page', () => {
    const made = actionsAt(`Light delays it [1|, p. 3].\n${list}`).get(
      'Convert this citation to author and year',
    )
    assert.equal(made, `Light delays it (Barlind and Wren, 2009, p. 3).\n${list}`)
  })

  it('is not offered where a word would be lost, or a citation leads nowhere', () => {
    for (const cite of ['(by luck|, Fern 2012, I believe)', '[9|]'])
      assert.ok(
        ![...actionsAt(`Light delays it ${cite}.\n${list}`).keys()].some((title) =>
          title.startsWith('Convert this'),
        ),
      )
  })
})

describe('numbering references', () => {
  const title = 'Number the references in the order of citation'

  it('puts the list in the order of citation, and all numbers follow', () => {
    const made = actionsAt(`Light [3], noise [1, 3].\n${list.replace('## Ref', '## |Ref')}`).get(title)
    assert.equal(
      made,
      `Light [1], noise [1, 2].

## References

1. Fern L. Winter sleep of dormice. Rest. 2012;3(1):1-9.
2. Barlind A, Wren B. Evening light and melatonin onset. J Sleep Med. 2009;19(5):415-22.
3. Okafor C. Noise at night. Rest. 2011;2(1):1-9.
`,
    )
  })

  it('leaves pages alone', () => {
    const made = actionsAt(`Light [3, p. 1], noise [1].\n${list.replace('## Ref', '## |Ref')}`).get(title)
    assert.ok(made?.startsWith('Light [1, p. 1], noise [2].'))
  })

  it('is not offered where it is in order already', () => {
    const text = `Light [1], noise [2].\n${list.replace('## Ref', '## |Ref')}`
    assert.ok(!actionsAt(text).has(title))
  })
})

describe('mending', () => {
  it('removes an entry that nothing cites, and numbers those behind it anew', () => {
    const title = 'Remove this entry'
    const text = (marker: (i: number) => string) =>
      [
        'Light [1].',
        '',
        '## References',
        '',
        'Barlind A. Light. Rest. 2009;1:1-9.',
        'Okafor C. Noise. Rest. 2011;2:1-9.',
        'Fern L. Sleep. Rest. 2012;3:1-9.',
      ]
        .map((line, i) => (i > 3 ? `${marker(i - 3)}${line}` : line))
        .join('\n')
    const bullets = actionsAt(
      text(() => '- ')
        .replace('Okafor', 'Oka|for')
        .replace('[1]', '(Barlind, 2009)'),
    )
    assert.ok(bullets.get(title)?.endsWith('2009;1:1-9.\n- Fern L. Sleep. Rest. 2012;3:1-9.'))
    const numbered = (cites: string) => text((i) => `${i}. `).replace('[1]', cites)
    const middle = actionsAt(numbered('[1, 3]').replace('Okafor', 'Oka|for')).get(title)
    assert.ok(middle!.startsWith('Light [1, 2].'))
    assert.ok(middle!.endsWith('1. Barlind A. Light. Rest. 2009;1:1-9.\n2. Fern L. Sleep. Rest. 2012;3:1-9.'))
    const last = actionsAt(numbered('[1]').replace('Fern', 'Fe|rn')).get(title)
    assert.ok(last?.endsWith('2. Okafor C. Noise. Rest. 2011;2:1-9.'))
  })

  it('corrects a year and a name that are a little off', () => {
    const year = actionsAt(`Light delays it (Okafor|, 2010).\n${list}`).get("Change '2010' to '2011'")
    assert.equal(year, `Light delays it (Okafor, 2011).\n${list}`)
    const name = actionsAt(`Light delays it (Okaofr|, 2011).\n${list}`).get("Change 'Okaofr' to 'Okafor'")
    assert.equal(name, `Light delays it (Okafor, 2011).\n${list}`)
  })

  it('mends all at once where asked to', () => {
    const text = `|Light delays it (Okafor, 2010), noise too (Fern, 2013; Barlind and Wren, 2009).\n${list}`
    const made = actionsAt(text, ['source.fixAll']).get('Fix all that BioProse can mend')
    assert.equal(
      made,
      `Light delays it (Okafor, 2011), noise too (Fern, 2012; Barlind and Wren, 2009).\n${list}`,
    )
  })
})

describe('moving a list into a library', () => {
  const title = 'Move the references into a BibTeX library and cite its keys'

  function moved(text: string) {
    const offset = text.indexOf('|')
    const { view, snapshot } = opened(text.replace('|', ''))
    const position = positionAt(view.document.lines, offset)
    const range = { start: position, end: position }
    const actions = codeAction.answer(
      view,
      { textDocument: { uri }, range, context: { diagnostics: [] } },
      snapshot,
    )
    const changes = actions.find((action) => action.title === title)?.edit?.documentChanges
    if (!changes) return undefined
    const [created, library, document] = changes as [CreateFile, TextDocumentEdit, TextDocumentEdit]
    const place = (at: TextEdit['range']['start']) => offsetAt(view.document.lines, at)
    const edits = [...(document.edits as TextEdit[])].sort(
      (a, b) => place(b.range.start) - place(a.range.start),
    )
    const made = edits.reduce(
      (now, { range: at, newText }) => now.slice(0, place(at.start)) + newText + now.slice(place(at.end)),
      view.document.text,
    )
    return { created: created.uri, library: (library.edits[0] as TextEdit).newText, document: made }
  }

  it('writes the library, names it, rewrites the citations and takes the list away', () => {
    const made = moved(
      `Light delays it [1, 2]; Fern (2012) disagrees.\n${list.replace('## Ref', '## |Ref')}`,
    )!
    assert.equal(made.created, 'file:///paper/references.bib')
    assert.equal(
      made.document,
      '---\nbibliography: references.bib\n---\n\nLight delays it [@barlind2009; @okafor2011]; @fern2012 disagrees.\n',
    )
    const { items, skipped } = bibtex.parse(made.created, made.library)
    assert.deepEqual(skipped, [])
    assert.deepEqual(
      items.map(({ names, title: of, year }) => [names[0], of, year]),
      [
        ['key:barlind2009', 'Evening light and melatonin onset', 2009],
        ['key:okafor2011', 'Noise at night', 2011],
        ['key:fern2012', 'Winter sleep of dormice', 2012],
      ],
    )
  })

  it('adds to front matter that names no library, and is not offered where a citation would lose a word', () => {
    const head = '---\ntitle: Light\n---\n\n'
    assert.ok(
      moved(`${head}Light [1].\n${list.replace('## Ref', '## |Ref')}`)!.document.startsWith(
        '---\ntitle: Light\nbibliography: references.bib\n---\n',
      ),
    )
    assert.equal(moved(`Light (as Fern, 2012, hopes).\n${list.replace('## Ref', '## |Ref')}`), undefined)
  })
})
