import { argv } from 'node:process'
import { goldNames, goldPassages } from '../../server/model/abbreviation-gold.js'
import {
  modelsWithout,
  pairsFound,
  prepared,
  type PreparedPassage,
} from '../../server/model/abbreviation-training.js'
import type { ChoiceModel } from '../../server/src/terms/abbreviations/choice.js'
import { abbreviationsIn } from '../../server/src/terms/abbreviations.js'

/**
 * Precision and recall of the abbreviations found, on the gold pairs of Ab3P and BIOADI. A pair counts if both spans are those of
 * the gold standard exactly. The figures are out of fold: each document is read by a model that learned from the others. With
 * `--errors` it prints the pairs that were missed or are wrong.
 */
export function evaluateAbbreviations(): void {
  const sets = goldNames.map((name) => prepared(goldPassages(name) ?? []))
  const models = modelsWithout(sets.flat())
  sets.forEach((passages, i) => { report(`${goldNames[i]!}, out of fold`, passages, models) }) // prettier-ignore
  report('both, out of fold', sets.flat(), models)
  measureSpeed(sets.flat())
}

function report(what: string, passages: readonly PreparedPassage[], models: readonly ChoiceModel[]): void {
  let right = 0
  let found = 0
  let gold = 0
  for (const passage of passages) {
    const expected = new Set(passage.pairs)
    const actual = new Set(pairsFound(passage, models[passage.fold]!))
    gold += expected.size
    found += actual.size
    for (const pair of actual) if (expected.has(pair)) right++
    if (!argv.includes('--errors') || what.startsWith('both')) continue
    for (const pair of expected) if (!actual.has(pair)) console.log('missed', written(passage.text, pair))
    for (const pair of actual) if (!expected.has(pair)) console.log('wrong ', written(passage.text, pair))
  }
  const figures = `precision ${(right / found).toFixed(3)}, recall ${(right / gold).toFixed(3)}`
  console.log(`${what}: ${figures} (${right} right of ${found} found, ${gold} in the gold standard)`)
}

function measureSpeed(passages: readonly PreparedPassage[]): void {
  const started = process.cpuUsage()
  let letters = 0
  for (const { text } of passages) {
    abbreviationsIn(text)
    letters += text.length
  }
  const { user, system } = process.cpuUsage(started)
  console.log(`read ${(letters / (user + system)).toFixed(2)} MB of abstracts in a second of CPU time`)
}

function written(text: string, pair: string): string {
  const [a, b, c, d] = pair.split(' ').map(Number)
  return `${text.slice(a, b)} | ${text.slice(c, d)}   ≪${text.slice(Math.max(0, Math.min(a!, c!) - 30), Math.max(b!, d!) + 5)}≫`
}
