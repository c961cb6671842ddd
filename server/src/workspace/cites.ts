import { citesIn } from '../citations/index.js'
import type { Cite } from '../citations/cite.js'
import type { Entry } from '../bibliography/entry.js'
import { toSource, type Block } from '../prose/block.js'
import type { Part, PlacedPart } from '../prose/part.js'
import { derived } from '../text/derived.js'
import type { Name } from '../text/name.js'
import { shifted, type Span } from '../text/span.js'
import { inTheirChapters } from './chapters.js'
import { catalogueOf, citableOf, isLoading, type Catalogue } from './library.js'
import { referenceListsOf } from './references.js'
import type { View } from './view.js'

/** A citation in its place, and what it leads to. */
export interface PlacedCite extends Span {
  readonly syntax: string
  readonly targets: readonly PlacedTarget[]
  /** The index of its block in the document. */
  readonly block: number
  /** Its span in the block's text. */
  readonly local: Span
}

export interface PlacedTarget extends Span {
  readonly names: readonly Name[]
  /** The entries that share a name with it: none where it is undefined. */
  readonly entries: readonly Entry[]
}

/** A citation within its part: its spans count from the part's start, `block` is the index in the part. */
export interface PartCite extends Span {
  readonly syntax: string
  readonly targets: readonly PartTarget[]
  readonly block: number
  readonly local: Span
}

export interface PartTarget extends Span {
  readonly names: readonly Name[]
  /** The indices of its entries in the catalogue. */
  readonly entries: readonly number[]
}

/** The citations of one part of the document. */
export interface CitesOfPart {
  readonly place: PlacedPart
  /** The same object as long as nothing changes in the part, and no name in what can be cited. */
  readonly cites: readonly PartCite[]
}

/** The citations of the document, in order; what stands in its reference lists cites nothing, and footnotes cite by key or number alone. */
export const citesOf: (view: View) => readonly PlacedCite[] = derived((view: View) => {
  const { entries } = citableOf(view)
  return citesByPart(view).flatMap(({ place, cites }) =>
    cites.map(({ start, end, syntax, targets, block, local }) => ({
      ...shifted({ start, end }, place.start),
      syntax,
      targets: targets.map((target) => ({
        ...shifted(target, place.start),
        names: target.names,
        entries: target.entries.map((index) => entries[index]!),
      })),
      block: place.first + block,
      local,
    })),
  )
})

/** The same citations part by part: what has to be known at every keystroke starts from them. */
export const citesByPart: (view: View) => readonly CitesOfPart[] = derived((view: View) => {
  const catalogue = catalogueOf(view)
  const isStrong = view.document.parts.some(({ part }) => hasStrongCites(part))
  const hasNumbers =
    referenceListsOf(view).length > 0 || view.document.parts.some(({ part }) => citesFirst(part))
  const evidence = evidences[hasNumbers ? 'numbered' : 'unnumbered'][isStrong ? 'strong' : 'weak']
  const meantCites = meantBy(catalogue, evidence)
  return view.document.parts.map((place) => {
    const cites = outsideSources(view, place, () => meantCites(place.part))
    return { place, cites: inTheirChapters(view, place, cites) }
  })
})

/** Whether a block is part of what can be cited rather than of the prose that cites. */
export function isSource(view: View, block: number): boolean {
  return view.document.blocks[block]!.block.kind === 'footnote' || isInReferenceList(view, block)
}

export function isInReferenceList(view: View, block: number): boolean {
  return referenceListsOf(view).some(({ blocks }) => blocks.start <= block && block < blocks.end)
}

/**
 * What a part holds outside the reference lists; `items` is not asked for where a list takes the whole part. The same
 * object as long as the part and its share of the lists stay the same.
 */
export function outsideSources<T extends { readonly block: number }>(
  view: View,
  { part, first }: PlacedPart,
  items: () => readonly T[],
): readonly T[] {
  const { length } = part.blocks
  const lists = referenceListsOf(view)
  if (!lists.some(({ blocks }) => blocks.start < first + length && first < blocks.end)) return items()
  const shares = lists
    .map(({ blocks }) => ({
      start: Math.max(0, blocks.start - first),
      end: Math.min(length, blocks.end - first),
    }))
    .filter(({ start, end }) => start < end)
  if (shares.some(({ start, end }) => start === 0 && end === length)) return nothing
  return shares.reduce((left, share) => withoutShare(left, share), items())
}

const nothing: readonly never[] = []

function withoutShare<T extends { readonly block: number }>(items: readonly T[], share: Span): readonly T[] {
  const remembered = rests(items)
  const key = `${share.start}-${share.end}`
  const rest = remembered.get(key) ?? items.filter(({ block }) => block < share.start || block >= share.end)
  remembered.set(key, rest)
  return rest as readonly T[]
}

/** By the blocks taken out of a list of items, what is left of it: nothing yet. */
const rests = derived((items: readonly { readonly block: number }[]) => new Map([['', items]]))

/** The citations in a block, found once for each block. */
export const rememberedCites: (block: Block) => readonly Cite[] = derived((block: Block) => citesIn(block))

const hasStrongCites = derived((part: Part) =>
  part.blocks.some(({ block }) =>
    rememberedCites(block).some((cite) => cite.syntax === 'pandoc' && !cite.weak),
  ),
)

/** Who cites by number cites number one somewhere, even before there is a list: an interval or an index need not. */
const citesFirst = derived((part: Part) =>
  formsIn(part).some(
    ({ cite }) => cite.syntax === 'numeric' && cite.targets.some(({ names }) => names.includes('number:1')),
  ),
)

/** What the rest of the document says of citations whose form alone proves nothing. */
interface Evidence {
  readonly hasNumbers: boolean
  readonly isStrong: boolean
}

/** There are but four, so that what is derived from one is remembered. */
const evidences = {
  numbered: { strong: { hasNumbers: true, isStrong: true }, weak: { hasNumbers: true, isStrong: false } },
  unnumbered: { strong: { hasNumbers: false, isStrong: true }, weak: { hasNumbers: false, isStrong: false } },
}

/** The citations of a part, reference lists included, footnotes not. Where a change of the catalogue changes none of them, they stay the same object. */
const meantBy = derived((catalogue: Catalogue, evidence: Evidence) =>
  derived((part: Part) => meantIn(part, catalogue, evidence)),
)

function meantIn(part: Part, catalogue: Catalogue, evidence: Evidence): readonly PartCite[] {
  const forms = formsIn(part)
  const entries = forms.map(({ cite }) => cite.targets.map(({ names }) => entriesFor(catalogue, names)))
  const known = resolutionsOf(part, evidence)
  const key = entries.map((targets) => targets.map((found) => found.join()).join(';')).join('|')
  const meant = known.get(key) ?? resolved(forms, entries, evidence)
  if (known.size > mostResolutions) known.clear()
  known.set(key, meant)
  return meant
}

/** While an author's name is typed in the list of references, the same few answers come again. */
const mostResolutions = 8

const resolutionsOf = derived<[Part, Evidence], Map<string, readonly PartCite[]>>(() => new Map())

/** A citation in the words of its block, and where that stands. */
interface Form {
  readonly cite: Cite
  readonly block: Block
  readonly start: number
  readonly index: number
}

const formsIn = derived((part: Part): readonly Form[] =>
  part.blocks.flatMap(({ block, start }, index) =>
    rememberedCites(block)
      .filter((cite) => block.kind !== 'footnote' || citesInNotes.has(cite.syntax))
      .map((cite) => ({ cite, block, start, index })),
  ),
)

/** A footnote says "See @li2009" or "See [3]"; the names, years and identifiers in it mostly are the reference that it is. */
const citesInNotes: ReadonlySet<string> = new Set(['pandoc', 'myst', 'numeric'])

function resolved(
  forms: readonly Form[],
  entries: readonly (readonly (readonly number[])[])[],
  evidence: Evidence,
): readonly PartCite[] {
  return forms.flatMap((form, i) => {
    const placed = partCite(form, entries[i]!)
    return !form.cite.weak || isMeant(placed, evidence) ? [placed] : []
  })
}

/**
 * What a form alone does not prove, the document decides: a number is a citation where there is a numbered list, or
 * where number one is cited, too; a bare @word where the library has it, or where the writer cites in that way elsewhere.
 */
function isMeant(cite: PartCite, { hasNumbers, isStrong }: Evidence): boolean {
  if (cite.targets.some(({ entries }) => entries.length > 0)) return true
  // The label of a link leads to a work only where it is defined as one.
  if (cite.syntax === 'link') return false
  return cite.syntax === 'pandoc' ? isStrong : hasNumbers
}

function partCite({ cite, block, start, index }: Form, entries: readonly (readonly number[])[]): PartCite {
  const at = (span: Span): Span => shifted(toSource(block, span), start)
  const targets = cite.targets.map((target, i) => ({
    ...at(target),
    names: target.names,
    entries: entries[i]!,
  }))
  return { ...at(cite), syntax: cite.syntax, targets, block: index, local: cite }
}

/** The first of the names that anything bears decides; a footnote without a definition may be a number of the list. */
function entriesFor(catalogue: Catalogue, names: readonly Name[]): readonly number[] {
  for (const name of names) {
    const entries = catalogue.find(name)
    if (entries.length > 0) return entries
  }
  const footnote = names.find((name) => /^footnote:\d{1,4}$/.test(name))
  return footnote ? catalogue.find(`number:${footnote.slice(9)}`) : []
}

/** Whether it may be said that a citation leads nowhere: not while a library loads or where one could not be read. */
export function knowsAllSources(view: View): boolean {
  return !isLoading(view) && view.libraries.every(({ file }) => file.state === 'read')
}
