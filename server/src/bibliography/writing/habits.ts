import { derived } from '../../text/derived.js'
import { authorStyleOf, type AuthorStyle } from './author-style.js'
import { patternOf, type Cutting, type Example, type Pattern } from './pattern.js'

/** How a list writes its references. */
export interface Habits {
  /** Undefined where its names follow no style. */
  readonly authors: AuthorStyle | undefined
  readonly cutting: Cutting
  /** The patterns that its references show, and the fields of those. */
  readonly patterns: readonly { readonly pattern: Pattern; readonly example: Example }[]
}

/** More examples tell nothing new. */
const mostExamples = 30

/** What the references of a list have in common; learned once for as long as the list stays the same. */
export const habitsOf: (examples: readonly Example[]) => Habits = derived((examples: readonly Example[]) => {
  // Where the lines of an example break says nothing of its style.
  const some = examples
    .slice(-mostExamples)
    .map(({ text, fields }) => ({ text: text.replace(/\s+/g, ' '), fields }))
  const named = some.map(({ text, fields: { authors, etAl } }) => ({ text, authors, etAl }))
  const authors = authorStyleOf(named)
  const patterns = some.flatMap((example) => {
    const pattern = authors && patternOf(example, authors)
    return pattern ? [{ pattern, example }] : []
  })
  return { authors, cutting: cuttingOf(some), patterns }
})

/** Lists of authors are cut where they are longer than all that are whole; never where none is cut. */
function cuttingOf(examples: readonly Example[]): Cutting {
  const counts = (etAl: boolean) =>
    examples.filter(({ fields }) => fields.etAl === etAl).map(({ fields }) => fields.authors.length)
  const cut = counts(true).sort((a, b) => a - b)
  if (cut.length === 0) return { whole: Infinity, shown: Infinity }
  const shown = cut[Math.floor(cut.length / 2)]!
  return { whole: Math.max(shown, ...counts(false)), shown }
}
