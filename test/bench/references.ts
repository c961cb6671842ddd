import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { referenceFields } from '../../server/src/bibliography/reference-list.js'
import { sharedFolder } from '../shared.js'
import { referenceList } from './corpus.js'
import { cpuMilliseconds, median } from './cpu.js'

/** How many written references are read in a second, the first round, in which everything is cold, told apart. */
export function measureReferences(rounds: number): void {
  const texts = references()
  const rates: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const start = cpuMilliseconds()
    for (const text of texts) referenceFields(text)
    rates.push(texts.length / ((cpuMilliseconds() - start) / 1000))
  }
  const [cold, ...warm] = rates
  console.log(
    `  ${texts.length} references${' '.repeat(14)}${median(warm).toFixed(0).padStart(6)} a second, cold ${cold!.toFixed(0)} (target: 5000)`,
  )
}

/** References in ten styles; where they are absent, made up ones. */
function references(): readonly string[] {
  const path = join(sharedFolder, 'data/references/formatted-references.jsonl.gz')
  if (!existsSync(path)) return referenceList(2000).split('\n').filter((line) => /^\d/.test(line)) // prettier-ignore
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { text: string }).text)
}
