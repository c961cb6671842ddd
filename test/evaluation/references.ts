import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Author, ReferenceFields } from '../../server/src/bibliography/entry.js'
import { parseReference } from '../../server/src/bibliography/reference/parse.js'
import { sharedFolder } from '../shared.js'
import { otherStyles } from './reference-styles.js'

/**
 * How right the fields are that are read from written-out references: exact match after folding case, white space,
 * final punctuation, and the forms of dashes and quotation marks, which styles change.
 *
 * A field counts where the gold record has it and the text shows it: styles leave out what they do not print, cut lists
 * of authors, shorten pages and abbreviate journals. A field that was read where the record has none counts as wrong.
 * Works are split in two halves by their title: rules were tuned on the one, the other says what they are worth.
 *
 * `--plain` takes the emphasis out first; `--errors STYLE FIELD` prints what is wrong in the half that is tuned on.
 */
export function evaluateReferences(): void {
  const records = recordsIn(join(sharedFolder, 'data/references/formatted-references.jsonl.gz'))
  const plain = process.argv.includes('--plain')
  const texts = records.map(({ text }) => (plain ? text.replace(/[*^]/g, '') : text))
  for (const text of texts.slice(0, 1_000)) parseReference(text)
  const started = process.cpuUsage()
  const parsed = texts.map(parseReference)
  const seconds = process.cpuUsage(started).user / 1e6
  const verdicts = records.flatMap((record, i) => verdictsOn(record, texts[i]!, parsed[i]!))
  for (const half of ['tuned on', 'held out'] as const) {
    printTable(
      `${half}${plain ? ', without emphasis' : ''}`,
      verdicts.filter((one) => one.half === half),
    )
  }
  const others = otherRecords(records)
  printTable(
    'other styles, made here',
    others.flatMap((record) => verdictsOn(record, record.text, parseReference(record.text))),
  )
  console.log(
    `${Math.round(records.length / seconds)} references a second of CPU time, after a thousand to warm up`,
  )
  printErrors([
    ...verdicts,
    ...others.flatMap((record) => verdictsOn(record, record.text, parseReference(record.text))),
  ])
}

interface Gold {
  readonly type: string
  readonly authors: readonly Author[]
  readonly title?: string
  readonly container?: string
  readonly year?: number | string
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly publisher?: string
  readonly DOI?: string
  readonly PMID?: string
  readonly URL?: string
}

interface GoldRecord {
  readonly style: string
  readonly text: string
  readonly gold: Gold
}

/** Journal articles of the records, each once, in styles that the records do not have. */
function otherRecords(records: readonly GoldRecord[]): GoldRecord[] {
  const seen = new Set<string>()
  const made: GoldRecord[] = []
  for (const { gold } of records) {
    const { title, container, year, volume, issue, page, DOI } = gold
    const isComplete = gold.authors.length > 0 && gold.authors.every(({ family, given }) => family && given)
    if (!title || !container || !year || !volume || !page || !isComplete || seen.has(title)) continue
    seen.add(title)
    const work = {
      title: title.replace(/\s+/g, ' ').replace(/\.$/, ''),
      container,
      year: String(year),
      volume,
      page: page.replace('-', '–'),
    }
    const article = { ...work, authors: gold.authors, ...(issue && { issue }), ...(DOI && { doi: DOI }) }
    const names = Object.keys(otherStyles)
    const style = names[made.length % names.length]!
    made.push({ style, text: otherStyles[style]!(article), gold: { ...gold, title: work.title } })
  }
  return made
}

interface Verdict {
  readonly style: string
  readonly field: string
  readonly half: 'tuned on' | 'held out'
  readonly isRight: boolean
  readonly explanation: string
}

function recordsIn(path: string): GoldRecord[] {
  const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as GoldRecord)
}

const fields = [
  'title',
  'container',
  'year',
  'volume',
  'issue',
  'page',
  'DOI',
  'PMID',
  'URL',
  'publisher',
] as const

function verdictsOn({ style, text, gold }: GoldRecord, given: string, parsed: ReferenceFields): Verdict[] {
  const half = hashOf(gold.title ?? '') % 2 === 0 ? 'tuned on' : 'held out'
  const verdicts: Verdict[] = []
  const add = (field: string, isRight: boolean, found: unknown, expected: unknown) => {
    const explanation = isRight
      ? ''
      : `${JSON.stringify(found)} for ${JSON.stringify(expected)}\n    ${given}`
    verdicts.push({ style, field, half, isRight, explanation })
  }
  add(
    'authors',
    authorsFit(parsed, gold.authors, text),
    parsed.authors.slice(0, 12),
    gold.authors.slice(0, 12),
  )
  for (const field of fields) {
    const expected = gold[field]
    const found = parsed[parsedField[field]]
    if (expected === undefined ? isTold(field, found, gold) : isShown(field, String(expected), text, gold)) {
      add(
        field,
        expected !== undefined && fits(field, String(found ?? ''), String(expected)),
        found,
        expected,
      )
    }
  }
  return verdicts
}

const parsedField = {
  title: 'title',
  container: 'container',
  year: 'year',
  volume: 'volume',
  issue: 'issue',
  page: 'page',
  DOI: 'doi',
  PMID: 'pmid',
  URL: 'url',
  publisher: 'publisher',
} as const satisfies Readonly<Record<(typeof fields)[number], keyof ReferenceFields>>

/** Whether a field was read that the record does not have. The record knows no publisher for most works that have one. */
function isTold(field: string, found: string | number | readonly Author[] | undefined, gold: Gold): boolean {
  if (found === undefined || typeof found === 'object') return found !== undefined
  if (field === 'publisher' || field === 'URL' || field === 'PMID') return false
  if (field === 'DOI') return !(gold.URL ?? '').toLowerCase().includes(String(found))
  if (field === 'container') return folded(String(found)) !== folded(gold.publisher ?? '')
  return true
}

function isShown(field: string, expected: string, text: string, gold: Gold): boolean {
  const shown = folded(text)
  if (field === 'container') return true
  if (field === 'publisher' && (gold.container === expected || gold.type.startsWith('article'))) return false
  if (field === 'URL') return text.includes(expected)
  if (field === 'page') return shown.includes(folded(expected.split(/[-–,]/)[0]!).trim())
  if (field === 'volume') return wordIn(shown, folded(expected))
  if (field === 'issue') return isBehind(shown, folded(gold.volume ?? ''), folded(expected))
  return shown.includes(folded(expected))
}

/** An issue is shown where it stands in brackets or with a label behind its volume; its digits alone are anywhere. */
function isBehind(text: string, volume: string, issue: string): boolean {
  const [before, after] = [volume, issue].map(escaped)
  return new RegExp(String.raw`${before}(?:\s?\(|,? ?(?:no|iss)\. ?)${after}(?![\p{L}\p{N}])`, 'u').test(text)
}

function wordIn(text: string, word: string): boolean {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(word)}(?![\p{L}\p{N}])`, 'u').test(text)
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

function fits(field: string, found: string, expected: string): boolean {
  if (field === 'page') return pagesOf(found) === pagesOf(expected)
  if (field === 'container') return folded(found) === folded(expected) || abbreviates(found, expected)
  return folded(found) === folded(expected)
}

/** Styles shorten the last page in several ways: compared in full. */
function pagesOf(written: string): string {
  const [first = '', last = ''] = folded(written).split(/\s*-\s*/)
  const isShort = /^\d+$/.test(last) && last.length < first.length
  return isShort
    ? `${first}-${first.slice(0, first.length - last.length)}${last}`
    : `${first}-${last || first}`
}

/** "Nat Methods" for "Nature Methods", "IJMS" for its initials: most of its words begin words of the name, in order. */
function abbreviates(short: string, long: string): boolean {
  const words = wordsOf(long).filter((word) => !['of', 'the', 'and', 'for', 'in', 'on', '&'].includes(word))
  const stems = wordsOf(short.replace(/\bU\.?\s?S\.?\s?A\b/, ''))
  if (stems.length === 0) return false
  if (
    stems.length === 1 &&
    words
      .map((word) => word[0])
      .join('')
      .startsWith(stems[0]!)
  )
    return true
  let next = 0
  let matched = 0
  for (const stem of stems) {
    const at = words.findIndex(
      (word, i) => i >= next && word.startsWith(stem.charAt(0)) && isSubsequence(stem, word),
    )
    if (at < 0) continue
    matched++
    next = at + 1
  }
  return matched >= stems.length * 0.7 && words[0]?.startsWith(stems[0]!.charAt(0)) === true
}

function wordsOf(name: string): string[] {
  return folded(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

function isSubsequence(short: string, long: string): boolean {
  let at = -1
  return Array.from(short).every((letter) => (at = long.indexOf(letter, at + 1)) >= 0)
}

/** The names that the text shows, in order: a list that is cut short shows the first of them, at times the last. */
function authorsFit({ authors, etAl }: ReferenceFields, gold: readonly Author[], text: string): boolean {
  const shown = folded(text)
  const isCut = /\bet al\b|…|\. \. \./.test(text)
  if (gold.length === 0) return true
  const found = authors.map(familyOf)
  const expected = gold.map(familyOf)
  if (!isCut)
    return found.length === expected.length && found.every((_, i) => sameAuthor(authors[i]!, gold[i]!))
  if (!etAl && !text.includes('…')) return false
  const visible = expected.findIndex((family) => !shown.includes(family))
  const atLeast = Math.min(visible < 0 ? expected.length : visible, 1)
  return (
    found.length >= atLeast &&
    found.every(
      (family, i) =>
        sameAuthor(authors[i]!, gold[i] ?? {}) || (i === found.length - 1 && family === expected.at(-1)),
    )
  )
}

function sameAuthor(found: Author, gold: Author): boolean {
  if (gold.literal ?? !gold.given) {
    const written = found.literal ?? [found.given, found.family].filter(Boolean).join(' ')
    return folded(written) === folded(gold.literal ?? gold.family ?? '') || familyOf(found) === familyOf(gold)
  }
  const initial = (name = '') => /\p{L}/u.exec(folded(name))?.[0]
  return familyOf(found) === familyOf(gold) && initial(found.given) === initial(gold.given)
}

function familyOf({ family, literal }: Author): string {
  return folded(family ?? literal ?? '')
}

function folded(value: string): string {
  return value
    .replace(/<\/?\w+[^<>]{0,60}>/g, '')
    .replace(/&amp;/g, '&')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[“”„«»"‘’ʼ`']/g, "'")
    .replace(/[*^]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s'.,;:]+|[\s'.,;:]+$/g, '')
}

function hashOf(text: string): number {
  let hash = 0
  for (const letter of text.toLowerCase()) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) >>> 0
  return hash >>> 3
}

function printTable(title: string, verdicts: readonly Verdict[]): void {
  const styles = [...new Set(verdicts.map(({ style }) => style))]
  const columns = ['authors', ...fields]
  const share = (some: readonly Verdict[]) =>
    some.length === 0 ? '  –  ' : (some.filter(({ isRight }) => isRight).length / some.length).toFixed(3)
  console.log(`${title}: ${share(verdicts)} of ${verdicts.length} fields`)
  console.log(['', 'all', ...columns].map((name, i) => name.slice(0, 9).padEnd(i === 0 ? 28 : 10)).join(''))
  for (const style of [...styles, 'every style']) {
    const rows = style === 'every style' ? verdicts : verdicts.filter((one) => one.style === style)
    const cells = columns.map((field) => share(rows.filter((one) => one.field === field)))
    console.log([style.padEnd(28), ...[share(rows), ...cells].map((cell) => cell.padEnd(10))].join(''))
  }
  console.log('')
}

function printErrors(verdicts: readonly Verdict[]): void {
  const at = process.argv.indexOf('--errors')
  if (at < 0) return
  const [style = '', field = ''] = process.argv.slice(at + 1)
  for (const one of verdicts) {
    if (one.isRight || one.half !== 'tuned on' || !one.style.includes(style) || !one.field.includes(field))
      continue
    console.log(`${one.style} ${one.field}: ${one.explanation}`)
  }
}

if (process.argv[1]?.endsWith('references.ts')) evaluateReferences()
