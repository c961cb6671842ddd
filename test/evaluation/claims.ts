import { readFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { readArticles } from '../../server/model/articles.js'
import { validated } from '../../server/model/validation.js'
import { loadModel } from '../../server/src/claims/judge.js'

/**
 * Prints how well the claim model in the repository tells cited from uncited sentences on the articles that its training
 * kept apart, beside a plain baseline on the same split, and what each sensitivity means there.
 */
export function evaluateClaims(): void {
  const model = loadModel(readFileSync(new URL('../../server/model/claims.bin', import.meta.url)))
  if (!model) throw new Error('server/model/claims.bin is damaged; npm run train writes it anew')
  const results = validated(model, readArticles())
  console.log(
    `${results.validationArticles} articles apart from the ${results.trainingArticles} learned from\n`,
  )
  console.log(results.table)
  for (const { name, at, precision, recall } of results.thresholds) {
    console.log(
      `${name}: from ${at.toFixed(3)}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (introductions and discussions)`,
    )
  }
  for (const [form, { sentences, cited }] of results.forms) {
    console.log(`form ${form}: ${sentences} sentences, ${((100 * cited) / sentences).toFixed(1)} % cited`)
  }
  console.log(`${results.sentencesPerSecond} sentences judged per second of CPU time`)
}

if (argv[1] === fileURLToPath(import.meta.url)) evaluateClaims()
