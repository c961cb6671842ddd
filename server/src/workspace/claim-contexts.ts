import {
  addTally,
  documentSummaryOf,
  kindOfSection,
  noTally,
  placeAfter,
  surroundingsOf,
  type BlockContext,
  type ClaimModel,
  type DocumentSummary,
  type Surroundings,
  type Tally,
} from '../claims/judge.js'
import type { Part } from '../prose/part.js'
import { derived } from '../text/derived.js'
import { referenceListsOf } from './references.js'
import { sightedBlock } from './sighted.js'
import type { View } from './view.js'

/** The context of each block of a part that is judged, by its index in the part: the same object as long as nothing of it changes. */
export type PartContexts = ReadonlyMap<number, BlockContext>

/**
 * By part, in what light its blocks are judged: the section and the document around each, and its place in them. Headings divide sections;
 * what stands in lists of references belongs to none.
 *
 * An edit changes what one part adds up to. Sums are of whole numbers and summaries are rounded, so that nearly always
 * the contexts of all other parts come out equal, and then they are the same objects as before.
 */
export const contextsByPart: (view: View) => readonly PartContexts[] = derived((view: View) => {
  const outlines = view.document.parts.map(({ part, first }) => outlineOf(view, part, first))
  const sections = sectionsIn(outlines)
  const document = noTally()
  for (const { total } of sections) addTally(document, total)
  const summary = sameSummary(view.model, documentSummaryOf(document))
  const places = new Map<Run, RunPlace>()
  let sentencesBeforeInDocument = 0
  for (const section of sections) {
    const { runs, total } = section
    const surroundings = surroundingsIn(section, summary)
    let sentencesBefore = 0
    let blocksBefore = 0
    for (const run of runs) {
      places.set(run, {
        surroundings,
        sentencesBefore,
        blocksBefore,
        sentencesOfSection: total.sentences,
        sentencesBeforeInDocument,
        sentencesOfDocument: document.sentences,
      })
      sentencesBefore += run.total.sentences
      blocksBefore += run.total.blocks
      sentencesBeforeInDocument += run.total.sentences
    }
  }
  return outlines.map((outline) => contextsOf(outline, places))
})

/** Judged blocks of a part that no heading divides. */
interface Run {
  /** The heading that the run begins behind, where it begins behind one. */
  readonly heading?: Heading
  readonly blocks: readonly { readonly index: number; readonly tally: Tally }[]
  readonly total: Tally
  /** What was found at the edit before for the section that begins with this run: a run keeps it as long as it lives. */
  readonly lastSection: { value?: Section }
  readonly lastSurroundings: { value?: Surroundings; section?: Section; summary?: DocumentSummary }
}

interface Heading {
  readonly level: number
  readonly text: string
}

interface Outline {
  readonly runs: readonly Run[]
  /** The same for the contexts of the whole part. */
  readonly last: { places?: readonly (RunPlace | undefined)[]; contexts?: PartContexts }
}

function outlineOf(view: View, part: Part, first: number): Outline {
  const lists = referenceListsOf(view)
  const end = first + part.blocks.length
  if (!lists.some(({ blocks }) => blocks.start < end && blocks.end > first))
    return wholeOutline(part, view.model)
  const shares = lists.map(({ blocks }) => [blocks.start - first, blocks.end - first] as const)
  const known = restOutlines(part, view.model)
  const key = shares.map(([from, to]) => `${Math.max(0, from)}-${Math.min(part.blocks.length, to)}`).join()
  const isOutside = (index: number) => shares.every(([from, to]) => index < from || index >= to)
  const outline = known.get(key) ?? { runs: runsIn(part, view.model, isOutside), last: {} }
  known.set(key, outline)
  return outline
}

const wholeOutline = derived((part: Part, model: ClaimModel): Outline => {
  return { runs: runsIn(part, model, () => true), last: {} }
})

/** The same for parts that a list of references takes blocks of. */
const restOutlines = derived<[Part, ClaimModel], Map<string, Outline>>(() => new Map())

function runsIn(part: Part, model: ClaimModel, isJudged: (index: number) => boolean): Run[] {
  const runs: (Run & { blocks: { index: number; tally: Tally }[] })[] = []
  part.blocks.forEach(({ block }, index) => {
    if (block.kind === 'footnote' || !isJudged(index)) return
    const isHeading = block.kind === 'heading'
    if (isHeading || runs.length === 0) {
      const heading = isHeading && { heading: { level: block.level, text: block.text } }
      runs.push({ ...heading, blocks: [], total: noTally(), lastSection: {}, lastSurroundings: {} })
    }
    if (isHeading) return
    const { tally } = sightedBlock(block, model).sighted
    const run = runs.at(-1)!
    run.blocks.push({ index, tally })
    addTally(run.total, tally)
  })
  return runs
}

interface Section {
  readonly headings: readonly Heading[]
  readonly runs: readonly Run[]
  readonly total: Tally
}

/** Runs put together to sections: the same objects for the same runs under the same headings. A section that nothing was written in yet is none. */
function sectionsIn(outlines: readonly Outline[]): Section[] {
  const sections: Section[] = []
  let headings: readonly Heading[] = []
  let runs: Run[] = []
  const close = () => {
    if (runs.length > 0) sections.push(sectionOf(headings, runs))
    runs = []
  }
  const all = outlines.flatMap((outline) => outline.runs)
  const title = titleOf(all)
  for (const run of all) {
    const { heading } = run
    if (heading) {
      close()
      headings = run === title ? [] : [...headings.filter(({ level }) => level < heading.level), heading]
    }
    if (run.blocks.length > 0) runs.push(run)
  }
  close()
  return sections
}

function sectionOf(headings: readonly Heading[], runs: readonly Run[]): Section {
  const last = runs[0]!.lastSection
  if (!last.value || !areSame(last.value.runs, runs) || !areSame(last.value.headings, headings)) {
    const total = noTally()
    for (const run of runs) addTally(total, run.total)
    last.value = { headings, runs, total }
  }
  return last.value
}

function areSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((each, i) => each === other[i])
}

/** The surroundings of a section's blocks: those of the edit before, where they are equal. */
function surroundingsIn(section: Section, summary: DocumentSummary): Surroundings {
  const { headings, runs, total } = section
  const last = runs[0]!.lastSurroundings
  if (last.section !== section || last.summary !== summary) {
    const kind = kindOfSection(headings.map(({ text }) => text))
    same(last, surroundingsOf(kind, total, summary))
    last.section = section
    last.summary = summary
  }
  return last.value!
}

/** The run under the document's title: its first heading, where that is the only one of the first level and not the only one at all. */
function titleOf(runs: readonly Run[]): Run | undefined {
  const headed = runs.filter(({ heading }) => heading)
  const isTitled = headed.length > 1 && headed.every(({ heading }, i) => (heading!.level === 1) === (i === 0))
  return isTitled ? headed[0] : undefined
}

/** Where a run stands: all that the contexts of its blocks depend on. */
interface RunPlace {
  readonly surroundings: Surroundings
  readonly sentencesBefore: number
  readonly blocksBefore: number
  readonly sentencesOfSection: number
  readonly sentencesBeforeInDocument: number
  readonly sentencesOfDocument: number
}

/** The contexts of a part: those of the edit before, where they are equal. Where nothing moved, that is seen without making them. */
function contextsOf({ runs, last }: Outline, places: ReadonlyMap<Run, RunPlace>): PartContexts {
  const own = runs.map((run) => places.get(run))
  if (last.places && own.every((place, i) => isSamePlace(place, last.places![i]))) return last.contexts!
  const contexts = new Map<number, BlockContext>()
  runs.forEach((run, i) => {
    const place = own[i]
    if (place) addContexts(run, place, contexts)
  })
  last.places = own
  if (!last.contexts || !areEqual(last.contexts, contexts)) last.contexts = contexts
  return last.contexts
}

function isSamePlace(one: RunPlace | undefined, other: RunPlace | undefined): boolean {
  if (!one || !other) return one === other
  return (
    one.surroundings === other.surroundings &&
    one.sentencesBefore === other.sentencesBefore &&
    one.blocksBefore === other.blocksBefore &&
    one.sentencesOfSection === other.sentencesOfSection &&
    one.sentencesBeforeInDocument === other.sentencesBeforeInDocument &&
    one.sentencesOfDocument === other.sentencesOfDocument
  )
}

function addContexts(run: Run, at: RunPlace, contexts: Map<number, BlockContext>): void {
  let { sentencesBefore, blocksBefore, sentencesBeforeInDocument } = at
  for (const { index, tally } of run.blocks) {
    const place = placeAfter(
      { sentences: sentencesBefore, blocks: blocksBefore++ },
      at.sentencesOfSection,
      sentencesBeforeInDocument,
      at.sentencesOfDocument,
    )
    contexts.set(index, { surroundings: at.surroundings, place })
    sentencesBefore += tally.sentences
    sentencesBeforeInDocument += tally.sentences
  }
}

function areEqual(one: PartContexts, other: PartContexts): boolean {
  if (one.size !== other.size) return false
  for (const [index, { surroundings, place }] of one) {
    const same = other.get(index)
    if (same?.surroundings !== surroundings || same.place.some((value, i) => value !== place[i])) return false
  }
  return true
}

function sameSummary(model: ClaimModel, summary: DocumentSummary): DocumentSummary {
  return same(lastSummary(model), summary)
}

const lastSummary = derived<[ClaimModel], { value?: DocumentSummary }>(() => ({}))

/** What was remembered, where it is equal to the new; else the new, which is remembered in its place. */
function same<T extends Surroundings | DocumentSummary>(last: { value?: T }, now: T): T {
  const isSame =
    last.value?.genre === now.genre && last.value.numbers.every((number, i) => number === now.numbers[i])
  if (!isSame) last.value = now
  return last.value!
}
