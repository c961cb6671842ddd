import type { Author } from '../../server/src/bibliography/entry.js'

/** What a record says of a journal article, as these styles need it. */
export interface Article {
  readonly authors: readonly Author[]
  readonly title: string
  readonly container: string
  readonly year: string
  readonly volume: string
  readonly issue?: string
  readonly page: string
  readonly doi?: string
}

/**
 * Ways of writing references that the records do not have, in plain text: what the parser reads of them right tells
 * how far it depends on the styles that it was tuned on. Some of its faults were found with these.
 */
export const otherStyles: Readonly<Record<string, (work: Article) => string>> = {
  harvard: ({ authors, title, container, year, volume, issue, page, doi }) =>
    `${joined(authors.map(inverted), ', ', ' and ', 3)} (${year}) ‘${title}’, ${container}, ${volume}${brackets(issue)}, pp. ${page}.${doi ? ` doi: ${doi}.` : ''}`,
  'harvard, bare year': ({ authors, title, container, year, volume, issue, page }) =>
    `${joined(authors.map(inverted), ', ', ', ', 8)}, ${year}. ${title}. ${container} ${volume}${brackets(issue)}, ${page}.`,
  chemistry: ({ authors, title, container, year, volume, issue, page, doi }) =>
    `${joined(authors.map(inverted), '; ', '; ', 10)} ${title}. ${dotted(container)} ${year}, ${volume}${issue ? ` (${issue})` : ''}, ${page}.${doi ? ` https://doi.org/${doi}` : ''}`,
  'physical chemistry': ({ authors, title, container, year, volume, page }) =>
    `${joined(authors.map(straight), ', ', ' and ', 12)}, ${title}, ${dotted(container)}, ${year}, ${volume}, ${page}.`,
  'physics letters': ({ authors, title, container, year, volume, page }) =>
    `${joined(authors.map(straight), ', ', ', ', 6)}, ${title}, ${dotted(container)} ${volume} (${year}) ${page}.`,
  'open access': ({ authors, title, container, year, volume, page }) =>
    `${joined(authors.map(bare), ', ', ', ', 30)}: ${title}. ${container} ${year}, ${volume}:${page}.`,
  'open access, dots': ({ authors, title, container, year, volume, issue, page }) =>
    `${joined(authors.map(bare), ', ', ', ', 6)}. ${title}. ${dotted(container)} ${year};${volume}${brackets(issue)}:${page}.`,
  publisher: ({ authors, title, container, year, volume, issue, page, doi }) =>
    `${joined(authors.map(bare), ', ', ', ', 3)} (${year}) ${title}. ${container} ${volume}${brackets(issue)}:${page}.${doi ? ` https://doi.org/${doi}` : ''}`,
  computing: ({ authors, title, container, year, volume, issue, page, doi }) =>
    `${joined(authors.map(full), ', ', ', and ', 20)}. ${year}. ${title}. ${container} ${volume}${issue ? `, ${issue}` : ''} (${year}), ${page}.${doi ? ` DOI:https://doi.org/${doi}` : ''}`,
  geosciences: ({ authors, title, container, year, volume, page, doi }) =>
    `${joined(authors.map(inverted), ', ', ', and ', 20)}: ${title}, ${dotted(container)}, ${volume}, ${page},${doi ? ` https://doi.org/${doi},` : ''} ${year}.`,
  'national academy': ({ authors, title, container, year, volume, page }) =>
    `${joined(authors.map(straight), ', ', ', ', 5)}, ${title}. ${dotted(container)} ${volume}, ${page} (${year}).`,
  'notes and bibliography': ({ authors, title, container, year, volume, issue, page }) =>
    `${joined([...authors.slice(0, 1).map(invertedFull), ...authors.slice(1).map(full)], ', ', ', and ', 10)}. “${title}.” ${container} ${volume}${issue ? `, no. ${issue}` : ''} (${year}): ${page}.`,
  'semicolons and names': ({ authors, title, container, year, volume, issue, page }) =>
    `${joined(authors.map(invertedFull), '; ', '; ', 10)} (${year}): ${title}. In: ${container} ${volume}${brackets(issue)}, S. ${page}.`,
  'international standard': ({ authors, title, container, year, volume, issue, page }) =>
    `${joined(authors.map(capitals), ', ', ' and ', 3)}. ${title}. ${container}. ${year}, vol. ${volume}${issue ? `, no. ${issue}` : ''}, p. ${page}.`,
}

function joined(names: readonly string[], separator: string, last: string, most: number): string {
  if (names.length > most)
    return `${names.slice(0, Math.min(3, most)).join(separator)}${separator.trimEnd() === ';' ? ';' : ','} et al.`
  if (names.length < 2) return names[0] ?? ''
  return names.slice(0, -1).join(separator) + last + names[names.length - 1]!
}

const initialsOf = ({ given = '' }: Author) =>
  given.split(/[\s.]+/).flatMap(
    (part) =>
      part
        .split('-')
        .map((piece) => piece[0] ?? '')
        .join('-') || [],
  )
const inverted = (author: Author) =>
  `${author.family!}, ${initialsOf(author)
    .map((letter) => `${letter.replace(/-/g, '.-')}.`)
    .join(' ')}`
const straight = (author: Author) =>
  `${initialsOf(author)
    .map((letter) => `${letter.replace(/-/g, '.-')}.`)
    .join(' ')} ${author.family!}`
const bare = (author: Author) => `${author.family!} ${initialsOf(author).join('').replace(/-/g, '')}`
const full = ({ family, given }: Author) => `${given!} ${family!}`
const invertedFull = ({ family, given }: Author) => `${family!}, ${given!}`
const capitals = ({ family, given }: Author) => `${family!.toUpperCase()}, ${given!}`

const brackets = (issue: string | undefined) => (issue ? `(${issue})` : '')

/** A journal's name with dots, nearly as ISO 4 has it. */
function dotted(name: string): string {
  const words = name.split(/\s+/).filter((word) => !/^(?:of|the|and|for|in|on|&)$/i.test(word))
  if (words.length === 1) return name
  return words.map((word) => stems[word.toLowerCase()] ?? word).join(' ')
}

const stems: Readonly<Record<string, string>> = {
  journal: 'J.',
  american: 'Am.',
  chemical: 'Chem.',
  chemistry: 'Chem.',
  biological: 'Biol.',
  biology: 'Biol.',
  society: 'Soc.',
  nature: 'Nat.',
  reviews: 'Rev.',
  review: 'Rev.',
  research: 'Res.',
  nucleic: 'Nucleic',
  acids: 'Acids',
  molecular: 'Mol.',
  cellular: 'Cell.',
  proceedings: 'Proc.',
  national: 'Natl.',
  academy: 'Acad.',
  sciences: 'Sci.',
  science: 'Sci.',
  genetics: 'Genet.',
  medicine: 'Med.',
  medical: 'Med.',
  biotechnology: 'Biotechnol.',
  biochemistry: 'Biochem.',
  analytical: 'Anal.',
  annual: 'Annu.',
  current: 'Curr.',
  opinion: 'Opin.',
  communications: 'Commun.',
  letters: 'Lett.',
  international: 'Int.',
  computational: 'Comput.',
  methods: 'Methods',
  transactions: 'Trans.',
  frontiers: 'Front.',
  trends: 'Trends',
  clinical: 'Clin.',
  applied: 'Appl.',
  physics: 'Phys.',
  physical: 'Phys.',
  proteome: 'Proteome',
  informatics: 'Inform.',
  bioinformatics: 'Bioinf.',
  neuroscience: 'Neurosci.',
  spectrometry: 'Spectrom.',
  mass: 'Mass',
  pharmacology: 'Pharmacol.',
}
