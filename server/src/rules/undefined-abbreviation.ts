import { looksAbbreviated } from '../terms/acronyms.js'
import type { Lexicon } from '../terms/lexicon.js'
import { derived } from '../text/derived.js'
import type { Span } from '../text/span.js'
import { runsOf, usesOf } from '../workspace/abbreviation-uses.js'
import { definitionsByName, type Use } from '../workspace/abbreviations.js'
import { isBody, isKnown, isSymbol } from '../workspace/meanings.js'
import type { View } from '../workspace/view.js'
import type { Rule } from './rule.js'

/** An abbreviation that the document uses and never spells out, and that not every reader knows. Said at its first use. */
export const undefinedAbbreviation: Rule = {
  id: 'undefined-abbreviation',
  summary: 'An abbreviation is used several times and never spelled out.',
  severity: 'hint',
  *check(view) {
    for (const written of unexplained(view)) {
      const uses = usesOf(view, written).filter((use) => isPlain(use) && isBody(view, use.start))
      const [first] = uses
      if (!first || uses.length < fewestUses || isInBrackets(view, first)) continue
      yield { start: first.start, end: first.end, message: `'${written}' is never spelled out` }
    }
  },
}

function isPlain({ place, isPart }: Use): boolean {
  return place === 'prose' && !isPart
}

/** What opens a bracket at its first use explains the words before it, in some way. */
function isInBrackets(view: View, { start }: Span): boolean {
  return /[([][*_]{0,3}$/.test(view.document.content.slice(Math.max(0, start - 4), start))
}

/** What stands once or twice is mostly the name of an institute, a program or a data set. */
const fewestUses = 3

/** What is used often enough, and explained neither here nor in the glossary nor by common knowledge. */
function unexplained(view: View): readonly string[] {
  const counts = new Map<string, number>()
  for (const { parts } of runsOf(view))
    for (const uses of parts)
      for (const written of unknownIn(uses, view.lexicon)) counts.set(written, (counts.get(written) ?? 0) + 1)
  const defined = definitionsByName(view)
  return [...counts].flatMap(([written, count]) => {
    const isExplained = namesFor(written).some((name) => defined.has(name) || isKnown(view, name))
    return count < fewestUses || isExplained ? [] : [written]
  })
}

/** The words of a part that look like abbreviations and are no symbols of the glossary, as often as they are used. */
const unknownIn = derived((uses: readonly Use[], lexicon: Lexicon): readonly string[] => {
  const words = uses
    .filter((use) => isPlain(use) && looksAbbreviated(use.written))
    .map(({ written }) => written)
  const unknown = new Set(
    [...new Set(words)].filter((written) => !namesFor(written).some((name) => isSymbol(lexicon, name))),
  )
  return words.filter((written) => unknown.has(written))
})

/** "IGF-1" needs no words of its own where "IGF" has them. */
function namesFor(written: string): readonly string[] {
  return [written, written.replace(/-[^-]{1,3}$/, '')]
}
