import { existsSync } from 'node:fs'
import { sharedFolder } from '../shared.js'
import { evaluateAbbreviations } from './abbreviations.js'
import { evaluateClaims } from './claims.js'
import { evaluateLibraries } from './libraries.js'
import { evaluateReferences } from './references.js'
import { evaluateSuggestions } from './suggestions.js'
import { evaluateTerms } from './terms.js'

/** What can be measured; without a name, all of it is. */
const evaluations: Readonly<Record<string, () => void | Promise<void>>> = {
  claims: evaluateClaims,
  references: evaluateReferences,
  libraries: evaluateLibraries,
  abbreviations: evaluateAbbreviations,
  suggestions: evaluateSuggestions,
  terms: evaluateTerms,
}

async function main(asked: readonly string[]): Promise<void> {
  if (!existsSync(sharedFolder)) throw new Error(`There is no public data to measure with at ${sharedFolder}`)
  for (const name of asked.length > 0 ? asked : Object.keys(evaluations)) {
    const evaluate = evaluations[name]
    if (!evaluate)
      throw new Error(`There is no evaluation '${name}'; there are ${Object.keys(evaluations).join(', ')}`)
    console.log(`# ${name}\n`)
    await evaluate()
    console.log('')
  }
}

/** What follows the first option is an evaluation's own. */
const words = process.argv.slice(2)
const firstOption = words.findIndex((word) => word.startsWith('--'))

main(firstOption < 0 ? words : words.slice(0, firstOption)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
})
