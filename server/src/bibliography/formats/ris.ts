import type { Name } from '../../text/name.js'
import type { Entry, EntryType } from '../entry.js'
import { namesOf } from '../names.js'
import type { BibliographyFormat } from './format.js'
import { authorIn, taggedEntries, type TaggedRecord } from './tagged.js'
import { cleanFields, yearIn } from './values.js'

/** RIS, as EndNote, Zotero, Mendeley and publishers' pages export it: "TY  - JOUR" to "ER  - ". */
export const ris: BibliographyFormat = {
  name: 'ris',
  extensions: ['.ris'],
  parse(uri, text) {
    const tagging = {
      tagged: /^\ufeff?([A-Z][A-Z0-9]) {1,3}-(?: (.*)|(?=$))/,
      opens: (tag: string) => tag === 'TY',
      closes: (tag: string) => tag === 'ER',
    }
    return taggedEntries(text, tagging, (record) => (isReference(record) ? entryOf(uri, record) : undefined))
  },
}

function isReference({ values }: TaggedRecord): boolean {
  return [...titleTags, ...authorTags].some((tag) => values.has(tag))
}

const titleTags = ['TI', 'T1', 'CT', 'BT']
const authorTags = ['AU', 'A1', 'A2', 'ED']

function entryOf(uri: string, { start, end, values, places }: TaggedRecord): Entry {
  const first = (...tags: readonly string[]) => tags.map((tag) => values.get(tag)?.[0]).find((value) => value)
  const people = authorTags.map((tag) => values.get(tag)).find((names) => names) ?? []
  const isOthers = (name: string) => /^(?:et al\.?|others)$/i.test(name.trim())
  const [from, to] = [first('SP'), first('EP')]
  const fields = cleanFields({
    type: types[first('TY')?.toUpperCase() ?? ''] ?? 'document',
    authors: people.filter((name) => !isOthers(name)).flatMap((name) => authorIn(name) ?? []),
    etAl: people.some(isOthers),
    title: first(...titleTags),
    container: first('JO', 'JF', 'T2', 'JA', 'J2', 'J1'),
    year: yearIn(first('PY', 'Y1', 'DA')),
    yearLetter: undefined,
    volume: first('VL'),
    issue: first('IS'),
    page: from && to && !from.includes('-') ? `${from}-${to}` : (from ?? first('C7', 'M1')),
    publisher: first('PB'),
    doi: first('DO') ?? first('UR', 'L3', 'M3'),
    pmid: pmidIn(values),
    pmcid: values.get('C2')?.find((value) => /^PMC\d/i.test(value)),
    url: first('UR', 'L1', 'L2'),
    accessed: first('Y2')
      ?.replace(/\/{1,3}$/, '')
      .replace(/\//g, '-'),
  })
  const key = first('ID', 'LB')
  const keySpan = places.get('ID') ?? places.get('LB')
  const abstract = first('AB', 'N2')
  const name: Name[] = key === undefined ? [] : [`key:${key}`]
  return {
    ...fields,
    names: [...name, ...namesOf(fields)],
    ...(abstract && { abstract }),
    source: { uri, span: { start, end }, ...(key !== undefined && keySpan && { keySpan }) },
  }
}

/** PubMed's number has no tag of its own: programs put it among the accession numbers or the notes, with its name. */
function pmidIn(values: TaggedRecord['values']): string | undefined {
  const written = [
    ...(values.get('AN') ?? []),
    ...(values.get('N1') ?? []),
    ...(values.get('PM') ?? []),
  ].join('\n')
  return (
    /(?:PMID:?\s?|\bpubmed[:/ ]\s?)(\d{1,9})/i.exec(written)?.[1] ??
    /^\d{6,9}$/m.exec((values.get('AN') ?? []).join('\n'))?.[0]
  )
}

const types: Readonly<Record<string, EntryType>> = {
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  MGZN: 'article-journal',
  NEWS: 'article-journal',
  JFULL: 'article-journal',
  ABST: 'article-journal',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  ENCYC: 'chapter',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  RPRT: 'report',
  GOVDOC: 'report',
  STAND: 'report',
  THES: 'thesis',
  ELEC: 'webpage',
  WEB: 'webpage',
  BLOG: 'webpage',
  ICOMM: 'webpage',
  UNPB: 'article',
  INPR: 'article',
  PREPRINT: 'article',
}
