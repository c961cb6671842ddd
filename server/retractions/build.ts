import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/**
 * Writes `pubmed.json`, the list of retracted works that BioProse brings along, from a gzipped file with one PubMed number
 * a line: `npx tsx server/retractions/build.ts FILE YEAR`. The numbers ascend; each is written as its distance from the one
 * before it, in base 36, which packs well.
 */
const [file, asOf] = process.argv.slice(2)
if (!file || !asOf) throw new Error('Name the file of PubMed numbers and the year up to which it knows.')
const pmids = gunzipSync(readFileSync(file)).toString('utf8').split(/\s+/).filter((one) => /^\d+$/.test(one)).map(Number) // prettier-ignore
const ascending = [...new Set(pmids)].sort((a, b) => a - b)
const steps = ascending.map((pmid, i) => (pmid - (ascending[i - 1] ?? 0)).toString(36)).join(' ')
const path = new URL('pubmed.json', import.meta.url)
writeFileSync(path, `${JSON.stringify({ source: 'PubMed', asOf, steps })}\n`)
console.log(`${ascending.length} numbers written to ${path.pathname}`)
