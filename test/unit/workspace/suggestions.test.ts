import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { loadModel } from '../../../server/src/claims/judge.js'
import { builtInConcepts } from '../../../server/src/terms/builtin.js'
import { compile } from '../../../server/src/terms/lexicon.js'
import { contentIndex } from '../../../server/src/workspace/likeness.js'
import { sentencesOf } from '../../../server/src/workspace/sentences.js'
import { suggestionsFor } from '../../../server/src/workspace/suggestions.js'
import { Workspace } from '../../../server/src/workspace/workspace.js'

const model = loadModel(readFileSync('server/model/claims.bin'))!
const lexicon = compile([builtInConcepts()])

/** The titles suggested for the first sentence that holds `words`, best first. */
function suggested(text: string, words: string): readonly string[] {
  const workspace = new Workspace(lexicon, model)
  workspace.apply([{ kind: 'open', uri: 'file:///dormice.md', text }])
  const view = workspace.snapshot.view('file:///dormice.md')!
  const sentence = sentencesOf(view).find((one) => one.words.includes(words))
  assert.ok(sentence, `there is no sentence with '${words}'`)
  return suggestionsFor(view, sentence).map(({ entry }) => entry.title ?? '')
}

const list = `
## References

1. Oakes A. Nests of dormice in hazel. J Wood. 2001;1:1-9.
2. Fern L. Winter torpor and fat stores. J Wood. 2002;2:1-9.
3. Quill M. Owls as predators of small rodents. J Wood. 2003;3:1-9.
4. Sedge P. Berries in the autumn diet. J Wood. 2004;4:1-9.
5. Reed T. Hedges as corridors. J Wood. 2005;5:1-9.
6. Moss K. Counting nest boxes. J Wood. 2006;6:1-9.
7. Rowan B. Testosterone in spring. J Wood. 2007;7:1-9.
`

describe('the entries suggested for a sentence', () => {
  it('are led by the one whose title shares its words, whatever their endings', () => {
    const text = `Owls are the chief predator of rodents in woods.\n${list}`
    assert.match(suggested(text, 'Owls')[0]!, /^Owls/)
  })

  it('know an abbreviation that the document spells out', () => {
    const text = `The nest box count (NBC) is simple. The NBC fell by half.\n${list}`
    assert.match(suggested(text, 'fell by half')[0]!, /^Counting nest boxes/)
  })

  it('know a concept by its other names', () => {
    const text = `Levels of T rose; 17beta-hydroxyandrost-4-en-3-one, that is testosterone, peaked.\n${list}`
    assert.match(suggested(text, 'peaked')[0]!, /^Testosterone/)
  })

  it('have what the sentence names as the author', () => {
    const text = `This was first seen by Sedge and others.\n${list}`
    assert.match(suggested(text, 'first seen')[0]!, /^Berries/)
  })

  it('have the entry whose turn it is, where the list stands in the order of first citation', () => {
    const cited = [
      'One [1].',
      'Two [2].',
      'Three [3].',
      'Nothing else is known here.',
      'Five [5].',
      'Six [6].',
      'Seven [7].',
    ]
    assert.match(suggested(`${cited.join(' ')}\n${list}`, 'Nothing else')[0]!, /^Berries/)
  })

  it('do not look at what the sentence itself cites', () => {
    const bare = `Owls are the chief predator of rodents. Fat is stored.\n${list}`
    const cited = bare.replace('rodents.', 'rodents [6].')
    assert.deepEqual(suggested(cited, 'Owls'), suggested(bare, 'Owls'))
  })

  it('are none where nothing is shared', () => {
    assert.deepEqual(suggested(`Xylophones resound.\n${list}`, 'Xylophones'), [])
  })
})

describe('the likeness of contents', () => {
  it('is 1 for the same, 0 for nothing shared, and in between', () => {
    const index = contentIndex([new Set(['owl', 'wood']), new Set(['fat']), new Set()])
    const [same, other, empty] = index.likeness(new Set(['owl', 'wood']))
    assert.ok(Math.abs(same! - 1) < 1e-6)
    assert.deepEqual([other, empty], [0, 0])
    const [some] = index.likeness(new Set(['owl', 'fat']))
    assert.ok(some! > 0.2 && some! < 0.9)
  })
})
