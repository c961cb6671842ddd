import {
  characterGrams,
  mostCharacterGrams,
  mostWordGrams,
  plainGrams,
  tokensOf,
  wordGrams,
} from '../src/claims/tokens.js'

/** The hashed grams of many sentences, one after the other: those of sentence `i` are `grams[starts[i]]` to `grams[starts[i + 1]]`. */
export interface Grams {
  readonly grams: Int32Array
  readonly starts: Float64Array
}

/** What is learned from: grams of words and grams of characters count apart. */
export interface GramTable {
  readonly words: Grams
  readonly characters?: Grams
}

/** The grams of many sentences, in their order, just as the first pass reads them. */
export function gramTable(texts: readonly string[]): GramTable {
  const words = Int32Array.from({ length: mostWordGrams }, () => 0)
  const own = new Int32Array(mostCharacterGrams)
  return {
    words: collected(texts, (text, take) => {
      const count = wordGrams(tokensOf(text), words)
      for (let i = 0; i < count; i++) take(words[i]!)
    }),
    characters: collected(texts, (text, take) => {
      const tokens = tokensOf(text)
      for (let token = 0; token < tokens.count; token++) {
        const count = characterGrams(tokens, token, own)
        for (let i = 0; i < count; i++) take(own[i]!)
      }
    }),
  }
}

/** Word 1–2-grams and nothing else, for the plain baseline. */
export function plainGramTable(texts: readonly string[]): GramTable {
  const words = new Int32Array(mostWordGrams)
  const plain = collected(texts, (text, take) => {
    const tokens = tokensOf(text)
    wordGrams(tokens, words)
    for (let i = 0; i < plainGrams(tokens.count); i++) take(words[i]!)
  })
  return { words: plain }
}

function collected(
  texts: readonly string[],
  visit: (text: string, take: (hash: number) => void) => void,
): Grams {
  const starts = new Float64Array(texts.length + 1)
  let count = 0
  texts.forEach((text, i) => {
    visit(text, () => count++)
    starts[i + 1] = count
  })
  const hashes = new Int32Array(count)
  count = 0
  for (const text of texts) visit(text, (hash) => (hashes[count++] = hash))
  return { grams: hashes, starts }
}
