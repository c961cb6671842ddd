import { shortLabel } from '../../bibliography/render.js'
import type { Entry } from '../../bibliography/entry.js'
import { reportOf } from '../../rules/findings.js'
import { sentencesOf, type PlacedSentence } from '../../workspace/sentences.js'
import { suggestionsFor } from '../../workspace/suggestions.js'
import type { View } from '../../workspace/view.js'
import { insertedCitation } from '../citation-edit.js'
import type { Fix, Fixer } from './fix.js'

const mostPlaces = 5
const longestQuote = 50

/** Where the entries of the list fit best: the uncited claims that each may support, one by one and all at once. */
export const fixUncitedList: Fixer = (view) => {
  const fixes = bestPlaces(view).flatMap(({ entry, sentence }): Fix[] => {
    const edit = insertedCitation(view, sentence, entry)
    if (!edit) return []
    const words = view.document.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
    const quote = words.length > longestQuote ? `${words.slice(0, longestQuote - 1)}…` : words
    return [{ title: `Cite ${shortLabel(entry)} behind “${quote}”`, edits: [edit], isSure: false }]
  })
  if (fixes.length < 2) return fixes
  const edits = fixes.flatMap((fix) => fix.edits)
  const all = { title: `Cite each of ${fixes.length} references where it fits best`, edits, isSure: false }
  return [...fixes.slice(0, mostPlaces), all]
}

interface Place {
  readonly entry: Entry
  readonly sentence: PlacedSentence
  readonly score: number
}

/** For each entry that is the first suggestion for a claim, the claim that it fits best; the surest first. */
function bestPlaces(view: View): readonly Place[] {
  const claims = new Set(
    reportOf(view).findings.flatMap(({ rule, start }) => (rule === 'uncited-claim' ? [start] : [])),
  )
  const best = new Map<Entry, Place>()
  for (const sentence of sentencesOf(view)) {
    if (!claims.has(sentence.start)) continue
    const [first] = suggestionsFor(view, sentence)
    if (first?.entry.source.uri !== view.uri) continue
    const known = best.get(first.entry)
    if (!known || first.score > known.score) best.set(first.entry, { ...first, sentence })
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}
