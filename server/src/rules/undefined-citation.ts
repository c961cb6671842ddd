import { derived } from '../text/derived.js'
import { isIdentifier, type Name } from '../text/name.js'
import { citesByPart, knowsAllSources, type PartCite, type PartTarget } from '../workspace/cites.js'
import { catalogueOf, type Catalogue } from '../workspace/library.js'
import { nearMissOf } from '../workspace/near-miss.js'
import type { View } from '../workspace/view.js'
import type { Problem, Rule } from './rule.js'

/** A citation that points to nothing in the reference list and in no library. */
export const undefinedCitation: Rule = {
  id: 'undefined-citation',
  summary: 'A citation points to no entry of the reference list or of a library.',
  severity: 'warning',
  *check(view) {
    if (!knowsAllSources(view)) return
    const catalogue = catalogueOf(view)
    for (const { place, cites } of citesByPart(view)) {
      // What nearly names an entry is a matter for mismatched-citation.
      const missing = unansweredIn(cites, catalogue).filter((one) => !one.near && canBeDefined(view, one))
      for (const { start, end, message } of togetherByRange(missing)) {
        yield { start: place.start + start, end: place.start + end, message }
      }
    }
  },
}

/** Of a range such as "[3–90]" it is said once which numbers the list does not have. */
function* togetherByRange(missing: readonly Unanswered[]): Iterable<Problem> {
  for (let i = 0; i < missing.length; i++) {
    const first = missing[i]!
    let last = first
    while (isOfSameRange(last, missing[i + 1])) last = missing[++i]!
    const [from, to] = [first.target, last.target]
    const message =
      first === last
        ? `No entry for ${spoken(from.names[0]!)}`
        : `No entries for numbers ${numberOf(from)} to ${numberOf(to)} in the reference list`
    yield { start: from.start, end: to.end, message }
  }
}

/** The numbers inside a range have the place of the whole range, so that neighbours overlap. */
function isOfSameRange({ target }: Unanswered, next: Unanswered | undefined): boolean {
  if (!next || next.target.start >= target.end) return false
  return numberOf(next.target) === numberOf(target) + 1
}

function numberOf({ names }: PartTarget): number {
  return Number(/^number:(\d+)$/.exec(names[0]!)?.[1] ?? NaN)
}

/** A citation that no entry answers to, and the name of the one that it nearly means. */
export interface Unanswered {
  readonly syntax: string
  readonly target: PartTarget
  /** Whether brackets hold it: "(Lund, 2009)", not "Lund (2009)". */
  readonly isBracketed: boolean
  readonly near: Name | undefined
}

/** The citations of a part that no entry answers to, and that do not say themselves where they lead. */
export function unansweredIn(cites: readonly PartCite[], catalogue: Catalogue): readonly Unanswered[] {
  const found = withoutEntry(cites)
  return found.length === 0 ? found : withNearMisses(found, catalogue)
}

const withoutEntry = derived((cites: readonly PartCite[]): readonly Unanswered[] =>
  cites.flatMap(({ syntax, targets, start }) => {
    const isBracketed = start < (targets[0]?.start ?? start)
    return targets
      .filter((target) => target.entries.length === 0 && !isItsOwnSource(target))
      .map((target) => ({ syntax, target, isBracketed, near: undefined }))
  }),
)

const withNearMisses = derived((found: readonly Unanswered[], catalogue: Catalogue): readonly Unanswered[] =>
  found.map((one) => ({ ...one, near: nearMissOf(catalogue, one.target.names) })),
)

/** A DOI, a PMID or an address says itself where it leads, as do Manubot's prefixes; its tags and raw keys are defined in other files. */
function isItsOwnSource({ names }: PartTarget): boolean {
  return names.some((name) => isIdentifier(name) || manubotKey.test(name))
}

const manubotKey = /^key:(?:tag|raw|doi|pmid|pmc|pmcid|arxiv|isbn|url|wikidata|clinicaltrials):/i

/**
 * A key or a footnote needs a definition somewhere, a number only where there is a list at all. An author and year outside
 * brackets need one where the document's others have one: in a text that cites otherwise, "Lund (2009)" is a place and a year.
 */
function canBeDefined(view: View, { syntax, isBracketed }: Unanswered): boolean {
  if (syntax === 'pandoc' || syntax === 'footnote') return true
  return catalogueOf(view).size > 0 && (syntax !== 'author-year' || isBracketed || namesAuthors(view))
}

function namesAuthors(view: View): boolean {
  return citesByPart(view).some(({ cites }) => citesAnyAuthor(cites))
}

const citesAnyAuthor = derived((cites: readonly PartCite[]) =>
  cites.some(
    (cite) => cite.syntax === 'author-year' && cite.targets.some(({ entries }) => entries.length > 0),
  ),
)

function spoken(name: Name): string {
  const value = name.slice(name.indexOf(':') + 1)
  if (name.startsWith('number:')) return `number ${value} in the reference list`
  if (name.startsWith('footnote:')) return `footnote '${value}'`
  if (name.startsWith('author-year:'))
    return `'${value.replace(/-(?=(?:\d{4}\w?|undated)$)/, ' ')}' in the reference list`
  return `'${value}'`
}
