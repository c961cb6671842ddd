import { argv } from 'node:process'
import { goldNames, goldPassages } from '../../server/model/abbreviation-gold.js'
import {
  figuresOutOfFold,
  modelsWithout,
  prepared,
  type PairFigures,
  type PreparedPassage,
  type WrittenPair,
} from '../../server/model/abbreviation-training.js'
import { abbreviationsIn } from '../../server/src/terms/abbreviations.js'
import { reportOnManuscripts } from './manuscripts.js'

/**
 * Precision and recall of the abbreviations found, on the gold pairs of Ab3P and BIOADI. A pair counts if both spans are those of
 * the gold standard exactly. The figures are out of fold: each document is read by a model that learned from the others. With
 * `--errors` it prints the pairs that were missed or are wrong.
 */
export function evaluateAbbreviations(): void {
  const sets = goldNames.map((name) => prepared(goldPassages(name) ?? []))
  const models = modelsWithout(sets.flat())
  goldNames.forEach((name, i) => { report(`${name}, out of fold`, figuresOutOfFold(sets[i]!, models)) }) // prettier-ignore
  report('both, out of fold', figuresOutOfFold(sets.flat(), models))
  console.log(
    'published on Ab3P: Schwartz and Hearst about 0.96 and 0.82, Ab3P 0.97 and 0.84 (target: 0.97 and 0.90)',
  )
  measureSpeed(sets.flat())
  reportOnManuscripts(rules)
}

const rules = [
  'undefined-abbreviation',
  'late-abbreviation',
  'redefined-abbreviation',
  'unused-abbreviation',
  'lost-long-form',
]

function report(what: string, figures: PairFigures): void {
  const { right, found, gold, missed, wrong } = figures
  if (argv.includes('--errors') && !what.startsWith('both')) {
    for (const pair of missed) console.log('missed', written(pair))
    for (const pair of wrong) console.log('wrong ', written(pair))
  }
  const rates = `precision ${(right / found).toFixed(3)}, recall ${(right / gold).toFixed(3)}`
  console.log(`${what}: ${rates} (${right} right of ${found} found, ${gold} in the gold standard)`)
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

function written({ text, pair }: WrittenPair): string {
  const [a, b, c, d] = pair.split(' ').map(Number)
  return `${text.slice(a, b)} | ${text.slice(c, d)}   ≪${text.slice(Math.max(0, Math.min(a!, c!) - 30), Math.max(b!, d!) + 5)}≫`
}
