import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { linesOfArticle } from './jats-article.js'

/**
 * Turns a folder of articles in JATS XML into training data, one paragraph a line, as `readArticles` takes it:
 *
 *     npx tsx server/model/jats.ts FOLDER OUTPUT.jsonl.gz
 *
 * Files that hold no article are named and left out.
 */
export function convertFolder(folder: string, output: string): { articles: number; skipped: string[] } {
  const lines: string[] = []
  const skipped: string[] = []
  let articles = 0
  for (const name of readdirSync(folder).sort()) {
    if (!/\.n?xml$/i.test(name)) continue
    const own = linesOfArticle(readFileSync(join(folder, name), 'utf8'), name)
    if (own.length === 0) skipped.push(name)
    else articles++
    lines.push(...own.map((line) => JSON.stringify(line)))
  }
  writeFileSync(output, gzipSync(lines.map((line) => `${line}\n`).join(''), { level: 9 }))
  return { articles, skipped }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, output] = argv.slice(2)
  if (!folder || !output) {
    console.error('Say which folder to read and which file to write: jats.ts FOLDER OUTPUT.jsonl.gz')
    process.exitCode = 2
  } else {
    const { articles, skipped } = convertFolder(folder, output)
    console.log(`${articles} articles written to ${output}`)
    for (const name of skipped) console.log(`${name} holds no article with a body`)
  }
}
