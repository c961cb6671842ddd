import { abbreviationsIn } from '../../src/terms/abbreviations.js'
import type { Lexicon } from '../../src/terms/lexicon.js'
import { hitsIn } from '../../src/terms/matcher.js'
import { cluesOf } from '../../src/terms/recognition/clues.js'
import type { RecognisedKind } from '../../src/terms/recognition/kinds.js'
import { hitsOfKind, knowledgeOf, type LongForms } from '../../src/terms/recognition/knowledge.js'
import { begins, goesOn } from '../../src/terms/recognition/sequence.js'
import { wordsIn, type Words } from '../../src/terms/recognition/words.js'
import type { Span } from '../../src/text/span.js'
import type { Lesson } from './learning.js'

/** What a marked text teaches about one kind. */
export function lessonFrom(
  text: string,
  gold: readonly Span[],
  lexicon: Lexicon,
  kind: RecognisedKind,
): Lesson {
  const words = wordsIn(text)
  const hits = hitsOfKind(hitsIn(text, lexicon.table), lexicon, kind)
  const knowledge = knowledgeOf(text, words, hits, longFormsIn(text), lexicon, kind)
  return { clues: cluesOf(text, words, knowledge), labels: labelsOf(words, gold) }
}

export function longFormsIn(text: string): LongForms {
  return new Map(
    abbreviationsIn(text).map(({ short, long }) => [
      text.slice(short.start, short.end),
      text.slice(long.start, long.end),
    ]),
  )
}

/** Of mentions that overlap the longer one teaches. */
function labelsOf(words: Words, gold: readonly Span[]): Uint8Array {
  const labels = new Uint8Array(words.count)
  const longestFirst = [...gold].sort((a, b) => b.end - b.start - (a.end - a.start))
  for (const { start, end } of longestFirst) {
    const inside: number[] = []
    for (let w = 0; w < words.count; w++) if (words.starts[w]! < end && words.ends[w]! > start) inside.push(w)
    if (inside.some((w) => labels[w] !== 0)) continue
    inside.forEach((w, index) => {
      labels[w] = index === 0 ? begins : goesOn
    })
  }
  return labels
}
