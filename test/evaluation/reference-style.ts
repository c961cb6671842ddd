import type { Author } from '../../server/src/bibliography/entry.js'
import type { Work } from './reference-works.js'

/** A way of writing references: how people are named, and one pattern for each type of work. */
export interface Style {
  /** What a name looks like for Anna B. Barlind: "Barlind AB", "Barlind, A. B.", "A.B. Barlind", "Anna B. Barlind" … */
  readonly name: NameLook
  /** What all names but the first look like, where that differs. */
  readonly others?: NameLook
  /** Between names, before the last one, how many are shown at most, how many of a longer list, and what follows those. */
  readonly list: readonly [
    separator: string,
    last: string,
    most: number,
    shown: number,
    etAl: string,
    lastOfTwo?: string,
  ]
  readonly date?: keyof typeof dateLooks
  /** Journals are abbreviated with dots, or without. */
  readonly journals?: 'dots' | 'bare'
  readonly patterns: Patterns
}

/**
 * `{field}` is filled in; a stretch in `<…>` is left out where one of its fields is missing. `*` and `**` are Markdown.
 * Types without a pattern are written like their neighbours.
 */
export interface Patterns {
  readonly article: string
  readonly book: string
  readonly chapter: string
  readonly page: string
  readonly thesis?: string
  readonly preprint?: string
  readonly report?: string
  readonly conference?: string
}

/** A work as the style writes it. */
export function writtenIn(style: Style, work: Work): string {
  const { patterns } = style
  const values: Partial<Record<string, string>> = {
    ...(work as unknown as Record<string, string>),
    authors: listOf(work.authors, style),
    editors: work.editors.length > 0 ? listOf(work.editors, style) : undefined,
    container: containerIn(style, work),
    accessed: work.accessed && dateLooks[style.date ?? 'british'](work.accessed),
  }
  const pattern = {
    'article-journal': patterns.article,
    book: patterns.book,
    chapter: patterns.chapter,
    'paper-conference': patterns.conference ?? patterns.chapter,
    report: patterns.report ?? patterns.book,
    thesis: patterns.thesis ?? patterns.book,
    article: patterns.preprint ?? patterns.article,
    webpage: patterns.page,
    document: patterns.page,
  }[work.type]
  return pattern
    .replace(/<([^<>]*)>/g, (_, group: string) =>
      [...group.matchAll(/\{(\w+)\}/g)].every(([, field]) => values[field!]) ? group : '',
    )
    .replace(/\{(\w+)\}/g, (_, field: string) => values[field] ?? '')
    .replace(/([?!])([”"’]?)\.(?=\s|$)/g, '$1$2')
    .replace(/\.\./g, '.')
    .replace(/\s+/g, ' ')
    .trim()
}

function containerIn({ journals }: Style, { type, container }: Work): string | undefined {
  if (type !== 'article-journal' || !journals || !container) return container
  const dotted = abbreviated(container)
  return journals === 'dots' ? dotted : dotted.replace(/\./g, '')
}

function listOf(people: readonly Author[], style: Style): string {
  const [separator, last, most, shown, etAl, lastOfTwo = last] = style.list
  const names = people.map((one, i) => nameOf(one, i === 0 ? style.name : (style.others ?? style.name)))
  if (names.length > most) return names.slice(0, shown).join(separator) + etAl
  if (names.length < 2) return names[0] ?? ''
  const before = names.length === 2 ? lastOfTwo : last
  return names.slice(0, -1).join(separator) + before + names[names.length - 1]!
}

function nameOf(author: Author, look: NameLook): string {
  return author.literal ?? nameLooks[look](author.family!, author.given!)
}

export type NameLook = keyof typeof nameLooks

const nameLooks = {
  'Barlind AB': (family: string, given: string) => `${family} ${initials(given, '', '', '')}`,
  'Barlind A. B.': (family: string, given: string) => `${family} ${initials(given, '.', ' ', '-')}`,
  'Barlind A.B.': (family: string, given: string) => `${family} ${initials(given, '.', '', '-')}`,
  'Barlind, A. B.': (family: string, given: string) => `${family}, ${initials(given, '.', ' ', '-')}`,
  'Barlind, A.B.': (family: string, given: string) => `${family}, ${initials(given, '.', '', '-')}`,
  'Barlind, AB': (family: string, given: string) => `${family}, ${initials(given, '', '', '')}`,
  'A. B. Barlind': (family: string, given: string) => `${initials(given, '.', ' ', '-')} ${family}`,
  'A.B. Barlind': (family: string, given: string) => `${initials(given, '.', '', '-')} ${family}`,
  'AB Barlind': (family: string, given: string) => `${initials(given, '', '', '')} ${family}`,
  'Anna B. Barlind': (family: string, given: string) => `${given} ${family}`,
  'Barlind, Anna B.': (family: string, given: string) => `${family}, ${given}`,
  'BARLIND, Anna B.': (family: string, given: string) => `${family.toUpperCase()}, ${given}`,
  'BARLIND A.B.': (family: string, given: string) =>
    `${family.toUpperCase()} ${initials(given, '.', '', '-')}`,
  'BARLIND, A. B.': (family: string, given: string) =>
    `${family.toUpperCase()}, ${initials(given, '.', ' ', '-')}`,
  'BARLIND A B': (family: string, given: string) =>
    `${family.toUpperCase()} ${initials(given, '', ' ', '-')}`,
  'Barlind, A.': (family: string, given: string) => `${family}, ${given[0]!}.`,
  'BARLIND AB': (family: string, given: string) => `${family.toUpperCase()} ${initials(given, '', '', '')}`,
}

function initials(given: string, stop: string, space: string, hyphen: string): string {
  return given
    .split(/[\s.]+/)
    .filter((word) => word !== '')
    .map((word) =>
      word
        .split('-')
        .filter((part) => part !== '')
        .map((part) => part[0]!.toUpperCase() + stop)
        .join(hyphen),
    )
    .join(space)
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const german = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const french = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
)
const spanish =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

const portuguese = 'jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez.'.split(' ')

const dateLooks = {
  british: (iso: string) => dated(iso, (year, month, day) => `${day} ${months[month]!} ${year}`),
  american: (iso: string) => dated(iso, (year, month, day) => `${months[month]!} ${day}, ${year}`),
  medical: (iso: string) => dated(iso, (year, month, day) => `${year} ${months[month]!.slice(0, 3)} ${day}`),
  short: (iso: string) => dated(iso, (year, month, day) => `${day} ${months[month]!.slice(0, 3)}. ${year}`),
  iso: (iso: string) => iso,
  german: (iso: string) => dated(iso, (year, month, day) => `${day}. ${german[month]!} ${year}`),
  'german numbers': (iso: string) => iso.split('-').reverse().join('.'),
  french: (iso: string) => dated(iso, (year, month, day) => `${day} ${french[month]!} ${year}`),
  portuguese: (iso: string) => dated(iso, (year, month, day) => `${day} ${portuguese[month]!} ${year}`),
  spanish: (iso: string) => dated(iso, (year, month, day) => `${day} de ${spanish[month]!} de ${year}`),
}

function dated(iso: string, written: (year: string, month: number, day: string) => string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return written(year, Number(month) - 1, String(Number(day)))
}

/** A journal's name with dots, nearly as ISO 4 has it. */
function abbreviated(name: string): string {
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
  annals: 'Ann.',
  comparative: 'Comp.',
  microbial: 'Microb.',
  metabolic: 'Metab.',
  neuron: 'Neuron',
}
