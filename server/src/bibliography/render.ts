import { addressOf } from '../prose/identifiers.js'
import { escapeMarkdown, markdownLink } from '../text/markdown.js'
import type { Author, Entry } from './entry.js'

/** How an entry is called in a list of choices: "Barlind et al. 2009", or its title where it names nobody. */
export function shortLabel(entry: Entry): string {
  const names = namesLabel(entry)
  const who = names ?? `“${shortened(entry.title ?? entry.url ?? 'untitled')}”`
  return entry.year === undefined ? who : `${who} ${entry.year}`
}

/** Author and year as they stand between brackets, "Barlind et al., 2009"; undefined where one of them is missing. */
export function citationLabel(entry: Entry): string | undefined {
  const names = namesLabel(entry)
  return names === undefined || entry.year === undefined ? undefined : `${names}, ${entry.year}`
}

/** The reference written out as Markdown, everything in it escaped, its identifiers as links. */
export function renderedEntry(entry: Entry): string {
  const authors = entry.authors.map(fullName).join('; ') + (entry.etAl ? ' et al.' : '')
  const { container, volume, issue, page, year, publisher } = entry
  const where = [
    container === undefined ? '' : `*${escapeMarkdown(container)}*`,
    volume === undefined ? '' : escapeMarkdown(issue === undefined ? volume : `${volume}(${issue})`),
    page === undefined ? '' : escapeMarkdown(page),
    publisher === undefined ? '' : escapeMarkdown(publisher),
    year === undefined ? '' : String(year),
  ]
  const parts = [
    escapeMarkdown(authors),
    entry.title === undefined ? '' : `**${escapeMarkdown(entry.title)}**`,
    where.filter((part) => part !== '').join(', '),
    linksOf(entry),
  ]
  return parts.filter((part) => part !== '').join('  \n')
}

function linksOf({ doi, pmid, pmcid, url }: Entry): string {
  const links = [
    doi === undefined ? '' : markdownLink(`doi:${doi}`, addressOf('doi', doi)),
    pmid === undefined ? '' : markdownLink(`PMID ${pmid}`, addressOf('pmid', pmid)),
    pmcid === undefined ? '' : markdownLink(pmcid, addressOf('pmcid', pmcid)),
    doi === undefined && url !== undefined ? markdownLink(url, url) : '',
  ]
  return links.filter((link) => link !== '').join(' · ')
}

/** The authors as a sentence names them: "Barlind et al.", "Oakes and Fern", "Calm Harbour Clinic"; undefined where nobody is named. */
export function namesLabel({ authors, etAl }: Entry): string | undefined {
  const [first, second] = authors.map(lastName)
  if (first === undefined) return undefined
  if (etAl || authors.length > 2) return `${first} et al.`
  return second === undefined ? first : `${first} and ${second}`
}

function lastName({ family, literal, given }: Author): string {
  return family ?? literal ?? given ?? ''
}

function fullName({ family, given, literal }: Author): string {
  if (literal !== undefined) return literal
  return [family, given].filter((part) => part !== undefined).join(', ')
}

function shortened(title: string): string {
  return title.length > 48 ? `${title.slice(0, 47).trimEnd()}…` : title
}
