import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sharedFolder } from '../shared.js'

/** Markdown to measure with. */
export interface Corpus {
  /** Where it comes from, in words for the reader of the figures. */
  readonly origin: string
  /** The documents, the same ones at every run. */
  readonly texts: readonly string[]
  /** A folder with the libraries that the documents name, if there are any. */
  readonly libraries?: string
}

/** The public articles and manuscripts; where they are absent, a text that is made up. */
export function corpus(): Corpus {
  if (!existsSync(join(sharedFolder, 'data')))
    return { origin: 'generated text (there is no folder ../shared)', texts: generated() }
  const folder = mkdtempSync(join(tmpdir(), 'bioprose-bench-'))
  const texts: string[] = []
  for (const archive of ['articles', 'manuscripts'].flatMap((name) =>
    archivesIn(join(sharedFolder, 'data', name)),
  )) {
    execFileSync('tar', ['-xzf', archive, '-C', folder])
  }
  for (const path of filesUnder(folder)) {
    if (path.endsWith('.md')) texts.push(readFileSync(path, 'utf8'))
  }
  process.on('exit', () => { rmSync(folder, { recursive: true, force: true }) }) // prettier-ignore
  return {
    origin: 'articles and manuscripts in ../shared/data',
    texts: texts.filter((text) => text.length > 2000),
    libraries: folder,
  }
}

/**
 * Writes about `bytes` of Markdown as files into a new folder, in which the libraries lie too. Each round through the
 * corpus leaves out other paragraphs, so that no two files are the same.
 */
export function written({ texts, libraries }: Corpus, bytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'bioprose-bench-'))
  process.on('exit', () => { rmSync(folder, { recursive: true, force: true }) }) // prettier-ignore
  for (const path of libraries ? filesUnder(libraries) : []) {
    if (path.endsWith('.json')) cpSync(path, join(folder, path.slice(path.lastIndexOf('/') + 1)))
  }
  mkdirSync(folder, { recursive: true })
  let size = 0
  for (let file = 0; size < bytes; file++) {
    const text = variant(texts[file % texts.length]!, Math.floor(file / texts.length))
    writeFileSync(join(folder, `${String(file).padStart(4, '0')}.md`), text)
    size += Buffer.byteLength(text)
  }
  return folder
}

/** At least `length` code units of the corpus in a row. */
export function joined({ texts }: Corpus, length: number): string {
  const parts: string[] = []
  for (let i = 0, size = 0; size < length; i++) {
    const text = variant(
      texts[i % texts.length]!.replace(/^---\n[\s\S]*?\n---\n/, ''),
      Math.floor(i / texts.length),
    )
    parts.push(text)
    size += text.length + 2
  }
  return parts.join('\n\n').slice(0, length)
}

/** The text without every seventh paragraph, counted from another one in each round. */
function variant(text: string, round: number): string {
  if (round === 0) return text
  return text
    .split('\n\n')
    .filter((_, i) => i === 0 || i % 7 !== round % 7)
    .join('\n\n')
}

function archivesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.tar.gz')).sort().map((name) => join(folder, name)) // prettier-ignore
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Forty documents that differ, with citations in two styles. */
function generated(): readonly string[] {
  const subjects = [
    'BDNF',
    'Testosterone',
    'Vitamin D',
    'Insulin',
    'Resistance training',
    'The hippocampus',
    'Cortisol',
  ]
  const verbs = [
    'increases',
    'has been shown to reduce',
    'was associated with',
    'did not change',
    'may modulate',
  ]
  const objects = [
    'muscle mass',
    'spatial memory',
    'serum IGF-1',
    'blood pressure',
    'the stress response',
    'bone density',
  ]
  return Array.from({ length: 40 }, (_, document) => {
    const paragraphs = Array.from({ length: 60 }, (_, paragraph) =>
      Array.from({ length: 5 }, (_, i) => {
        const seed = document * 31 + paragraph * 7 + i * 3
        const cite = seed % 3 === 0 ? ` [${(seed % 40) + 1}]` : seed % 7 === 0 ? ` [@author${seed % 40}]` : ''
        return `${subjects[seed % 7]!} ${verbs[seed % 5]!} ${objects[seed % 6]!} in ${seed + 10} adults${cite}.`
      }).join(' '),
    )
    return `# Document ${document}\n\n${paragraphs.join('\n\n')}\n\n${referenceList(40)}`
  })
}

/** A family name of three syllables. */
function madeFamily(i: number): string {
  const [first, second, third] = [i % 10, Math.floor(i / 10) % 10, Math.floor(i / 100) % 10]
  return `${'BDFGKLMNRT'[first]!}${'aeiouaeiou'[second]!}l${'aeiouyaeio'[third]!}n${'aeiouaeiou'[first]!}r`
}

/** A numbered list of references under its heading. */
export function referenceList(count: number): string {
  const items = Array.from({ length: count }, (_, i) => {
    const title = `A study of outcome ${i} in a group of adults`
    return `${i + 1}. ${madeFamily(i)} A, ${madeFamily(i + 7)} B. ${title}. J Test Med. ${1980 + (i % 40)};${i % 90}:${i}-${i + 9}.`
  })
  return `## References\n\n${items.join('\n')}\n`
}
