import { derived } from '../text/derived.js'
import { citesByPart } from './cites.js'
import { contentOfSentence, type Content } from './content.js'
import { contentIndex, type ContentIndex } from './likeness.js'
import { sentencesOf } from './sentences.js'
import type { View } from './view.js'

/** Who cites what: the sentences of a document and the entries that each cites, by their indices. */
export interface Citing {
  /** By the index of a sentence in `sentencesOf`, the indices of its entries in `citableOf`. */
  readonly entriesOf: readonly (readonly number[])[]
  /** By the index of an entry, the indices of the sentences that cite it, ascending. */
  readonly sentencesOf: ReadonlyMap<number, readonly number[]>
  /** The sentences that cite anything, and what they say. */
  readonly citing: readonly number[]
  readonly index: ContentIndex
  readonly contentAt: (sentence: number) => Content
}

export const citingOf: (view: View) => Citing = derived((view: View): Citing => {
  const sentences = sentencesOf(view)
  const entriesOf = entriesBySentence(view)
  const citers = new Map<number, number[]>()
  entriesOf.forEach((entries, sentence) => {
    for (const entry of new Set(entries)) {
      const known = citers.get(entry)
      if (known) known.push(sentence)
      else citers.set(entry, [sentence])
    }
  })
  const contents = new Map<number, Content>()
  const contentAt = (sentence: number): Content => {
    const known = contents.get(sentence) ?? contentOfSentence(view, sentences[sentence]!.words)
    contents.set(sentence, known)
    return known
  }
  const citing = [...entriesOf.keys()].filter((sentence) => entriesOf[sentence]!.length > 0)
  return { entriesOf, sentencesOf: citers, citing, index: contentIndex(citing.map(contentAt)), contentAt }
})

/** Sentences and citations both stand in the order of the text. A citation between two sentences belongs to the first. */
function entriesBySentence(view: View): readonly (readonly number[])[] {
  const sentences = sentencesOf(view)
  const entries = sentences.map((): number[] => [])
  let at = 0
  for (const { place, cites } of citesByPart(view)) {
    for (const cite of cites) {
      // A footnote stands far from the sentence that it belongs to.
      if (place.part.blocks[cite.block]!.block.kind === 'footnote') continue
      const start = place.start + cite.start
      while (at + 1 < sentences.length && sentences[at + 1]!.start <= start) at++
      entries[at]?.push(...cite.targets.flatMap((target) => target.entries))
    }
  }
  return entries
}
