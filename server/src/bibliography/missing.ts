import type { Author, Entry, EntryType } from './entry.js'

/** A field that a reference of some type needs, as it is spoken of. */
type Need = readonly [name: string, isThere: (entry: Entry) => boolean]

const author: Need = ['its author', ({ authors }) => authors.length > 0]
const title: Need = ['its title', (entry) => entry.title !== undefined]
const year: Need = ['its year', (entry) => entry.year !== undefined]
const identifier: Need = [
  'a DOI, PMID or address',
  ({ doi, pmid, pmcid, url }) => [doi, pmid, pmcid, url].some(Boolean),
]
/** Volume and pages find an article in its journal as well as an identifier does. */
const place: Need = [
  'volume and pages, or a DOI',
  (entry) => entry.volume !== undefined || entry.page !== undefined || identifier[1](entry),
]
const publisher: Need = ['its publisher', (entry) => entry.publisher !== undefined || identifier[1](entry)]

const container = (name: string): Need => [name, (entry) => entry.container !== undefined]

/** What each type of work needs to be found again. Where the type is open, little is asked. */
const needs: Readonly<Record<EntryType, readonly Need[]>> = {
  'article-journal': [author, title, container('its journal'), year, place],
  book: [author, title, year, publisher],
  chapter: [author, title, container('its book'), year],
  'paper-conference': [author, title, year],
  report: [title, year],
  thesis: [author, title, year],
  webpage: [title, identifier],
  article: [author, title, year],
  document: [title],
}

/** What a reference lacks, in words. A preprint's or a page's date may be when it was looked at. */
export function missingIn(entry: Entry): readonly string[] {
  return needs[entry.type].filter(([, isThere]) => !isThere(entry)).map(([name]) => name)
}

/** The author whose name breaks off in an initial, as "De la C-L" does, if any: no name ends so that a family is known. */
export function truncatedAuthor({ authors }: Pick<Entry, 'authors'>): string | undefined {
  const found = authors.find((one) => isTruncated(one))
  return found && (found.family ?? found.literal)
}

function isTruncated({ family, given, literal }: Author): boolean {
  const name = family ?? literal ?? ''
  return given === undefined && /(?:^| )\p{Lu}(?:-\p{Lu})+\.?$/u.test(name)
}
