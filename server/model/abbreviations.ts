import { writeFileSync } from 'node:fs'
import { goldNames, goldPassages } from './abbreviation-gold.js'
import { prepared, trainedOn } from './abbreviation-training.js'

/**
 * Trains the choice of long forms on the gold standards of Ab3P and BIOADI in `../shared/data/abbreviations`, and writes
 * `abbreviations.json` beside this program. The same data give the same bytes. `npm run evaluate -- abbreviations` tells how good
 * such a model is on abstracts that it has not learned from.
 */
const passages = goldNames.flatMap((name) => prepared(goldPassages(name) ?? []))
if (passages.length === 0)
  throw new Error('There is no public data to learn from in ../shared/data/abbreviations')
const model = trainedOn(passages)
const json = JSON.stringify(model)
writeFileSync(new URL('./abbreviations.json', import.meta.url), `${json}\n`)
console.log(`learned from ${passages.length} passages; wrote abbreviations.json, ${json.length} bytes`)
