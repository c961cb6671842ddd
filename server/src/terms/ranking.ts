import type { Name } from '../text/name.js'
import type { Lexicon } from './lexicon.js'
import type { FormHit, Hit } from './matcher.js'

/**
 * The concepts that a hit may mean, the likeliest first: a name as given goes before a variant or a plural, then what a
 * glossary says before what authorities list, then the earlier vocabulary, then letters in the case that was given, then
 * preferred names.
 */
export function ranked({ forms }: Hit, lexicon: Lexicon): readonly Name[] {
  if (forms.length === 1) return [lexicon.entries[forms[0]!.index]!.concept]
  const sorted = [...forms].sort((a, b) => rank(a, lexicon) - rank(b, lexicon) || a.index - b.index)
  return [...new Set(sorted.map(({ index }) => lexicon.entries[index]!.concept))]
}

/** The less, the likelier: four comparisons, the first one counting most. */
function rank({ index, asGiven, isPlural }: FormHit, lexicon: Lexicon): number {
  const { vocabulary, standing } = lexicon.entries[index]!
  const isGuessed = isPlural || standing === 2
  return (isGuessed ? 1e6 : 0) + vocabulary * 100 + (asGiven ? 0 : 10) + standing
}
