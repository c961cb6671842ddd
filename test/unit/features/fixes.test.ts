import assert from 'node:assert/strict'
import { codeAction } from '../../../server/src/features/code-action.js'
import { offsetAt, positionAt } from '../../../server/src/text/lines.js'
import { opened, uri } from '../../specs/engine.js'

const first = 'Barlind A, Wren B. Evening light and melatonin onset. J Sleep Med. 2009;19(5):415-22.'
const second = 'Okafor C. Noise at night. Rest. 2011;2(1):1-9.'
const third = 'Fern L. Winter sleep of dormice. Rest. 2012;3(1):1-9.'

/** The quick fixes at "|", but for those that silence, each as the text that it makes. */
function fixesAt(text: string, files?: ReadonlyMap<string, string>): Record<string, string> {
  const source = text.replace('|', '')
  const { view, snapshot } = opened(source, files)
  const position = positionAt(view.document.lines, text.indexOf('|'))
  const context = { diagnostics: [], only: ['quickfix'] }
  const range = { start: position, end: position }
  const offset = (at: typeof position) => offsetAt(view.document.lines, at)
  const made: Record<string, string> = {}
  for (const { title, edit } of codeAction.answer(
    view,
    { textDocument: { uri }, range, context },
    snapshot,
  )) {
    if (title.startsWith('Silence')) continue
    made[title] = [...edit!.changes![uri]!]
      .sort((a, b) => offset(b.range.start) - offset(a.range.start))
      .reduce(
        (done, { range: at, newText }) =>
          done.slice(0, offset(at.start)) + newText + done.slice(offset(at.end)),
        source,
      )
  }
  return made
}

describe('the fix of', () => {
  it('a key that nothing bears is the key that looks like it', () => {
    const library = new Map([
      ['a.bib', '@book{barlind2009, title = {Light}}\n@book{okafor2011, title = {Noise}}'],
    ])
    const front = '---\nbibliography: a.bib\n---\n\n'
    assert.deepEqual(fixesAt(`${front}So it is [@|barlind2090].\n`, library), {
      "Change 'barlind2090' to 'barlind2009'": `${front}So it is [@barlind2009].\n`,
    })
    assert.deepEqual(fixesAt(`${front}So it is [@|wren1999].\n`, library), {})
  })

  it('a footnote without a note is the label that looks like it', () => {
    assert.deepEqual(fixesAt('So it is.[^|lihgt]\n\n[^light]: Light.\n'), {
      "Change 'lihgt' to 'light'": 'So it is.[^light]\n\n[^light]: Light.\n',
    })
  })

  it('a list with a gap is numbers without one, and citations that follow', () => {
    assert.deepEqual(
      fixesAt(
        `Light [1], noise [4], all [1, 3, 4].\n\n## References\n\n[1] ${first}\n[3] |${second}\n[4] ${third}\n`,
      ),
      {
        'Number the list anew, and its citations': `Light [1], noise [3], all [1–3].\n\n## References\n\n[1] ${first}\n[2] ${second}\n[3] ${third}\n`,
      },
    )
  })

  it('a number that stands twice is nobody’s to know', () => {
    const made = fixesAt(`Light [2].\n\n## References\n\n[1] ${first}\n[2] ${second}\n[2] |${third}\n`)
    assert.ok(!('Number the list anew, and its citations' in made))
  })

  it('a citation that fits two works is a letter in all three places', () => {
    const list = (a: string, b: string) =>
      `\n\n## References\n\n- Barlind A. Evening light. J Sleep Med. 2009${a};19(5):415-22.\n- Barlind A. Morning light. Rest. 2009${b};2(1):1-9.\n`
    assert.deepEqual(fixesAt(`So it is (|Barlind, 2009).${list('', '')}`), {
      'Cite 2009a, “Evening light”': `So it is (Barlind, 2009a).${list('a', 'b')}`,
      'Cite 2009b, “Morning light”': `So it is (Barlind, 2009b).${list('a', 'b')}`,
    })
    assert.deepEqual(Object.values(fixesAt(`So it is (|Barlind, 2009).${list('a', 'b')}`)), [
      `So it is (Barlind, 2009a).${list('a', 'b')}`,
      `So it is (Barlind, 2009b).${list('a', 'b')}`,
    ])
  })

  it('zeros before a PMID is the number without them', () => {
    assert.deepEqual(fixesAt('See PMID: |012345.'), { "Change '012345' to '12345'": 'See PMID: 12345.' })
    assert.deepEqual(fixesAt('See ISBN |978-3-16-148410-1.'), {})
  })

  it('two equal notes is one', () => {
    const made = fixesAt('So it is.[^a]\n\n[^a]: Light.\n\n|[^a]: Light.\n')
    assert.deepEqual(Object.keys(made), ['Remove the second of two equal notes'])
    assert.equal(Object.values(made)[0]!.match(/\[\^a\]:/g)!.length, 1)
    assert.deepEqual(fixesAt('So it is.[^a]\n\n[^a]: Light.\n\n|[^a]: Noise.\n'), {})
  })

  it('a list that nothing cites is where its entries fit', () => {
    const claim =
      'Several trials have shown that resistance training increases serum BDNF levels by 20% in older adults'
    const other = 'Several trials have shown that ketamine reduces depressive symptoms by 50% in adults'
    const list = `

## References

1. Lindqvist A. Resistance training and serum BDNF in older adults. J Sleep Med. 2019;19(5):415-22.
2. Okafor C. Ketamine and depressive symptoms. Rest. 2011;2(1):1-9.
`
    const made = fixesAt(`${claim}. ${other}.${list.replace('## ', '## |')}`)
    assert.deepEqual(
      Object.keys(made)
        .map((title) => title.replace(/ “.*/, ''))
        .sort(),
      [
        'Cite Lindqvist 2019 behind',
        'Cite Okafor 2011 behind',
        'Cite each of 2 references where it fits best',
      ],
    )
    assert.equal(made['Cite each of 2 references where it fits best'], `${claim} [1]. ${other} [2].${list}`)
  })

  it('several entries that nothing cites, or that stand twice, is all of them gone at once', () => {
    const numbered = (...entries: string[]) => entries.map((entry, i) => `${i + 1}. ${entry}\n`).join('')
    const title = (rule: string) => `Fix all of ${rule} in this document`
    const unused = fixesAt(`Noise [2].\n\n## References\n\n${numbered(`|${first}`, second, third)}`)
    assert.equal(unused[title('unused-reference')], `Noise [1].\n\n## References\n\n${numbered(second)}`)
    const long = 'Barlind A. Evening light and its melatonin. Rest. 2009;1:1-9.'
    const twice = fixesAt(
      `All [1–5].\n\n## References\n\n${numbered(first, long, `|${first}`, second, long)}`,
    )
    assert.equal(
      twice[title('duplicate-reference')],
      `All [1–3].\n\n## References\n\n${numbered(first, long, second)}`,
    )
  })

  it('a comment is another word, or no comment', () => {
    assert.deepEqual(fixesAt('<!-- bioprose-disable-next-line |uncited-clam -->\nDoes it?\n'), {
      "Change 'uncited-clam' to 'uncited-claim'":
        '<!-- bioprose-disable-next-line uncited-claim -->\nDoes it?\n',
    })
    assert.deepEqual(fixesAt('A b.\n\n<!-- bioprose-disable-next-line |uncited-claim -->\nDoes it?\n'), {
      'Remove this comment': 'A b.\n\nDoes it?\n',
    })
    const both = (rules: string) => `<!-- bioprose-disable ${rules} -->\n\nSo it is [@a2009].\n`
    assert.deepEqual(fixesAt(both('undefined-citation, |duplicate-key')), {
      "Take 'duplicate-key' out of this comment": both('undefined-citation'),
    })
  })
})

describe('a citation that VS Code takes for a link', () => {
  it('comes with the setting that stops it', () => {
    const { view, snapshot } = opened(
      'So [@barlind2009][@wren2019] and [a page][c].\n\n[@tag]: doi:10.1000/x\n\n[b]: doi:10.1000/y\n',
    )
    const offered = (start: number, code: string, line = 0) => {
      const range = { start: { line, character: start }, end: { line, character: start + 3 } }
      const context = { diagnostics: [{ range, code, message: '' }] }
      return codeAction
        .answer(view, { textDocument: { uri }, range, context }, snapshot)
        .flatMap(({ command }) => (command ? [command.arguments] : []))
    }
    assert.deepEqual(offered(4, 'link.no-such-reference'), [['referenceLinks.enabled']])
    assert.deepEqual(offered(4, 'another-rule'), [])
    assert.deepEqual(offered(1, 'link.unused-definition', 2), [['unusedLinkDefinitions.enabled']])
    assert.deepEqual(offered(1, 'link.duplicate-definition', 2), [['duplicateLinkDefinitions.enabled']])
    assert.deepEqual(offered(1, 'link.unused-definition', 4), [])
    assert.deepEqual(offered(40, 'link.no-such-reference'), [])
  })

  it('an abbreviation that comes late, again, never or without its words', () => {
    const late = 'Naps raise SW|S. At night there is less *slow*-wave sleep (SWS) than by day.\n'
    assert.deepEqual(fixesAt(late), {}, 'words with markup in them are left to the writer')
    assert.deepEqual(fixesAt(late.replaceAll('*', '')), {
      "Write 'slow-wave sleep (SWS)'":
        'Naps raise slow-wave sleep (SWS). At night there is less SWS than by day.\n',
    })
    assert.deepEqual(fixesAt('Naps raise slow-wave sleep (SWS). Slow-w|ave sleep (SWS) is deep.\n'), {
      "Write 'SWS' alone": 'Naps raise slow-wave sleep (SWS). SWS is deep.\n',
    })
    assert.deepEqual(fixesAt('Naps raise slow-wave sleep (S|WS) by day.\n'), {
      "Remove '(SWS)'": 'Naps raise slow-wave sleep by day.\n',
    })
    assert.deepEqual(fixesAt('It is rare. (TR|T) in nurses is, too.\n'), {
      "Write 'Testosterone replacement therapy (TRT)'":
        'It is rare. Testosterone replacement therapy (TRT) in nurses is, too.\n',
    })
  })
})
