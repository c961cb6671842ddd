import { foldFamily } from '../text/author-year.js'
import type { Author, Entry, EntryType, ReferenceFields } from './entry.js'

/**
 * Keys made of the first author's family and the year, each once: "barlind2009", "barlind2009b"; "untitled" where both lack.
 *
 * @param taken keys that others bear already
 */
export function keysFor(
  entries: readonly ReferenceFields[],
  taken: Iterable<string> = [],
): readonly string[] {
  const used = new Set(taken)
  return entries.map(({ authors, year, title }) => {
    const who = authors[0]?.family ?? authors[0]?.literal ?? title?.split(' ')[0] ?? 'untitled'
    const stem = `${
      foldFamily(who)
        .replace(/[^a-z0-9]/g, '')
        .slice(0, 40) || 'untitled'
    }${year ?? ''}`
    let key = stem
    for (let i = 1; used.has(key); i++) key = `${stem}${i < 26 ? String.fromCharCode(97 + i) : i}`
    used.add(key)
    return key
  })
}

/** Entries as a BibTeX file that this and other programs read back. Letters stay as they are; what TeX would take for commands is escaped. */
export function writtenBibtex(entries: readonly Entry[], keys: readonly string[]): string {
  return entries.map((entry, i) => written(entry, keys[i]!)).join('\n')
}

function written(entry: Entry, key: string): string {
  const lines = bibtexFields(entry).map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@${types[entry.type]}{${key},\n${lines.join('')}}\n`
}

/** The fields of an entry by their names in BibTeX, with their values as they stand between braces. */
export function bibtexFields(entry: ReferenceFields): readonly (readonly [name: string, value: string])[] {
  const { type, authors, etAl, title, container, year, volume, issue, page, publisher } = entry
  const people = [...authors.map(nameOf), ...(etAl ? ['others'] : [])].join(' and ')
  const fields: readonly (readonly [string, string | number | undefined])[] = [
    ['author', people],
    ['title', title && escaped(title)],
    [
      type === 'chapter' || type === 'paper-conference' ? 'booktitle' : 'journal',
      container && escaped(container),
    ],
    ['year', year],
    ['volume', volume && escaped(volume)],
    ['number', issue && escaped(issue)],
    ['pages', page && escaped(page).replace(/(\d)-(\d)/, '$1--$2')],
    ['publisher', publisher && escaped(publisher)],
    ['doi', entry.doi],
    ['pmid', entry.pmid],
    ['pmcid', entry.pmcid],
    ['url', entry.url],
    ['urldate', entry.accessed],
  ]
  return fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
}

/** A body's name stands in braces of its own, lest a program take it for a person's. */
function nameOf({ family, given, literal }: Author): string {
  if (literal !== undefined) return `{${escaped(literal)}}`
  return escaped([family, given].filter((part) => part !== undefined).join(', '))
}

function escaped(text: string): string {
  return text
    .replace(/\\/g, '\\textbackslash{}')
    .replace(/[{}]/g, '')
    .replace(/[&%#_$]/g, '\\$&')
}

const types: Readonly<Record<EntryType, string>> = {
  'article-journal': 'article',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
  webpage: 'misc',
  article: 'unpublished',
  document: 'misc',
}
