import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { modelIn } from '../../server/src/hosts/engine.js'
import { builtInConcepts } from '../../server/src/terms/builtin.js'
import { compile } from '../../server/src/terms/lexicon.js'
import { citableOf } from '../../server/src/workspace/library.js'
import { citingOf } from '../../server/src/workspace/citing.js'
import { sentencesOf } from '../../server/src/workspace/sentences.js'
import { measuredWeights, suggestionsFor } from '../../server/src/workspace/suggestions.js'
import type { View } from '../../server/src/workspace/view.js'
import { Workspace } from '../../server/src/workspace/workspace.js'
import { sharedFolder } from '../shared.js'

const signs = {
  'titles alone': { title: 1, around: 0, cited: 0, turn: 0, near: 0, author: 0 },
  'without the order of the list': { ...measuredWeights, turn: 0 },
  'all signs': measuredWeights,
}

/**
 * How often one of the entries that a sentence cites is the first suggestion for it, or among the first five, while what
 * the sentence itself cites is not looked at. The weights were chosen on every other article, from the first on; the rest
 * are apart.
 */
export function evaluateSuggestions(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bioprose-articles-'))
  try {
    execFileSync('tar', ['-xzf', join(sharedFolder, 'data/articles/plos.tar.gz'), '-C', folder])
    const views = readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => viewOf(folder, name)) // prettier-ignore
    print(
      'Articles that the weights were chosen on',
      views.filter((_, i) => i % 2 === 0),
    )
    print(
      'Articles apart',
      views.filter((_, i) => i % 2 === 1),
    )
    printSpeed(views[1]!)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function viewOf(folder: string, name: string, more = ''): View {
  const workspace = new Workspace(compile([builtInConcepts()]), modelIn(resolve('server/model')))
  const path = join(folder, name)
  const uri = pathToFileURL(path).href
  const library = (text: string) => (more === '' ? text : text.trimEnd().replace(/\]$/, `,${more}]`))
  workspace.apply([
    { kind: 'open', uri, text: readFileSync(path, 'utf8') },
    {
      kind: 'library',
      file: {
        uri: uri.replace(/md$/, 'csl.json'),
        state: 'read',
        text: library(readFileSync(path.replace(/md$/, 'csl.json'), 'utf8')),
      },
    },
  ])
  return workspace.snapshot.view(uri)!
}

function print(title: string, views: readonly View[]): void {
  const sizes = views.map((view) => citableOf(view).entries.length)
  const mean = sizes.reduce((a, b) => a + b, 0) / sizes.length
  console.log(`${title}: ${views.length} with ${mean.toFixed(0)} references on average`)
  for (const [name, weights] of Object.entries(signs)) {
    let [cited, first, firstFive] = [0, 0, 0]
    for (const view of views) {
      const { entries } = citableOf(view)
      const { entriesOf } = citingOf(view)
      sentencesOf(view).forEach((sentence, i) => {
        const own = new Set(entriesOf[i]!.map((index) => entries[index]!))
        if (own.size === 0) return
        const rank = suggestionsFor(view, sentence, weights).findIndex(({ entry }) => own.has(entry))
        cited++
        if (rank === 0) first++
        if (rank >= 0 && rank < 5) firstFive++
      })
    }
    const share = (count: number) => (count / cited).toFixed(3)
    console.log(`  ${name.padEnd(32)} hit@1 ${share(first)}  hit@5 ${share(firstFive)}  (${cited} sentences)`)
  }
  console.log('  targets                          hit@1 0.400  hit@5 0.670')
}

/** A library of 5,000 entries; the first call, which reads them, is not counted. */
function printSpeed({ uri }: View): void {
  const path = new URL(uri).pathname
  const made = Array.from({ length: 5000 }, (_, i) =>
    JSON.stringify({
      id: `made${i}`,
      type: 'article-journal',
      title: madeTitle(i),
      issued: { 'date-parts': [[2000]] },
    }),
  )
  const view = viewOf(
    path.slice(0, path.lastIndexOf('/')),
    path.slice(path.lastIndexOf('/') + 1),
    made.join(','),
  )
  const sentences = sentencesOf(view).slice(0, 200)
  suggestionsFor(view, sentences[0]!)
  const started = process.cpuUsage()
  for (const sentence of sentences) suggestionsFor(view, sentence)
  const { user, system } = process.cpuUsage(started)
  const { length } = citableOf(view).entries
  console.log(
    `${((user + system) / 1000 / sentences.length).toFixed(2)} ms of CPU time a sentence with ${length} entries (target: at most 2)`,
  )
}

const subjects =
  'sleep light melatonin cells proteins networks models expression evolution memory growth stress'.split(' ')

function madeTitle(i: number): string {
  const word = (step: number) => subjects[(i * step + (i >> 3)) % subjects.length]!
  return `${word(1)} and ${word(5)} in ${word(7)} number ${i}`
}
