import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { abbreviationsIn } from '../../server/src/terms/abbreviations.js'
import { sharedFolder } from '../shared.js'

/**
 * Precision and recall of the abbreviations found, on the gold pairs of Ab3P and BIOADI. A pair counts if both spans are
 * those of the gold standard exactly. With `--errors` it prints the pairs that were missed or are wrong.
 */
export function evaluateAbbreviations(): void {
  const all = ['Ab3P_bioc_gold.xml.gz', 'bioadi_bioc_gold.xml.gz'].map((file) => {
    const path = join(sharedFolder, 'data/abbreviations', file)
    const passages = passagesIn(gunzipSync(readFileSync(path)).toString())
    report(file, passages)
    return passages
  })
  report(
    'passages that the costs were not chosen on',
    all.flat().filter((_, index) => index % 2 === 1),
  )
}

function report(what: string, passages: readonly Passage[]): void {
  let right = 0
  let found = 0
  let gold = 0
  for (const { text, pairs } of passages) {
    const expected = new Set(pairs)
    const actual = new Set(
      abbreviationsIn(text).map(({ short, long }) => `${short.start} ${short.end} ${long.start} ${long.end}`),
    )
    gold += expected.size
    found += actual.size
    for (const pair of actual) if (expected.has(pair)) right++
    if (!argv.includes('--errors')) continue
    for (const pair of expected) if (!actual.has(pair)) console.log('missed', written(text, pair))
    for (const pair of actual) if (!expected.has(pair)) console.log('wrong ', written(text, pair))
  }
  const figures = `precision ${(right / found).toFixed(3)}, recall ${(right / gold).toFixed(3)}`
  console.log(`${what}: ${figures} (${right} right of ${found} found, ${gold} in the gold standard)`)
}

interface Passage {
  readonly text: string
  /** The offsets of short and long form in `text`: "start end start end". */
  readonly pairs: readonly string[]
}

/** The passages of a BioC file, read with what these two files need of XML. */
function passagesIn(xml: string): readonly Passage[] {
  return xml
    .split('<passage>')
    .slice(1)
    .map((passage) => {
      const text = unescaped(/<text>([^<]*)<\/text>/.exec(passage)?.[1] ?? '')
      const base = Number(/<offset>(\d+)</.exec(passage)?.[1])
      const places = new Map<string, string>()
      for (const annotation of passage.split('<annotation ').slice(1)) {
        const locations = [...annotation.matchAll(/<location offset="(\d+)" length="(\d+)"/g)]
        const starts = locations.map((location) => Number(location[1]) - base)
        const ends = locations.map((location) => Number(location[1]) + Number(location[2]) - base)
        places.set(/^id="([^"]*)"/.exec(annotation)?.[1] ?? '', `${Math.min(...starts)} ${Math.max(...ends)}`)
      }
      const pairs = passage
        .split('<relation ')
        .slice(1)
        .map((relation) => {
          const node = (role: string): string =>
            new RegExp(`refid="([^"]*)" role="${role}"`).exec(relation)?.[1] ?? ''
          return `${places.get(node('ShortForm')) ?? ''} ${places.get(node('LongForm')) ?? ''}`
        })
      return { text, pairs }
    })
}

function unescaped(xml: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
  return xml.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => signs[name] ?? '')
}

function written(text: string, pair: string): string {
  const [a, b, c, d] = pair.split(' ').map(Number)
  return `${text.slice(a, b)} | ${text.slice(c, d)}   ≪${text.slice(Math.max(0, Math.min(a!, c!) - 30), Math.max(b!, d!) + 5)}≫`
}

if (argv[1] === fileURLToPath(import.meta.url)) evaluateAbbreviations()
