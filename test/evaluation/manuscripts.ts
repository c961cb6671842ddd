import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv } from 'node:process'
import { reportOf } from '../../server/src/rules/findings.js'
import { sharedFolder } from '../shared.js'
import { opened } from '../specs/engine.js'

const folder = join(sharedFolder, 'data/manuscripts')

/**
 * How many findings of some rules there are in six manuscripts, each file a document of its own, as their authors check them. With
 * `--errors` it prints them.
 */
export function reportOnManuscripts(rules: readonly string[]): void {
  let allWords = 0
  let allFindings = 0
  for (const archive of readdirSync(folder)) {
    const counts = new Map(rules.map((rule) => [rule, 0]))
    let words = 0
    for (const text of manuscript(archive)) {
      words += text.split(/\s+/).length
      const { view } = opened(text)
      for (const { rule, start, end, message } of reportOf(view).findings) {
        if (!counts.has(rule)) continue
        counts.set(rule, counts.get(rule)! + 1)
        if (argv.includes('--errors'))
          console.log(
            `${rule}: ${message} ≪${text.slice(Math.max(0, start - 50), end + 30).replace(/\s+/g, ' ')}≫`,
          )
      }
    }
    const found = [...counts.values()].reduce((a, b) => a + b, 0)
    allWords += words
    allFindings += found
    const list = [...counts].map(([rule, count]) => `${rule} ${count}`).join(', ')
    console.log(`${archive.replace('.tar.gz', '')}: ${words} words, ${perThousand(found, words)} (${list})`)
  }
  console.log(`all manuscripts: ${allWords} words, ${perThousand(allFindings, allWords)} (target: at most 2)`)
}

function perThousand(findings: number, words: number): string {
  return `${((1000 * findings) / words).toFixed(2)} findings per thousand words`
}

/** The texts of the content files of a manuscript, in order. */
function manuscript(archive: string): readonly string[] {
  const into = mkdtempSync(join(tmpdir(), 'bioprose-'))
  try {
    execFileSync('tar', ['-xzf', join(folder, archive), '-C', into])
    return readdirSync(into, { recursive: true, encoding: 'utf8' })
      .filter((path) => /content[^/]*\.md$|content\/[^/]*\.md$/.test(path))
      .sort()
      .map((path) => readFileSync(join(into, path), 'utf8'))
  } finally {
    rmSync(into, { recursive: true })
  }
}
