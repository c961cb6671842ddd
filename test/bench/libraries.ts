import { resolve } from 'node:path'
import { completion } from '../../server/src/features/completion.js'
import { definition } from '../../server/src/features/definition.js'
import { hover } from '../../server/src/features/hover.js'
import { modelIn } from '../../server/src/hosts/engine.js'
import { reportOf } from '../../server/src/rules/findings.js'
import { builtInConcepts } from '../../server/src/terms/builtin.js'
import { compile } from '../../server/src/terms/lexicon.js'
import { catalogueOf, citableOf } from '../../server/src/workspace/library.js'
import { Workspace, type Snapshot } from '../../server/src/workspace/workspace.js'
import { cpuMilliseconds, quantile } from './cpu.js'
import { madeLibraries } from './made-libraries.js'

const uri = 'file:///bench/paper.md'
const entries = 72_000
const answers = 60

/** How long a large library takes until it can be cited from, in each format, and how long answers from it take. */
export function measureLibraries(): void {
  const model = modelIn(resolve('dist'))
  const lexicon = compile([builtInConcepts()])
  for (const { format, text } of madeLibraries(entries)) {
    const workspace = new Workspace(lexicon, model)
    const name = `library${format.extensions[0]!}`
    workspace.apply([{ kind: 'open', uri, text: paper(name) }])
    const start = cpuMilliseconds()
    workspace.apply([{ kind: 'library', file: { uri: `file:///bench/${name}`, state: 'read', text } }])
    const view = workspace.snapshot.view(uri)!
    const { size } = catalogueOf(view)
    citableOf(view)
    const indexed = (cpuMilliseconds() - start) / 1000
    const times = answersWhileTyping(workspace)
    console.log(
      `  ${format.name.padEnd(12)} ${size} entries (${Math.round(text.length / 1e6)} MB) in ${indexed.toFixed(2)} s (target: 2);` +
        ` while typing: ${times.map(([what, some]) => `${what} ${quantile(some, 0.5).toFixed(2)}`).join(', ')} ms (target: 5)`,
    )
  }
}

/** A few paragraphs that cite here and there, and one in which somebody writes. */
function paper(library: string): string {
  const cited = Array.from({ length: 40 }, (_, i) => `Sentence ${i} rests on a source [@key${i * 900}].`)
  return `---\nbibliography: ${library}\n---\n\n${cited.join('\n\n')}\n\nHere one writes [@key7`
}

/** Each answer is asked for behind a keystroke of its own, so that nothing is remembered but what may be. */
function answersWhileTyping(workspace: Workspace): [string, number[]][] {
  const times: Record<'hover' | 'definition' | 'completion' | 'findings', number[]> = {
    hover: [],
    definition: [],
    completion: [],
    findings: [],
  } satisfies Record<string, number[]>
  const timed = (name: keyof typeof times, answer: (snapshot: Snapshot) => void): void => {
    const at = workspace.snapshot.documents.get(uri)!.text.length
    const start = cpuMilliseconds()
    answer(workspace.apply([{ kind: 'edit', uri, edits: [{ start: at, end: at, text: '7' }] }]))
    times[name].push(cpuMilliseconds() - start)
    workspace.apply([{ kind: 'edit', uri, edits: [{ start: at, end: at + 1, text: '' }] }])
  }
  const textDocument = { uri }
  const cite = { textDocument, position: { line: 4, character: 'Sentence 0 rests on a source [@k'.length } }
  for (let i = 0; i < answers; i++) {
    timed('hover', (snapshot) => hover.answer(snapshot.view(uri)!, cite, snapshot))
    timed('definition', (snapshot) => definition.answer(snapshot.view(uri)!, cite, snapshot))
    timed('completion', (snapshot) => {
      const { lines, text } = snapshot.documents.get(uri)!
      const line = lines.starts.length - 1
      const position = { line, character: text.length - lines.starts[line]! }
      completion.answer(snapshot.view(uri)!, { textDocument, position }, snapshot)
    })
    timed('findings', (snapshot) => reportOf(snapshot.view(uri)!))
  }
  return Object.entries(times)
}
