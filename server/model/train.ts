import { writeFileSync } from 'node:fs'
import type { ClaimModel } from '../src/claims/judge.js'
import { modelBytes } from '../src/claims/model.js'
import { eachSentence, readArticles, type Article } from './articles.js'
import { card } from './card.js'
import { thresholdAt } from './figures.js'
import { learned } from './learning.js'
import { isCentral, judgedArticles, validated } from './validation.js'

/**
 * Trains the claim judge on `../shared/data/claims/dev.jsonl.gz` and writes `claims.bin` and its card, `README.md`, beside this program.
 * The same data give the same bytes.
 */
const modelFile = new URL('./claims.bin', import.meta.url)
const cardFile = new URL('./README.md', import.meta.url)

const articles = readArticles()
const trained = learned(
  articles.filter(({ isValidation }) => !isValidation),
  say,
)
const apart = articles.filter(({ isValidation }) => isValidation)
const model: ClaimModel = { ...trained, thresholds: thresholdsOn(trained, apart) }
const bytes = modelBytes(model)
writeFileSync(modelFile, bytes)
say(`wrote claims.bin, ${bytes.length} bytes`)
const results = validated(model, articles)
writeFileSync(cardFile, card(results, model, bytes.length))
console.log(results.table)

/** Thresholds where precision is 0.5, 0.7 and 0.9 in introductions and discussions of articles that were kept apart. */
function thresholdsOn(trained: ClaimModel, apart: readonly Article[]): ClaimModel['thresholds'] {
  const isTaken = eachSentence(apart, (_a, { kind }) => isCentral(kind))
  const probabilities = judgedArticles(trained, apart)
    .map(({ probability }) => probability)
    .filter((_, i) => isTaken[i])
  const labels = eachSentence(apart, (_a, _s, { cited }, i) => cited[i]!).filter((_, i) => isTaken[i])
  const at = (precision: number) => Number(thresholdAt(precision, probabilities, labels).toFixed(4))
  return { strict: at(0.5), balanced: at(0.7), quiet: at(0.9) }
}

function say(message: string): void {
  console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${message}`)
}
