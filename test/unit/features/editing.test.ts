import assert from 'node:assert/strict'
import { completion } from '../../../server/src/features/completion.js'
import { foldingRange } from '../../../server/src/features/folding-range.js'
import { prepareRename } from '../../../server/src/features/prepare-rename.js'
import { Refusal } from '../../../server/src/features/refusal.js'
import { referenceOverview } from '../../../server/src/features/reference-overview.js'
import { rename } from '../../../server/src/features/rename.js'
import { semanticTokens } from '../../../server/src/features/semantic-tokens.js'
import { positionAt } from '../../../server/src/text/lines.js'
import type { View } from '../../../server/src/workspace/view.js'
import type { Snapshot } from '../../../server/src/workspace/workspace.js'
import { opened, uri } from '../../specs/engine.js'
import { applied } from './editing-documents.js'

const library = `@article{barlind2009,
  author = {Barlind, Anna}, title = {Evening light and melatonin onset}, year = {2009}
}
@article{okafor2011, author = {Okafor, Chi}, title = {Noise at night}, year = {2011}}
`

/** Opens a text in which "|" marks the caret. */
function at(text: string, files: Record<string, string> = { 'sleep.bib': library }) {
  const offset = text.indexOf('|')
  const { view, snapshot } = opened(text.replace('|', ''), new Map(Object.entries(files)))
  return {
    view,
    snapshot,
    params: { textDocument: { uri }, position: positionAt(view.document.lines, offset) },
  }
}

const cited = (text: string) => `---\nbibliography: sleep.bib\n---\n\n${text}\n`

function renamed(
  text: string,
  newName: string,
): { view: View; snapshot: Snapshot; changed: Record<string, string> } {
  const { view, snapshot, params } = at(text)
  const changes = rename.answer(view, { ...params, newName }, snapshot)?.changes ?? {}
  const changed = Object.fromEntries(
    Object.entries(changes).map(([file, edits]) => [
      file.slice(file.lastIndexOf('/') + 1),
      edits
        .map(
          ({ range, newText }) =>
            `${range.start.line}:${range.start.character}-${range.end.character} ${newText}`,
        )
        .join(', '),
    ]),
  )
  return { view, snapshot, changed }
}

const first = 'Barlind A. Evening light and melatonin onset. J Sleep. 2009;1:1-9.'
const second = 'Okafor C. Noise at night. Rest. 2011;2:1-9.'
const third = 'Fern L. Winter sleep of **dormice**. [PubMed](https://example.org/3)'
const numberedText = `One [1], two [2, 3], three [3].\n\n## References\n\n1. ${first}\n2. ${second}\n3. ${third}\n`

describe('renaming', () => {
  it('changes a key in its library and wherever it is cited', () => {
    const { changed } = renamed(
      cited('Light delays it [@barl|ind2009; @okafor2011], says @barlind2009.'),
      'light2009',
    )
    assert.deepEqual(changed, {
      'document.md': '4:18-29 light2009, 4:51-62 light2009',
      'sleep.bib': '0:9-20 light2009',
    })
  })

  it('changes the label of a footnote, from the citation and from the note', () => {
    for (const text of [
      'It is so.[^a|]\n\n[^a]: Barlind A. Light. 2009.\n',
      'It is so.[^a]\n\n[^a|]: Barlind A. Light. 2009.\n',
    ])
      assert.deepEqual(renamed(text, 'light').changed, { 'document.md': '0:11-12 light, 2:2-3 light' })
  })

  it('changes a key inside footnotes, in the front matter and where other entries of the library name it', () => {
    const files = {
      'sleep.bib': `${library}@inbook{fern2012, crossref = {barlind2009}, title = {Dormice}}\n`,
    }
    const text =
      '---\nbibliography: sleep.bib\nnocite: "@barlind2009, @barlind2009b"\n---\n\nSee [@barl|ind2009].[^a]\n\n[^a]: As @barlind2009 says.\n'
    const { view, snapshot, params } = at(text, files)
    const changes = rename.answer(view, { ...params, newName: 'light2009' }, snapshot)!.changes!
    const places = (file: string) =>
      changes[`file:///paper/${file}`]!.map(({ range: { start } }) => [start.line, start.character]).sort()
    assert.deepEqual(places('document.md'), [
      [2, 10],
      [5, 6],
      [7, 10],
    ])
    assert.deepEqual(places('sleep.bib'), [
      [0, 9],
      [4, 30],
    ])
  })

  it('changes a tag of the document', () => {
    const text = 'See [@li|ght; @doi:10.1000/x].\n\n[@light]: doi:10.1000/abc\n'
    assert.deepEqual(renamed(text, 'evening').changed, { 'document.md': '0:6-11 evening, 2:2-7 evening' })
  })

  it('moves a reference to another number, and all numbers follow', () => {
    const { view, snapshot, params } = at(numberedText.replace('[3]', '[3|]'))
    assert.deepEqual(prepareRename.answer(view, params, snapshot)?.placeholder, '3')
    const edits = rename.answer(view, { ...params, newName: '1' }, snapshot)!.changes![uri]!
    assert.equal(
      applied(numberedText, edits),
      `One [2], two [1, 3], three [1].\n\n## References\n\n1. ${third}\n2. ${first}\n3. ${second}\n`,
    )
  })

  it('moves it from the list, too, and refuses a number that is not in the list', () => {
    const inList = at(numberedText.replace('3. ', '3|. '))
    assert.equal(prepareRename.answer(inList.view, inList.params, inList.snapshot)?.placeholder, '3')
    for (const newName of ['9', 'x', ''])
      assert.throws(() => rename.answer(inList.view, { ...inList.params, newName }, inList.snapshot), Refusal)
  })

  it('says what it would rename, and nothing where it cannot', () => {
    const key = at(cited('Light delays it [@barl|ind2009].'))
    assert.deepEqual(prepareRename.answer(key.view, key.params, key.snapshot), {
      range: { start: { line: 4, character: 18 }, end: { line: 4, character: 29 } },
      placeholder: 'barlind2009',
    })
    for (const text of ['Light delays it [@nobody|1900].', 'Light| delays it.']) {
      const { view, params, snapshot } = at(cited(text))
      assert.equal(prepareRename.answer(view, params, snapshot), null)
    }
  })

  it('refuses a key that is taken, and one that no dialect can write', () => {
    for (const name of ['okafor2011', 'two words', '', 'a[b'])
      assert.throws(() => renamed(cited('See [@barl|ind2009].'), name), Refusal)
  })
})

describe('completion', () => {
  function offered(text: string, files?: Record<string, string>): readonly string[] {
    const { view, params, snapshot } = at(text, files)
    return (completion.answer(view, params, snapshot)?.items ?? []).map(({ label }) => label)
  }

  const list =
    '\n\n## References\n\n1. Barlind A. Evening light and melatonin onset. J Sleep. 2009;1:1-9.\n2. Okafor C. Noise at night. Rest. 2011;2:1-9.\n'

  it('offers keys behind an at sign, what fits the sentence first', () => {
    assert.deepEqual(offered(cited('Noise at night is loud [@|].')), ['okafor2011', 'barlind2009'])
    assert.deepEqual(offered(cited('Evening light delays melatonin [@|].')), ['barlind2009', 'okafor2011'])
  })

  it('offers none in an e-mail address', () => {
    assert.deepEqual(offered(cited('Write to anna@|')), [])
  })

  it('offers the numbers of the list behind a bracket', () => {
    assert.deepEqual(offered(`Noise at night is loud [|].${list}`), ['2', '1'])
    assert.deepEqual(offered(`Noise at night is loud [1, Oka|].${list}`), ['2', '1'])
  })

  it('offers authors and years behind a parenthesis, and labels in a footnote', () => {
    assert.deepEqual(offered(`Noise at night is loud (O|).${list}`), ['Okafor, 2011', 'Barlind, 2009'])
    assert.deepEqual(offered('It is so.[^|]\n\n[^light]: Barlind A. Light. 2009.\n'), ['light'])
  })

  it('offers a part of a large library, and asks to be asked again', () => {
    const many = Array.from(
      { length: 900 },
      (_, i) => `@book{key${i}, author = {Fern, Lou}, title = {Wood ${i}}, year = 2000}`,
    )
    const { view, params, snapshot } = at(cited('It is so [@fern|].'), { 'sleep.bib': many.join('\n') })
    const { items, isIncomplete } = completion.answer(view, params, snapshot)!
    assert.equal(items.length, 100)
    assert.equal(isIncomplete, true)
  })
})

describe('folding', () => {
  it('folds the list of references and what a comment silences', () => {
    const { view, params, snapshot } = at(`|A.

<!-- bioprose-disable -->

B.

<!-- bioprose-enable -->

References

Barlind A. Evening light and melatonin onset. J Sleep. 2009;1:1-9.

Okafor C. Noise at night. Rest. 2011;2:1-9.
`)
    const ranges = foldingRange
      .answer(view, params, snapshot)
      .map(({ startLine, endLine }) => [startLine, endLine])
    assert.deepEqual(ranges, [
      [8, 12],
      [2, 5],
    ])
  })
})

describe('semantic tokens', () => {
  it('mark citations, and those that lead nowhere', () => {
    const { view, params, snapshot } = at(cited('|One [@barlind2009].\n\nTwo [@nobody1900; @okafor2011].'))
    const { data } = semanticTokens.answer(view, params, snapshot)
    assert.deepEqual(data, [4, 5, 12, 0, 0, 2, 5, 11, 0, 1, 0, 13, 11, 0, 0])
  })
})

describe('the overview of references', () => {
  it('tells what is cited how often, what is wrong, and how the libraries were read', () => {
    const text = cited('|Light [@barlind2009], and again [@barlind2009].')
    const { view, params, snapshot } = at(text, { 'sleep.bib': `${library}\n@article{fern, title = {Open` })
    const { entries, libraries } = referenceOverview.answer(view, params, snapshot)
    assert.deepEqual(
      entries.map(({ label, times }) => [label, times]),
      [
        ['Barlind 2009', 2],
        ['Okafor 2011', 0],
      ],
    )
    assert.equal(libraries[0]!.state, 'read')
    assert.equal(libraries[0]!.entries, 2)
    assert.equal(libraries[0]!.problems.length, 1)
  })
})
