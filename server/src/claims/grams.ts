/** The longest part of a sentence that is looked at, in UTF-16 code units; what follows would not change the verdict. */
export const longestSentence = 2000

/** The hashed features of one sentence: the first `count` numbers of `hashes`, which is overwritten by the next call. */
export interface Grams {
  readonly hashes: Int32Array
  count: number
  /** How many of them, from the start, are word 1–2-grams. */
  wordGrams: number
  /** How many of them, from the start, are of words: the rest are of characters. */
  phraseGrams: number
}

const codes = new Uint16Array(longestSentence + 2)
const words = new Int32Array(longestSentence + 2)
const grams: Grams = { hashes: new Int32Array(7 * longestSentence), count: 0, wordGrams: 0, phraseGrams: 0 }

/**
 * The word 1–2-grams of a sentence, its phrases (words with one between them, its first and last two and three words) and its character
 * 3–5-grams as 32-bit hashes, repetitions included.
 *
 * Case is ignored and all digits are the same digit. Nothing is allocated: a rolling hash runs over the character codes.
 *
 * @param text a sentence without citation markers; only its first 2000 code units are read
 * @returns a buffer that the next call overwrites
 */
export function gramsOf(text: string): Grams {
  const length = fold(text)
  const { hashes } = grams
  let count = wordGrams(length, hashes)
  grams.phraseGrams = count
  for (let i = 1; i + 2 < length; i++) {
    const three = Math.imul(Math.imul(codes[i]!, 0x9e3779b1) ^ codes[i + 1]!, 0x85ebca6b) ^ codes[i + 2]!
    hashes[count++] = mixed(three ^ 0x3333)
    if (i + 3 >= length) break
    const four = Math.imul(three, 0xc2b2ae35) ^ codes[i + 3]!
    hashes[count++] = mixed(four ^ 0x4444)
    if (i + 4 >= length) break
    hashes[count++] = mixed(Math.imul(four, 0x27d4eb2f) ^ codes[i + 4]! ^ 0x5555)
  }
  grams.count = count
  return grams
}

/** Writes the folded characters between two blanks into `codes`, and returns how many there are. */
function fold(text: string): number {
  const length = Math.min(text.length, longestSentence)
  codes[0] = 0x20
  for (let i = 0; i < length; i++) codes[i + 1] = folded[text.charCodeAt(i)]!
  codes[length + 1] = 0x20
  return length + 2
}

function wordGrams(length: number, hashes: Int32Array): number {
  let count = 0
  let tokens = 0
  let before = start
  let i = 0
  while (i < length) {
    const code = codes[i]!
    if (code === 0x20) {
      i++
      continue
    }
    let hash = code
    i++
    if (isWord[code] === 1) {
      while (i < length && isWord[codes[i]!] === 1) hash = Math.imul(hash, 0x01000193) ^ codes[i++]!
    }
    hash = Math.imul(hash, 0x9e3779b1)
    hashes[count++] = mixed(hash)
    hashes[count++] = pair(before, hash)
    words[tokens++] = hash
    before = hash
  }
  hashes[count++] = pair(before, 1)
  grams.wordGrams = count
  for (let k = 2; k < tokens; k++) hashes[count++] = mixed(pair(words[k - 2]!, words[k]!) ^ 0x7777)
  if (tokens < 3) return count
  const opening = pair(words[0]!, words[1]!)
  const ending = pair(words[tokens - 2]!, words[tokens - 1]!)
  hashes[count++] = mixed(opening ^ 0x1111)
  hashes[count++] = mixed(pair(opening, words[2]!) ^ 0x1111)
  hashes[count++] = mixed(ending ^ 0x2222)
  hashes[count++] = mixed(pair(words[tokens - 3]!, ending) ^ 0x2222)
  return count
}

/** Stands before the first word. */
const start = 0x5bd1e995

function pair(first: number, second: number): number {
  return mixed(Math.imul(first, 0x2c1b3c6d) ^ second)
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  const twice = Math.imul(once ^ (once >>> 12), 0x297a2d39)
  return twice ^ (twice >>> 15)
}

const folded = new Uint16Array(0x10000)
const isWord = new Uint8Array(0x10000)
for (let code = 0; code < 0x10000; code++) {
  const character = String.fromCharCode(code)
  const isDigit = code >= 0x30 && code <= 0x39
  const lower = code < 0x2000 ? character.toLowerCase() : character
  folded[code] = isDigit ? 0x30 : code <= 0x20 ? 0x20 : lower.length === 1 ? lower.charCodeAt(0) : code
  isWord[code] =
    isDigit || code === 0x27 || (code >= 0x61 && code <= 0x7a) || (code > 0x7f && /\p{L}/u.test(character))
      ? 1
      : 0
}
