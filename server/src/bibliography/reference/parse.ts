import { undatedPattern } from '../../text/author-year.js'
import type { EntryType, ReferenceFields } from '../entry.js'
import { authorsIn } from './authors.js'
import type { AuthorList } from './authors.js'
import { yearPattern } from './dates.js'
import { partOf, readMarkup } from './markup.js'
import type { Reading } from './markup.js'
import { takeNotes } from './notes.js'
import type { Notes } from './notes.js'
import { publisherIn } from './places.js'
import { workIn } from './titles.js'
import type { Work } from './titles.js'

/**
 * Reads one reference, as people write it in whatever style, into its fields.
 *
 * No style is recognised. Identifiers and remarks are taken out first; the list of authors is read by its grammar; what
 * is left is split by quotation marks, sentence ends, emphasis and runs of numbers. A field that is not found is
 * absent. Never throws, and takes time linear in the text.
 *
 * @param text one reference, as Markdown or as plain text, without the number or bullet before it
 */
export function parseReference(text: string): ReferenceFields {
  const notes = takeNotes(readMarkup(text.slice(0, longestReference)))
  const authors = sameAuthors(notes.rest.text) ?? authorsIn(notes.rest.text)
  const afterAuthors = partOf(notes.rest, authors.end)
  const front = frontYear(afterAuthors, authors.end > 0)
  const work = workIn(partOf(afterAuthors, front.end), front.year, notes.hints.has('site'))
  const list = siteAsAuthor(authors.authors, work)
  const { container, publisher } = notes.hints.has('thesis')
    ? handedIn(work, notes)
    : repository(isPage(front, authors, work, notes) ? pageOf(work) : work)
  const year = front.year ?? work.year
  const letter = front.yearLetter ?? work.yearLetter
  return {
    type: typeOf(work, notes),
    authors: list,
    etAl: authors.etAl,
    ...(work.title && { title: work.title }),
    ...(container && { container }),
    ...(year !== undefined && { year }),
    ...(letter && { yearLetter: letter }),
    ...volumeAndIssue(work),
    ...(work.locators?.page && { page: work.locators.page }),
    ...(publisher && { publisher }),
    ...(notes.doi && { doi: notes.doi }),
    ...(notes.pmid && { pmid: notes.pmid }),
    ...(notes.pmcid && { pmcid: notes.pmcid }),
    ...(notes.url && { url: notes.url }),
    ...(notes.accessed && { accessed: notes.accessed }),
  }
}

/** "19.5" is how the humanities write the fifth issue of the nineteenth volume. */
function volumeAndIssue({ locators }: Work): Pick<ReferenceFields, 'volume' | 'issue'> {
  const { volume, issue } = locators ?? {}
  const both = issue === undefined ? /^(\d{1,4})\.(\d{1,3})$/.exec(volume ?? '') : null
  if (both) return { volume: both[1]!, issue: both[2]! }
  return { ...(volume && { volume }), ...(issue && { issue }) }
}

/** A thesis stands in nothing; what follows its title is where it was handed in. */
function handedIn({ container, publisher }: Work, { school }: Notes): Pick<Work, 'container' | 'publisher'> {
  const place = [school, publisher, container].find((one) => one !== undefined)
  return place === undefined ? {} : { publisher: publisherIn(place) ?? place }
}

/** A page bears a full date; or it stands at an address of whoever wrote it, whose name is that of the site. */
function isPage(front: FrontYear, { authors }: AuthorList, { publisher }: Work, notes: Notes): boolean {
  if (notes.doi) return false
  return (
    front.hasMonth || (notes.url !== undefined && authors.length === 1 && authors[0]!.literal === publisher)
  )
}

/** A page with a date and a title of its own stands in a site. */
function pageOf(work: Work): Work {
  const { publisher, container, ...rest } = work
  return work.standsAlone && publisher && !container ? { ...rest, container: publisher } : work
}

/** A preprint server is both what a preprint stands in and who publishes it; an archive of data publishes. */
function repository({ container, publisher }: Work): Pick<Work, 'container' | 'publisher'> {
  const server =
    /^(?:(?:ar|bio|med|chem|psy|soc|eng|eco)r?xiv|SSRN(?: Electronic Journal)?|Research Square|Preprints(?:\.org)?)$/i
  const archive = /^(?:Zenodo|figshare|Dryad|Dataverse|OSF|Open Science Framework)$/i
  if (publisher && server.test(publisher)) return { container: container ?? publisher, publisher }
  if (container && !publisher && (server.test(container) || archive.test(container)))
    return { container, publisher: container }
  return { ...(container && { container }), ...(publisher && { publisher }) }
}

/** "———. Title.": a dash stands for the authors of the reference before, whom this one does not name. */
function sameAuthors(text: string): AuthorList | undefined {
  const dash = /^\s?(?:[—–―⸺⸻]{1,6}|-{3,6}|_{3,6})(?=[.,\s(])/.exec(text)
  return dash ? { authors: [], etAl: false, end: dash[0].length } : undefined
}

/** Nothing longer is one reference. */
const longestReference = 60_000

interface FrontYear {
  readonly year?: number
  readonly yearLetter?: string
  /** The date has a month, as styles write it for pages and news. */
  readonly hasMonth: boolean
  readonly end: number
}

const frontYearPattern = new RegExp(
  String.raw`^[\s.,:;]*(?:[([]\s*(?<bracketed>${yearPattern})(?<letter1>[a-z])?(?<month>[,;/][^()[\]]{1,40})?\s*[)\]]|(?<bare>${yearPattern})(?<letter2>[a-z])?(?=[.,:;]\s|\s[“"„«‘]))[.,:;]*`,
)

const noYear = new RegExp(String.raw`^[\s.,:;]*\((?:${undatedPattern}|submitted)\)[.,:;]*`, 'i')

/** The year between the authors and the title. */
function frontYear({ text }: Reading, hasAuthors: boolean): FrontYear {
  const match = hasAuthors ? frontYearPattern.exec(text) : undefined
  if (!match) {
    const none = noYear.exec(text)
    return { end: none?.[0].length ?? 0, hasMonth: false }
  }
  const { bracketed, bare, letter1, letter2, month } = match.groups ?? {}
  const yearLetter = letter1 ?? letter2
  return {
    year: Number(bracketed ?? bare),
    hasMonth: month !== undefined,
    end: match[0].length,
    ...(yearLetter && { yearLetter }),
  }
}

/** "Renew Health. “Title.” Renew Health, 2023": who is called like the site is the site, not a person. */
function siteAsAuthor(authors: ReferenceFields['authors'], work: Work): ReferenceFields['authors'] {
  const [first] = authors
  if (authors.length !== 1 || !first?.given || !first.family) return authors
  const straight = `${first.given} ${first.family}`
  const site = (work.container ?? work.publisher ?? '').toLowerCase()
  return site === straight.toLowerCase() ? [{ literal: straight }] : authors
}

function typeOf(work: Work, notes: Notes): EntryType {
  const container = work.container ?? ''
  const words = `${container} ${work.publisher ?? ''}`
  if (
    notes.hints.has('thesis') ||
    /\b(?:thesis|dissertation|diss\.|thèse|tesis (?:doctoral|de)|tesi di)/i.test(notes.rest.text)
  )
    return 'thesis'
  if (/(?:rxiv|Zenodo|SSRN|Research Square|Preprints)\b/i.test(words) || notes.arxiv) return 'article'
  const { volume, issue, page } = work.locators ?? {}
  if (
    /\b(?:proceedings of the (?!national|royal|ieee\b)|conference|symposium|workshop|congress|proc\. (?:int|conf))/i.test(
      container,
    )
  )
    return 'paper-conference'
  if (
    /\b(?:tech(?:nical|\.) rep(?:ort\b|\.)|working paper|white paper|report no\b|research report\b)/i.test(
      notes.rest.text,
    ) &&
    !issue
  )
    return 'report'
  // "In:" stands before journals, too, in German and French.
  if (work.isPart && !(volume && issue)) return 'chapter'
  if (container && (volume || issue)) return 'article-journal'
  if (notes.url && !notes.doi && !page) return 'webpage'
  if (container && (page || notes.doi || notes.pmid)) return 'article-journal'
  if (work.publisher && work.standsAlone) return 'book'
  return container ? 'webpage' : 'document'
}
