import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { bibtex } from '../../server/src/bibliography/formats/bibtex.js'
import { cslJson } from '../../server/src/bibliography/formats/csl-json.js'
import { libraryOf } from '../../server/src/bibliography/library.js'
import { madeLibraries } from '../bench/made-libraries.js'
import { sharedFolder } from '../shared.js'

/**
 * How other people's libraries load: how many entries of how many files, what was skipped and why, and how long the
 * slowest file takes; then how long a library of 72,000 entries takes, one value in ten of which holds TeX.
 */
export function evaluateLibraries(): void {
  const folder = join(sharedFolder, 'data/references')
  const reasons = new Map<string, number>()
  let files = 0
  let entries = 0
  let slowest = 0
  for (const text of filesIn(gunzipSync(readFileSync(join(folder, 'bibtex-parser-suite.tar.gz'))), '.bib')) {
    const started = process.cpuUsage()
    const { items, skipped } = bibtex.parse('file:///library.bib', text)
    slowest = Math.max(slowest, process.cpuUsage(started).user / 1_000)
    files++
    entries += items.length
    for (const { reason } of skipped) {
      const kind = reason.replace(/"[^"]*"/, '…')
      reasons.set(kind, (reasons.get(kind) ?? 0) + 1)
    }
  }
  console.log(`BibTeX: ${entries} entries of ${files} files, the slowest in ${Math.round(slowest)} ms`)
  for (const [reason, times] of reasons) console.log(`  skipped ${times}: ${reason}`)
  const items = cslJson.parse(
    'file:///library.json',
    gunzipSync(readFileSync(join(folder, 'manubot_csl_merged.json.gz'))).toString(),
  )
  console.log(`CSL-JSON: ${items.items.length} items, ${items.skipped.length} skipped`)
  measureLarge()
}

function measureLarge(): void {
  for (const { format, text } of madeLibraries(72_000)) {
    const started = process.cpuUsage()
    const { items, skipped } = format.parse('file:///large', text)
    const parsed = process.cpuUsage(started).user / 1e6
    const library = libraryOf(items)
    const indexed = process.cpuUsage(started).user / 1e6 - parsed
    const asked = process.cpuUsage()
    for (let i = 0; i < 1000; i++) library.find(`doi:10.1000/arc.${i * 70}`)
    const answered = process.cpuUsage(asked).user / 1e6
    console.log(
      `${format.name}: ${items.length} entries (${Math.round(text.length / 1e6)} MB, ${skipped.length} skipped): parsed in ${parsed.toFixed(2)} s of CPU time, indexed in ${indexed.toFixed(2)} s, answered in ${answered.toFixed(4)} ms`,
    )
  }
}

/** The files of a tar archive whose names end so. */
function* filesIn(tar: Buffer, ending: string): Iterable<string> {
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    const size = parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0
    const kind = tar[at + 156]
    if ((kind === 0x30 || kind === 0) && (name.endsWith(ending) || name.length === 100))
      yield tar.toString('utf8', at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
}

if (process.argv[1]?.endsWith('libraries.ts')) evaluateLibraries()
