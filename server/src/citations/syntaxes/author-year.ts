import { authorYearName } from '../../text/author-year.js'
import { contains, type Span } from '../../text/span.js'
import type { Cite, Target } from '../cite.js'
import { withoutUrls } from '../readable.js'
import { spelledOutNotes } from './inline-notes.js'
import { authorsBefore, type Authors } from './authors.js'
import { all, type CitationSyntax } from './syntax.js'
import { yearsIn, type Year, type YearGroup } from './years.js'

/**
 * Authors and years: "(Barlind et al., 2009; Li & Chen 2022a)", "(see Fink, 2012, p. 20)", "Frodl and Koller (2023)",
 * "Barlind et al. 2009", "(Freud, 1900/1953)", "(WHO, n.d.)". It is found from its years, since they are rarer than capitals.
 */
export const authorYear: CitationSyntax = {
  name: 'author-year',
  placement: 'before-stop',
  *find(block) {
    const text = withoutUrls(block)
    const { groups, outside } = yearsIn(text)
    const cites = [
      ...groups.map((group) => inBrackets(text, group)),
      ...outside.map((year) => inText(text, year)),
    ]
    const notes = cites.length > 0 ? spelledOutNotes(text) : []
    yield* cites
      .filter((cite) => cite !== undefined)
      .filter((cite) => !notes.some((note) => contains(note, cite)))
      .sort((a, b) => a.start - b.start)
  },
  write(works) {
    const labels = all(works, (work) => work.label)
    return labels && `(${labels.join('; ')})`
  },
}

/** "Barlind et al., 2009 found": outside brackets only "et al." proves that the year belongs to the name. */
function inText(text: string, year: Year): Cite | undefined {
  const authors = authorsBefore(text, year.start, false)
  if (!authors?.etAl) return undefined
  const removable = { start: beforeSeparators(text, year.start), end: year.end }
  const targets = targetsOf(authors, year, authors.start)
  return { start: authors.start, end: year.end, syntax: authorYear.name, targets, removable }
}

function inBrackets(text: string, group: YearGroup): Cite | undefined {
  const narrator = isYearOfName(text, group) ? authorsBefore(text, group.start, false) : undefined
  const targets = targetsIn(text, group, narrator)
  if (targets.length === 0) return undefined
  const cite = { syntax: authorYear.name, targets }
  if (narrator)
    return {
      ...cite,
      start: narrator.start,
      end: group.end,
      removable: { start: group.start, end: group.end },
    }
  return { ...cite, ...bracketedSpan(text, group, targets) }
}

/** "Li (2009)", "Li (2009, p. 3; see also Chen, 2010)": the brackets begin with the year, unlike in "genes (1717 loci)". */
function isYearOfName(text: string, { start, years }: YearGroup): boolean {
  const first = years[0]!
  return isSeparator(text.slice(start + 1, first.start)) && isFinished(text, first)
}

/** Whether the year ends what it belongs to: "2000 subjective scales" counts something. */
function isFinished(text: string, year: Year): boolean {
  return /^\s?(?:[,.;:)\]）；，、،؛&[(]|(?:and|as|but|for|in|pp?|see)\b)/.test(
    text.slice(year.end, year.end + 8),
  )
}

/** Each year belongs to the authors right before it, or else to those of the year before: "(Li, 2009, 2011)". */
function targetsIn(text: string, group: YearGroup, narrator: Authors | undefined): Target[] {
  const targets: Target[] = []
  let authors = narrator
  let last = group.start + 1
  for (const year of group.years) {
    const isOfSame = isSeparator(text.slice(last, year.start))
    const own = isOfSame ? authors : authorsBefore(text, year.start, true)
    if (!own || !(own.etAl || isFinished(text, year))) continue
    const isAuthorWritten = own !== authors || targets.length === 0
    targets.push(...targetsOf(own, year, isAuthorWritten ? own.start : year.start))
    authors = own
    last = year.end
  }
  return targets
}

function targetsOf({ families }: Authors, year: Year, start: number): Target[] {
  const plain = families.map((family) => authorYearName(family, year.digits))
  const first = year.original
  // A list may give the year of either edition.
  if (first !== undefined) plain.push(...families.map((family) => authorYearName(family, first)))
  if (year.letters.length === 0) return [{ start, end: year.end, names: plain }]
  return year.letters.map(({ letter, ...span }, i) => ({
    start: i === 0 ? start : span.start,
    end: span.end,
    names: families.flatMap((family, n) => [authorYearName(family, year.digits + letter), plain[n]!]),
  }))
}

/**
 * The brackets, where they hold citations and at most a few words that lead to them. Where they say more, the citation
 * begins behind the last semicolon: "(BDNF rose in all of the trained rats; Li, 2009)".
 */
function bracketedSpan(
  text: string,
  group: YearGroup,
  targets: readonly Target[],
): Span & Pick<Cite, 'removable'> {
  const first = targets[0]!.start
  const last = targets.at(-1)!.end
  const lead = text.slice(group.start + 1, first)
  const hasLocator = group.end - last <= longestLocator
  if (hasLocator && isLeadIn(lead)) return { start: group.start, end: group.end }
  const semicolon = lead.lastIndexOf(';')
  const isLed = isLeadIn(lead.slice(semicolon + 1))
  const start = isLed ? first - lead.slice(semicolon + 1).trimStart().length : first
  const end = hasLocator ? group.end - 1 : last
  return { start, end, removable: { start: beforeSeparators(text, start), end } }
}

const longestLocator = 60
const longestLeadIn = 60

/** "see", "for a recent review, see", "reviewed in" */
function isLeadIn(text: string): boolean {
  return text.length <= longestLeadIn && !text.includes(';') && text.trim().split(/\s+/).length <= 6
}

/** What may stand between two years of the same authors. */
function isSeparator(text: string): boolean {
  return text.length <= 8 && /^[\s,;&，；、،؛]*(?:and\s)?$/.test(text)
}

function beforeSeparators(text: string, offset: number): number {
  let start = offset
  while (start > 0 && /[\s,;]/.test(text[start - 1]!)) start--
  return start
}
