import type { Author, Entry } from './entry.js'

/** The ways of writing a reference that are known: names before a point, years in brackets, titles in quotation marks. */
export type ReferenceStyle = 'numbered' | 'author-date' | 'quoted'

/** The style that most of some references are written in; `numbered`, as most of medicine writes, where there is none. */
export function styleOf(references: readonly string[]): ReferenceStyle {
  const counts = { numbered: 0, 'author-date': 0, quoted: 0 }
  for (const text of references.slice(0, mostRead)) {
    const beginning = text.slice(0, 400)
    if (/[“"«„]/.test(beginning)) counts.quoted++
    else if (/^[^()]{2,300}\((?:1[5-9]|20)\d\d[a-z]?\)/.test(beginning)) counts['author-date']++
    else counts.numbered++
  }
  if (counts.quoted > counts.numbered && counts.quoted >= counts['author-date']) return 'quoted'
  return counts['author-date'] > counts.numbered ? 'author-date' : 'numbered'
}

const mostRead = 50

/** An entry as one line of a list of references, in Markdown: what could be markup is escaped. What the entry lacks is left out. */
export function writtenReference(entry: Entry, style: ReferenceStyle): string {
  return sentences(writers[style](entry))
}

const writers: Readonly<Record<ReferenceStyle, (entry: Entry) => readonly string[]>> = {
  numbered: ({ volume, issue, page, year, ...entry }) => [
    people(entry.authors, entry.etAl, (author) => nameWithInitials(author, ' ', '')),
    plain(entry.title),
    plain(entry.container),
    joined(
      [entry.container === undefined ? plain(entry.publisher) : '', String(year ?? '')]
        .filter(Boolean)
        .join(', '),
      volume === undefined ? '' : `;${plain(volume)}${issue === undefined ? '' : `(${plain(issue)})`}`,
      page === undefined ? '' : `${volume === undefined ? ';' : ':'}${plain(page)}`,
    ),
    identifiers(entry),
  ],
  'author-date': ({ volume, issue, page, year, ...entry }) => [
    [
      people(entry.authors, entry.etAl, (author) => nameWithInitials(author, ', ', '.')),
      year === undefined ? '' : `(${year}${entry.yearLetter ?? ''})`,
    ].filter(Boolean).join(' '), // prettier-ignore
    plain(entry.title),
    [
      plain(entry.container),
      joined(plain(volume), issue === undefined ? '' : `(${plain(issue)})`),
      plain(page),
      entry.container === undefined ? plain(entry.publisher) : '',
    ].filter(Boolean).join(', '), // prettier-ignore
    identifiers(entry),
  ],
  quoted: ({ volume, issue, page, year, ...entry }) => [
    people(entry.authors, entry.etAl, fullName),
    entry.title === undefined ? '' : `“${plain(entry.title).replace(/[.]$/, '')}.”`,
    [
      plain(entry.container),
      entry.container === undefined ? plain(entry.publisher) : '',
      volume === undefined ? '' : `vol. ${plain(volume)}`,
      issue === undefined ? '' : `no. ${plain(issue)}`,
      year === undefined ? '' : String(year),
      page === undefined ? '' : /\d[-–]\d/.test(page) ? `pp. ${plain(page)}` : plain(page),
    ].filter(Boolean).join(', '), // prettier-ignore
    identifiers(entry),
  ],
}

function people(authors: readonly Author[], etAl: boolean, written: (author: Author) => string): string {
  const names = authors.map((author) => plain(written(author)))
  return [...names, ...(etAl ? ['et al'] : [])].join(', ')
}

/** "Wren, Bo" as "Wren B" or "Wren, B.": initials of words and of parts between hyphens. */
function nameWithInitials({ family, given, literal }: Author, comma: string, stop: string): string {
  if (family === undefined) return literal ?? given ?? ''
  const initials = (given ?? '').match(/(?<![\p{L}\p{M}'’])\p{L}\p{M}{0,3}/gu) ?? []
  // "BA" stands for two names already.
  const letters = /^\p{Lu}{2,3}$/u.test(given ?? '') ? Array.from(given!) : initials
  return letters.length === 0
    ? family
    : `${family}${comma}${letters.map((one) => `${one.toUpperCase()}${stop}`).join('')}`
}

function fullName({ family, given, literal }: Author): string {
  if (family === undefined) return literal ?? given ?? ''
  return given === undefined ? family : `${family}, ${given}`
}

function identifiers({ doi, pmid, pmcid, url }: Entry): string {
  if (doi !== undefined) return `doi:${doi}`
  if (pmid !== undefined) return `PMID: ${pmid}`
  return pmcid ?? url ?? ''
}

function joined(...parts: readonly string[]): string {
  return parts.join('')
}

/** Each part ends with a point, but for an identifier, which a point could be taken for a part of. */
function sentences(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '')
  return said.map((part, i) => (i === said.length - 1 && isIdentifier(part) ? part : /[.?!”]$/.test(part) ? part : `${part}.`)).join(' ') // prettier-ignore
}

function isIdentifier(part: string): boolean {
  return /^(?:doi:|PMID|PMC|https?:)/.test(part)
}

/** On one line; what Markdown would take for markup keeps its meaning as a sign. */
function plain(text = ''): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>$]/g, '\\$&')
}
