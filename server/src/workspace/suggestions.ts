import type { Entry } from '../bibliography/entry.js'
import { derived } from '../text/derived.js'
import { mentionsInText } from '../terms/mentions.js'
import { citableOf } from './library.js'
import { conceptsOfTitle } from './mentions.js'
import type { PlacedSentence } from './sentences.js'
import type { View } from './view.js'

/** An entry that could support a sentence; the score is in [0, 1], 1 being all of the sentence's content. */
export interface Suggestion {
  readonly entry: Entry
  readonly score: number
}

const mostSuggestions = 10
/** A shared concept says more than a shared word: "testosterone" and "androgen" need not share letters. */
const weightOfConcept = 2

/** The entries that fit a sentence, best first: those whose titles share rare words and concepts with it. */
export function suggestionsFor(view: View, sentence: PlacedSentence): readonly Suggestion[] {
  const index = indexOf(view)
  const terms = termsOf(
    sentence.words,
    new Set(mentionsInText(sentence.words, view.lexicon).map(({ concept }) => concept)),
  )
  const total = [...terms].reduce((sum, term) => sum + index.weight(term), 0)
  if (total === 0) return []
  return index.entries
    .map(({ entry, terms: own }) => {
      let shared = 0
      for (const term of terms) if (own.has(term)) shared += index.weight(term)
      // The cosine keeps a long title from winning by its length alone.
      return { entry, score: shared === 0 ? 0 : shared / Math.sqrt(total * index.total(own)) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSuggestions)
}

const indexOf = derived((view: View) => {
  const entries = citableOf(view).entries.map((entry) => ({
    entry,
    terms: termsOf(entry.title ?? '', conceptsOfTitle(entry, view.lexicon)),
  }))
  const counts = new Map<string, number>()
  for (const { terms } of entries) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const weight = (term: string) =>
    (term.startsWith('concept ') ? weightOfConcept : 1) *
    Math.log(1 + (entries.length + 1) / ((counts.get(term) ?? 0) + 0.5))
  const total = (terms: ReadonlySet<string>) => [...terms].reduce((sum, term) => sum + weight(term), 0)
  return { entries, weight, total }
})

const everyday = new Set(
  'about after also and are been between both but can for from has have how into its may more most not other such than that the their them these they this those through use was were what when which while who with within without'.split(
    ' ',
  ),
)

/** Words of three letters and more without their endings, and the concepts. */
function termsOf(text: string, concepts: ReadonlySet<string>): ReadonlySet<string> {
  const terms = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]{2,40}/gu)) {
    if (!everyday.has(word)) terms.add(word.replace(/(?:ies|es|s|ed|ing|ic|al|ation|ive)$/, ''))
  }
  for (const concept of concepts) terms.add(`concept ${concept}`)
  return terms
}
