import { writeFileSync } from 'node:fs'
import { goldNames, goldPassages } from './abbreviation-gold.js'
import { leastProbable } from '../src/terms/abbreviations.js'
import {
  abbreviationFolds,
  figuresOutOfFold,
  modelsWithout,
  prepared,
  trainedOn,
} from './abbreviation-training.js'

/**
 * Trains the choice of long forms on the gold standards of Ab3P and BIOADI in `../shared/data/abbreviations`, and writes
 * `abbreviations.json` and its card, `abbreviations.md`, beside this program. The same data give the same bytes.
 */
const sets = goldNames.map((name) => prepared(goldPassages(name) ?? []))
const passages = sets.flat()
if (passages.length === 0)
  throw new Error('There is no public data to learn from in ../shared/data/abbreviations')
const model = trainedOn(passages)
const json = JSON.stringify(model)
writeFileSync(new URL('./abbreviations.json', import.meta.url), `${json}\n`)
console.log(`learned from ${passages.length} passages; wrote abbreviations.json, ${json.length} bytes`)

const models = modelsWithout(passages)
const rows = [...goldNames.map((name, i) => [name, sets[i]!] as const), ['both', passages] as const].map(
  ([name, set]) => {
    const { right, found, gold } = figuresOutOfFold(set, models)
    return `| ${name} | ${gold} | ${(right / found).toFixed(3)} | ${(right / gold).toFixed(3)} |`
  },
)
writeFileSync(new URL('./abbreviations.md', import.meta.url), card())
console.log(rows.join('\n'))

function card(): string {
  return `# The choice of long forms

Written by \`npm run train:abbreviations\` (\`server/model/abbreviations.ts\`); change that program, not this page.

\`abbreviations.json\` (${Math.round(json.length / 1000)} kB) says which words before, behind or in a bracket an abbreviation stands for, if any.

## How it chooses
1. Every bracket, and every comma, colon, equals sign and dash beside an acronym, gives places where a short form may be spelled out
   (\`sites.ts\`), and the words at which the long form may begin.
2. The short form's letters, digits, Greek letters and Roman numerals are aligned with the words as cheaply as can be
   (\`alignment.ts\`); what cannot be meant is dropped (\`candidates.ts\`).
3. ${model.measures.length} measures are taken of each candidate: how the letters fall, what the words are, what stands beside them
   (\`measures.ts\`).
4. ${model.columns.length / model.depth} boosted trees of depth ${model.depth} score the candidates of a short form, and the softmax of the scores and a zero gives each its
   probability, and that of none (\`choosing.ts\`). From ${leastProbable} on the likeliest is taken.
5. Entries of lists and names behind "hereafter" and the like need no model where every letter begins a word: abstracts have none to
   learn from (\`listed.ts\`).

## Data
The gold standards of Ab3P (Sohn et al. 2008) and BIOADI (Kuo et al. 2009): ${passages.length} passages of abstracts. No text of them is in the model file.

## Figures
Out of fold: each document is read by a model that learned from the other ${abbreviationFolds - 1} of ${abbreviationFolds} folds, in which no document stands twice. A pair
counts if both spans are exactly those of the gold standard.

| | pairs | precision | recall |
| --- | --: | --: | --: |
${rows.join('\n')}

## Limits
- The measures, the options of the training and the least probability were chosen with a view to these figures: expect somewhat less elsewhere.
- The readers of the two gold standards do not agree on where a long form begins ("human", "gene", a prefix before a hyphen), nor on
  symbols that are no abbreviation of the words beside them.
- Long forms that share words, "scanning (SEM) and transmission (TEM) electron microscopy", are not put together.
- English only.
`
}
