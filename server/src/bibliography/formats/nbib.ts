import type { Entry, EntryType } from '../entry.js'
import { namesOf } from '../names.js'
import type { BibliographyFormat } from './format.js'
import { authorIn, taggedEntries, type TaggedRecord, type Tagging } from './tagged.js'
import { cleanFields, yearIn } from './values.js'

/** How PubMed writes its records. */
export const medline: Tagging = {
  tagged: /^\ufeff?([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$/,
  opens: (tag) => tag === 'PMID',
  closes: () => false,
}

/** PubMed's own format, as its "Cite" button and "Send to: Citation manager" give it: "PMID- 123" and so on. */
export const nbib: BibliographyFormat = {
  name: 'nbib',
  extensions: ['.nbib', '.medline'],
  parse(uri, text) {
    return taggedEntries(text, medline, (record) => (isReference(record) ? entryOf(uri, record) : undefined))
  },
}

function isReference({ values }: TaggedRecord): boolean {
  return values.has('TI') || values.has('BTI') || values.has('AU')
}

function entryOf(uri: string, { start, end, values }: TaggedRecord): Entry {
  const first = (...tags: readonly string[]) => tags.map((tag) => values.get(tag)?.[0]).find((value) => value)
  const people = values.get('FAU') ?? values.get('AU') ?? []
  const bodies = values.get('CN') ?? []
  const title = first('TI', 'BTI')
  const abstract = first('AB')
  const fields = cleanFields({
    type: typeOf(values.get('PT') ?? []),
    authors: [...people.flatMap((name) => authorIn(name) ?? []), ...bodies.map((literal) => ({ literal }))],
    etAl: false,
    title: title?.replace(/^\[(.{1,2000})\]\.?$/, '$1').replace(/\.$/, ''),
    container: first('JT', 'TA', values.has('TI') ? 'BTI' : ''),
    year: yearIn(first('DP', 'DEP')),
    yearLetter: undefined,
    volume: first('VI'),
    issue: first('IP'),
    page: first('PG'),
    publisher: first('PB'),
    doi: [...(values.get('LID') ?? []), ...(values.get('AID') ?? [])].find((value) =>
      value.endsWith('[doi]'),
    ),
    pmid: first('PMID'),
    pmcid: first('PMC'),
    url: undefined,
    accessed: undefined,
  })
  return {
    ...fields,
    names: namesOf(fields),
    ...(abstract && { abstract }),
    source: { uri, span: { start, end } },
  }
}

function typeOf(types: readonly string[]): EntryType {
  if (types.includes('Preprint')) return 'article'
  if (types.includes('Book Chapter')) return 'chapter'
  return types.some((type) => /^book/i.test(type)) ? 'book' : 'article-journal'
}
