import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Author, ReferenceFields } from '../../server/src/bibliography/entry.js'
import { parseReference } from '../../server/src/bibliography/reference/parse.js'
import { sharedFolder } from '../shared.js'
import { authorsFit, folded } from './same-authors.js'
import { printSpeed } from './reference-speed.js'
import { writtenIn } from './reference-style.js'
import type { Style } from './reference-style.js'
import { otherStyles } from './reference-styles.js'
import { inventedWorks } from './reference-works.js'
import type { Work } from './reference-works.js'
import { unseenStyles } from './unseen-styles.js'

/**
 * How right the fields are that are read from written-out references: exact match after folding case, white space,
 * final punctuation, and the forms of dashes and quotation marks, which styles change.
 *
 * A field counts where the gold record has it and the text shows it: styles leave out what they do not print, cut lists
 * of authors, shorten pages and abbreviate journals. A field that was read where the record has none counts as wrong.
 * Works are split in two halves by their title: rules were tuned on the one, the other says what they are worth. The
 * same works, and invented ones of every type, are written in styles made here; the errors in those that are called
 * unseen are never printed.
 *
 * `--plain` takes the emphasis out first; `--errors STYLE FIELD` prints what is wrong in the half that is tuned on.
 */
export async function evaluateReferences(): Promise<void> {
  const records = recordsIn(join(sharedFolder, 'data/references/formatted-references.jsonl.gz'))
  const plain = process.argv.includes('--plain')
  const judged = (some: readonly GoldRecord[]) =>
    some.flatMap((record) => {
      const text = plain ? record.text.replace(/[*^]/g, '') : record.text
      return verdictsOn(record, text, parseReference(text))
    })
  const verdicts = judged(records)
  for (const half of ['tuned on', 'held out'] as const) {
    printTable(
      `${half}${plain ? ', without emphasis' : ''}`,
      verdicts.filter((one) => one.half === half),
    )
  }
  const others = judged([...restyled(records, otherStyles), ...invented(otherStyles)])
  printTable('other styles, made here', others)
  printTable('unseen styles', judged([...restyled(records, unseenStyles), ...invented(unseenStyles)]))
  await printSpeed(records.map(({ text }) => text))
  printErrors([...verdicts, ...others])
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
  readonly PMCID?: string
  readonly accessed?: string
}

interface GoldRecord {
  readonly style: string
  readonly text: string
  readonly gold: Gold
  /** The record has all that there is to know, the type of work included. */
  readonly isComplete?: boolean
}

/** Journal articles of the records, each once, in styles that the records do not have. */
function restyled(records: readonly GoldRecord[], styles: Readonly<Record<string, Style>>): GoldRecord[] {
  const seen = new Set<string>()
  const made: GoldRecord[] = []
  const names = Object.keys(styles)
  for (const { gold } of records) {
    const { title, container, year, volume, issue, page, DOI } = gold
    const isComplete = gold.authors.length > 0 && gold.authors.every(({ family, given }) => family && given)
    if (!title || !container || !year || !volume || !page || !isComplete || seen.has(title)) continue
    seen.add(title)
    const work: Work = {
      type: 'article-journal',
      authors: gold.authors,
      editors: [],
      title: title.replace(/\s+/g, ' ').replace(/\.$/, ''),
      container,
      year: String(year),
      volume,
      pages: page.replace('-', '–'),
      ...(issue && { issue }),
      ...(DOI && { doi: DOI }),
    }
    const style = names[made.length % names.length]!
    made.push({
      style,
      text: styled(styles[style]!, work, made.length),
      gold: { ...gold, title: work.title },
    })
  }
  return made
}

/** Each invented work in each style. All that there is to know of one is in its record. */
function invented(styles: Readonly<Record<string, Style>>): GoldRecord[] {
  return inventedWorks().flatMap((work, i) =>
    Object.entries(styles).map(([style, look], j) => ({
      style,
      text: styled(look, work, i + j),
      gold: goldOf(work),
      isComplete: true,
    })),
  )
}

/** Every second reference is plain text, as it comes out of a word processor. */
function styled(style: Style, work: Work, index: number): string {
  const text = writtenIn(style, work)
  return index % 2 === 0 ? text : text.replace(/\*/g, '')
}

function goldOf({ pages, doi, pmid, pmcid, url, ...work }: Work): Gold {
  return {
    ...work,
    ...(pages && { page: pages }),
    ...(doi && { DOI: doi }),
    ...(pmid && { PMID: pmid }),
    ...(pmcid && { PMCID: pmcid }),
    ...(url && { URL: url }),
  }
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
  'PMCID',
  'accessed',
  'type',
] as const

function verdictsOn(
  { style, text, gold, isComplete = false }: GoldRecord,
  given: string,
  parsed: ReferenceFields,
): Verdict[] {
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
    if (field === 'type' && !isComplete) continue
    const expected = gold[field]
    const found = parsed[parsedField[field]]
    const isAsked =
      expected === undefined
        ? isTold(field, found, gold, isComplete)
        : isShown(field, String(expected), text, gold, isComplete)
    if (isAsked) {
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
  PMCID: 'pmcid',
  accessed: 'accessed',
  type: 'type',
} as const satisfies Readonly<Record<(typeof fields)[number], keyof ReferenceFields>>

/** Whether a field was read that the record does not have. The record knows no publisher for most works that have one. */
function isTold(
  field: string,
  found: string | number | readonly Author[] | undefined,
  gold: Gold,
  isComplete: boolean,
): boolean {
  if (found === undefined || typeof found === 'object') return found !== undefined
  if (field === 'URL' || field === 'PMID' || field === 'PMCID') return false
  if (field === 'publisher') return isComplete && gold.type !== 'article' && gold.type !== 'webpage'
  if (field === 'accessed') return isComplete
  if (field === 'DOI') return !(gold.URL ?? '').toLowerCase().includes(String(found))
  if (field === 'container') return folded(String(found)) !== folded(gold.publisher ?? '')
  return true
}

function isShown(field: string, expected: string, text: string, gold: Gold, isComplete: boolean): boolean {
  const shown = folded(text)
  if (field === 'type') return !(expected === 'report' && !text.includes('Report'))
  if (field === 'container')
    return (
      !isComplete ||
      shown.includes(shown.includes(folded(expected)) ? folded(expected) : folded(expected.split(' ')[0]!))
    )
  if (field === 'accessed')
    return /access|acesso|cited|consult|abgeruf|zugegriff|retriev|viewed|geprüft/i.test(text)
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
  return new RegExp(
    String.raw`${before}(?:\s?\(|,? ?(?:no|iss|nr|núm)\. ?|,? ?n° )${after}(?![\p{L}\p{N}])`,
    'u',
  ).test(text)
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

if (process.argv[1]?.endsWith('references.ts')) await evaluateReferences()
