import { writeFileSync } from 'node:fs'
import { recognisedKinds } from '../../src/terms/recognition/kinds.js'
import { termModelBytes, type TermModel } from '../../src/terms/recognition/model.js'
import { documentsOf, lexiconOf } from './sets.js'
import { taught, trained } from './training.js'

/**
 * Trains the recogniser of terms on the gold standards in `../shared/data/terms` and writes `terms.bin` beside the claim
 * model. The same data give the same bytes. `npm run evaluate -- terms` measures what it learns, each document read by a
 * model that has not seen it.
 */
const modelFile = new URL('../terms.bin', import.meta.url)

async function main(): Promise<void> {
  const models: [string, unknown][] = []
  for (const kind of recognisedKinds) {
    const lexicon = await lexiconOf(kind)
    const model = trained(taught(documentsOf(kind), lexicon, kind), lexicon, kind)
    models.push([kind, model])
    say(`${kind}: reasons ${model.reasons.map((weight) => weight.toFixed(2)).join(' ')}`)
  }
  const bytes = termModelBytes(Object.fromEntries(models) as TermModel)
  writeFileSync(modelFile, bytes)
  say(`wrote terms.bin, ${bytes.length} bytes`)
}

function say(message: string): void {
  console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${message}`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
