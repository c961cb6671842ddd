/** The longest part of a sentence that is looked at, in UTF-16 code units; what follows would not change the verdict. */
export const longestSentence = 2000

const blank = 0x20

/** The longest part of a word that is looked at, in UTF-16 code units. */
const longestWord = 40

/**
 * The tokens of one sentence: words, and every other visible character for itself. All of it is overwritten by the next call
 * of `tokensOf`, so that nothing is allocated.
 */
export interface Tokens {
  count: number
  /** Two hashes of each token; together they tell any two words apart. */
  readonly first: Int32Array
  readonly second: Int32Array
  /** Where each token starts and ends in `folded`. */
  readonly starts: Uint16Array
  readonly ends: Uint16Array
  /** The sentence between two blanks: case ignored, all digits the same digit, every white space a blank. */
  readonly folded: Uint16Array
  /** How many UTF-16 code units were read, and how many of them are digits, capitals and opening parentheses. */
  length: number
  digits: number
  capitals: number
  parentheses: number
}

const tokens: Tokens = {
  count: 0,
  first: new Int32Array(longestSentence),
  second: new Int32Array(longestSentence),
  starts: new Uint16Array(longestSentence),
  ends: new Uint16Array(longestSentence),
  folded: new Uint16Array(longestSentence + 2),
  length: 0,
  digits: 0,
  capitals: 0,
  parentheses: 0,
}

/**
 * Divides a sentence into tokens.
 *
 * @param text a sentence without citation markers; only its first 2000 code units are read
 * @returns a buffer that the next call overwrites
 */
export function tokensOf(text: string): Tokens {
  const { folded, starts, ends } = tokens
  const length = Math.min(text.length, longestSentence)
  let count = 0
  let counted = 0
  let first = 0
  let second = 0
  let isInside = false
  folded[0] = blank
  for (let i = 0; i < length; i++) {
    const kind = kinds[text.charCodeAt(i)]!
    const code = kind & 0xffff
    counted += counts[kind >>> 17]!
    folded[i + 1] = code
    if ((kind & isWord) !== 0) {
      if (!isInside) {
        isInside = true
        starts[count] = i + 1
        first = 0
        second = 0
      }
      first = Math.imul(first, 0x01000193) ^ code
      second = (Math.imul(second, 0x7feb352d) + code) | 0
      continue
    }
    if (isInside) {
      isInside = false
      ends[count] = i + 1
      tokens.first[count] = Math.imul(first, 0x9e3779b1)
      tokens.second[count++] = second
    }
    if (code === blank) continue
    starts[count] = i + 1
    ends[count] = i + 2
    tokens.first[count] = Math.imul(code, 0x9e3779b1)
    tokens.second[count++] = code
  }
  if (isInside) {
    ends[count] = length + 1
    tokens.first[count] = Math.imul(first, 0x9e3779b1)
    tokens.second[count++] = second
  }
  folded[length + 1] = blank
  tokens.count = count
  tokens.length = length
  tokens.digits = counted & 0x7ff
  tokens.capitals = (counted >>> 11) & 0x7ff
  tokens.parentheses = counted >>> 22
  return tokens
}

/** A token as it stands in the text that was divided last, in lower case. */
export function wordAt({ starts, ends }: Tokens, text: string, index: number): string {
  return text.slice(starts[index]! - 1, ends[index]! - 1).toLowerCase()
}

/** Stands before the first token. */
const beforeAll = 0x5bd1e995

/**
 * Writes the hashes of the word grams of a sentence: its words, pairs of neighbours, pairs with one word between them, and its first and
 * last two and three words.
 *
 * @param out room for four hashes a token and five more
 * @returns how many there are; the first `plainGrams` of them are words and pairs of neighbours
 */
export function wordGrams({ count, first }: Tokens, out: Int32Array): number {
  let written = count
  let before = beforeAll
  for (let i = 0; i < count; i++) {
    out[i] = mixed(first[i]!)
    out[written++] = pair(before, first[i]!)
    before = first[i]!
  }
  out[written++] = pair(before, 1)
  for (let i = 2; i < count; i++) out[written++] = mixed(pair(first[i - 2]!, first[i]!) ^ 0x7777)
  if (count < 3) return written
  const opening = pair(first[0]!, first[1]!)
  const ending = pair(first[count - 2]!, before)
  out[written++] = mixed(opening ^ 0x1111)
  out[written++] = mixed(pair(opening, first[2]!) ^ 0x1111)
  out[written++] = mixed(ending ^ 0x2222)
  out[written++] = mixed(pair(first[count - 3]!, ending) ^ 0x2222)
  return written
}

/** How many grams of a sentence with so many tokens are words and pairs of neighbours, its start and end taken for words. */
export function plainGrams(tokenCount: number): number {
  return 2 * tokenCount + 1
}

export const mostWordGrams = 4 * longestSentence + 5

/**
 * Writes the hashes of the 3–5-grams of characters of one token between two blanks. They never cross from one word to the next, so
 * what they add up to is known once the word is.
 *
 * @param out room for `mostCharacterGrams` hashes
 * @returns how many there are
 */
export function characterGrams({ folded, starts, ends }: Tokens, index: number, out: Int32Array): number {
  const start = starts[index]! - 1
  const end = Math.min(ends[index]!, start + longestWord) + 1
  let count = 0
  let one = blank
  let two = folded[start + 1]!
  for (let i = start + 2; i < end; i++) {
    const three = i === end - 1 ? blank : folded[i]!
    let hash = Math.imul(Math.imul(one, 0x9e3779b1) ^ two, 0x85ebca6b) ^ three
    out[count++] = mixed(hash ^ 0x3333)
    if (i + 1 < end) {
      const four = i + 1 === end - 1 ? blank : folded[i + 1]!
      hash = Math.imul(hash, 0xc2b2ae35) ^ four
      out[count++] = mixed(hash ^ 0x4444)
      if (i + 2 < end) {
        const five = i + 2 === end - 1 ? blank : folded[i + 2]!
        out[count++] = mixed(Math.imul(hash, 0x27d4eb2f) ^ five ^ 0x5555)
      }
    }
    one = two
    two = three
  }
  return count
}

export const mostCharacterGrams = 3 * longestWord

function pair(first: number, second: number): number {
  return mixed(Math.imul(first, 0x2c1b3c6d) ^ second)
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  const twice = Math.imul(once ^ (once >>> 12), 0x297a2d39)
  return twice ^ (twice >>> 15)
}

/** Of the kind of a character: whether it belongs to a word. The lower bits are what it is folded to, the higher ones what it counts as. */
const isWord = 1 << 16

/** What a digit, a capital and an opening parenthesis add, eleven bits for each. */
const counts = Int32Array.of(0, 1, 1 << 11, 1 << 22)

const kinds = new Int32Array(0x10000)
for (let code = 0; code < 0x10000; code++) {
  const character = String.fromCharCode(code)
  const isDigit = code >= 0x30 && code <= 0x39
  const lower = code < 0x2000 ? character.toLowerCase() : character
  const folded = isDigit ? 0x30 : code <= blank ? blank : lower.length === 1 ? lower.charCodeAt(0) : code
  const isPart =
    isDigit ||
    folded === 0x27 ||
    (folded >= 0x61 && folded <= 0x7a) ||
    (folded > 0x7f && /\p{L}/u.test(String.fromCharCode(folded)))
  const counted = isDigit ? 1 : code >= 0x41 && code <= 0x5a ? 2 : code === 0x28 ? 3 : 0
  kinds[code] = folded | (isPart ? isWord : 0) | (counted << 17)
}
