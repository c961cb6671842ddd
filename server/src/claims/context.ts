import type { Genre } from './genre.js'
import { genreOf } from './genre.js'
import { headCount, headIndex, type HeadName } from './heads.js'
import { sectionKinds, type SectionKind } from './sections.js'

/** What many sentences add up to, in whole numbers: the same in whatever order they are added. */
export interface Tally {
  sentences: number
  blocks: number
  /** How many of them speak of their authors, and how many to the reader. */
  ofThemselves: number
  toReader: number
  /** First-pass log-odds of every head. */
  readonly heads: Int32Array
}

export function noTally(): Tally {
  return { sentences: 0, blocks: 0, ofThemselves: 0, toReader: 0, heads: new Int32Array(headCount) }
}

/** Adds one tally to another, in place. */
export function addTally(sum: Tally, added: Tally): void {
  sum.sentences += added.sentences
  sum.blocks += added.blocks
  sum.ofThemselves += added.ofThemselves
  sum.toReader += added.toReader
  for (let head = 0; head < headCount; head++) sum.heads[head] = sum.heads[head]! + added.heads[head]!
}

/**
 * What is known of a document as a whole, and of a section in it. All of it is rounded so coarsely that a few letters
 * more or less rarely change it, and with it the blocks that were judged in its light.
 */
export interface DocumentSummary {
  readonly genre: Genre
  readonly numbers: Int16Array
}

/** What is known of the section and the document that a block stands in. */
export interface Surroundings {
  readonly genre: Genre
  /** `surroundingsWidth` numbers for the second pass. */
  readonly numbers: Int16Array
}

const meansOfSection: readonly HeadName[] = [
  'cited',
  'cited-arguing',
  'introduction',
  'discussion',
  'results',
  'methods',
  'review',
]
const meansOfDocument: readonly HeadName[] = [
  'cited',
  'cited-arguing',
  'results',
  'methods',
  'review',
  'reason',
]

export const surroundingsWidth = meansOfDocument.length + 2 + sectionKinds.length + 1 + meansOfSection.length

/** Means are rounded to about a fifth and an eighth of a unit of log-odds. */
const sectionStep = 12
const documentStep = 8

/** @param document what all sentences of the document add up to */
export function documentSummaryOf(document: Tally): DocumentSummary {
  const numbers = Int16Array.from([
    ...meansOfDocument.map((head) => rounded(document, head, documentStep)),
    sizeClass(document.sentences),
    Math.round((20 * document.ofThemselves) / Math.max(1, document.sentences)),
  ])
  return { genre: genreOf(document), numbers }
}

/** @param section what all sentences of the section add up to */
export function surroundingsOf(kind: SectionKind, section: Tally, document: DocumentSummary): Surroundings {
  const numbers = Int16Array.from([
    ...document.numbers,
    ...sectionKinds.map((each) => (each === kind ? 1 : 0)),
    sizeClass(section.sentences),
    ...meansOfSection.map((head) => rounded(section, head, sectionStep)),
  ])
  return { genre: document.genre, numbers }
}

/** Twice the binary logarithm of a size, rounded down. */
function sizeClass(count: number): number {
  return Math.floor(2 * Math.log2(count + 1))
}

function rounded({ heads, sentences }: Tally, name: HeadName, step: number): number {
  return step * Math.round(heads[headIndex(name)]! / (Math.max(1, sentences) * step))
}

/**
 * The place of a block as four small numbers: sentences and blocks before it in its section, and how far into its section and its document
 * it stands, in sixteenths. What is far from the start of a section does not feel what is inserted before it.
 */
export type Place = readonly [sentences: number, blocks: number, inSection: number, inDocument: number]

export const placeWidth = 4
const mostSentencesBefore = 40
const mostBlocksBefore = 10

/**
 * @param before what stands before the block in its section, and `sentencesBefore` how many sentences do in its document
 */
export function placeAfter(
  before: Pick<Tally, 'sentences' | 'blocks'>,
  sentencesOfSection: number,
  sentencesBefore: number,
  sentencesOfDocument: number,
): Place {
  return [
    Math.min(mostSentencesBefore, before.sentences),
    Math.min(mostBlocksBefore, before.blocks),
    sixteenth(before.sentences, sentencesOfSection),
    sixteenth(sentencesBefore, sentencesOfDocument),
  ]
}

function sixteenth(before: number, all: number): number {
  return Math.floor((16 * before) / Math.max(1, all))
}

/** All that is looked at beyond a block when it is judged. */
export interface BlockContext {
  readonly surroundings: Surroundings
  readonly place: Place
}

/** A section of a document: what kind its headings say it is, and what its blocks add up to, in order. */
export interface OutlineSection {
  readonly kind: SectionKind
  readonly blocks: readonly Tally[]
}

/** The context of every block of a document, section by section. */
export function contextsIn(sections: readonly OutlineSection[]): BlockContext[][] {
  const document = noTally()
  const totals = sections.map(({ blocks }) => {
    const total = noTally()
    for (const block of blocks) addTally(total, block)
    addTally(document, total)
    return total
  })
  const summary = documentSummaryOf(document)
  let sentencesBefore = 0
  return sections.map(({ kind, blocks }, i) => {
    const surroundings = surroundingsOf(kind, totals[i]!, summary)
    const before = { sentences: 0, blocks: 0 }
    return blocks.map(({ sentences }) => {
      const place = placeAfter(before, totals[i]!.sentences, sentencesBefore, document.sentences)
      before.sentences += sentences
      before.blocks++
      sentencesBefore += sentences
      return { surroundings, place }
    })
  })
}
