import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { modelIn } from '../../server/src/hosts/engine.js'
import { reportOf } from '../../server/src/rules/findings.js'
import { builtInConcepts } from '../../server/src/terms/builtin.js'
import { compile } from '../../server/src/terms/lexicon.js'
import { Workspace } from '../../server/src/workspace/workspace.js'
import { joined, referenceList, type Corpus } from './corpus.js'
import { cpuMilliseconds, quantile } from './cpu.js'

/** Each place gets a few letters in a row, as a writer types. */
const lettersInARow = 6

/** The time from one keystroke in a long document to all findings of the document as it then stands. */
export function measureKeystrokes(corpus: Corpus, keystrokes: number, warmUp: number): void {
  const text = longDocument(corpus)
  const workspace = new Workspace(compile([builtInConcepts()]), modelIn(resolve('dist')))
  const uri = pathToFileURL(resolve('bench.md')).href
  workspace.apply([{ kind: 'open', uri, text }])
  const found = reportOf(workspace.snapshot.view(uri)!).findings.length
  const cpu: number[] = []
  const clock: number[] = []
  let at = 0
  for (let i = 0; i < warmUp + keystrokes; i++) {
    at = i % lettersInARow === 0 ? placeOf(i, text) : at + 1
    const [clockStart, cpuStart] = [performance.now(), cpuMilliseconds()]
    const snapshot = workspace.apply([{ kind: 'edit', uri, edits: [{ start: at, end: at, text: 'e' }] }])
    reportOf(snapshot.view(uri)!)
    if (i < warmUp) continue
    cpu.push(cpuMilliseconds() - cpuStart)
    clock.push(performance.now() - clockStart)
  }
  const size = `${(text.length / 1e6).toFixed(2)} million characters, ${found} findings`
  console.log(`  ${keystrokes} keystrokes in a document of ${size} (target: at most 2 ms)`)
  for (const [name, times] of [
    ['CPU time', cpu],
    ['by the clock', clock],
  ] as const) {
    console.log(
      `  ${name.padEnd(28)}${quantile(times, 0.5).toFixed(2).padStart(8)} ms median ${quantile(times, 0.95).toFixed(2).padStart(8)} ms 95th percentile`,
    )
  }
}

/** Prose with citations and, as its last tenth, a list of references that it cites. */
function longDocument(corpus: Corpus): string {
  const prose = joined(corpus, 900_000)
  let cited = 0
  const withNumbers = prose.replace(/\.\n\n(?=[A-Z])/g, () => ` [${(cited++ % 1000) + 1}].\n\n`)
  return `${withNumbers.slice(0, 900_000)}\n\n${referenceList(1000)}`
}

/** Places all over the document, inside a word. */
function placeOf(i: number, text: string): number {
  let place = Math.floor(((i * 0.618034) % 1) * (text.length - 100))
  while (place < text.length && !/[a-z]/.test(text[place]!)) place++
  return place
}
