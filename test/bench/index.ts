import '../../server/src/hosts/regular-expressions.js'
import { parseArgs } from 'node:util'
import { measureCheck } from './check.js'
import { measureColdStart } from './cold-start.js'
import { corpus } from './corpus.js'
import { measureKeystrokes } from './keystrokes.js'
import { measureLibraries } from './libraries.js'
import { measureMatching } from './matching.js'
import { measureReferences } from './references.js'

/**
 * Prints how fast everything is, in CPU time; asserts nothing. `--megabytes` and `--rounds` make a run shorter, and names
 * of measurements leave the others out: `npm run bench -- --megabytes 1 --rounds 1 check`.
 */
const { values, positionals } = parseArgs({
  options: { megabytes: { type: 'string', default: '10' }, rounds: { type: 'string', default: '3' } },
  allowPositionals: true,
})
const megabytes = Number(values.megabytes)
const rounds = Number(values.rounds)
const text = corpus()
console.log(
  `Text: ${text.origin}; ${text.texts.length} documents, repeated with variation. Medians of ${rounds} rounds.`,
)

const measurements: Readonly<Record<string, readonly [title: string, measure: () => void | Promise<void>]>> =
  {
    check: [`Checking ${megabytes} MB of Markdown, CPU time`, () => { measureCheck(text, megabytes, rounds) }], // prettier-ignore
    matching: [`Finding terms in ${megabytes} MB of prose, CPU time`, () => { measureMatching(text, megabytes, rounds) }], // prettier-ignore
    references: ['Reading references, CPU time', () => { measureReferences(rounds) }], // prettier-ignore
    library: ['Libraries of 72,000 entries, CPU time', () => { measureLibraries() }], // prettier-ignore
    keystrokes: ['All findings after one keystroke', () => { measureKeystrokes(text, 300, 50) }], // prettier-ignore
    'cold-start': ['Server', () => measureColdStart(3 * rounds)],
  }

async function main(): Promise<void> {
  for (const [name, [title, measure]] of Object.entries(measurements)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    console.log(`\n${title}`)
    await measure()
  }
}

void main()
