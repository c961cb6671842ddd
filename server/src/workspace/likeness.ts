import type { Content } from './content.js'

/** A collection of contents in which those most like another one are found quickly. */
export interface ContentIndex {
  readonly size: number
  /**
   * How like the content each of the collection is: the cosine of their words, rare ones weighing more; in [0, 1], 0
   * where nothing is shared.
   */
  likeness(content: Content): Float32Array
}

/** A shared concept says more than a shared word: "testosterone" and "androgen" need not share letters. */
const weightOfConcept = 2

/** Indexes contents by what they hold, in time linear in all of it. */
export function contentIndex(contents: readonly Content[]): ContentIndex {
  const holders = new Map<string, number[]>()
  contents.forEach((content, i) => {
    for (const term of content) {
      const known = holders.get(term)
      if (known) known.push(i)
      else holders.set(term, [i])
    }
  })
  const weight = (term: string): number => {
    const rarity = Math.log(1 + (contents.length + 1) / ((holders.get(term)?.length ?? 0) + 0.5))
    return term.startsWith('concept ') ? weightOfConcept * rarity : rarity
  }
  const total = (content: Content): number => [...content].reduce((sum, term) => sum + weight(term), 0)
  const totals = contents.map(total)
  return {
    size: contents.length,
    likeness(content) {
      const shared = new Float32Array(contents.length)
      const own = total(content)
      for (const term of content) {
        const share = weight(term)
        for (const i of holders.get(term) ?? []) shared[i] = shared[i]! + share
      }
      // The cosine keeps a long title from winning by its length alone.
      return shared.map((sum, i) => (sum === 0 ? 0 : sum / Math.sqrt(own * totals[i]!)))
    },
  }
}
