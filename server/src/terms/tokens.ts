/** What an accent, or another code unit that belongs to the letter before it, is folded to. */
export const mark = 1

/**
 * What the matcher sees of a character. A token is a maximal run of letters or a maximal run of digits; a word is a
 * maximal run of both.
 *
 * For each UTF-16 code unit: 0 where it belongs to no word; `mark` where it belongs to the letter before it and counts
 * for nothing (accents, soft hyphens); "0" to "9" for digits; above "9" the letter without its case and accent. A fold is
 * one code unit for one code unit, so that offsets stay exact. Scripts written without spaces between words count as no
 * letters: a gene symbol stands free among Chinese characters.
 */
export const folded = foldTable()

/** Whether a folded unit is a digit. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

/** Whether a folded unit is a letter. */
export function isLetter(unit: number): boolean {
  return unit > 57
}

/** Whether a code unit of text is a capital letter. */
export function isCapital(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90
  const letter = String.fromCharCode(code)
  return letter.toLowerCase() !== letter
}

/** What stands between two characters of a name or a text. */
export const enum Gap {
  none,
  /** A hyphen, one of its look-alikes, an en dash or a raised dot. */
  joiner,
  space,
  slash,
  /** Any other punctuation, and any mixture. */
  other,
}

/** The longest gap, in code units, that a name or a mention may hold. */
export const longestGap = 8

/** What stands in `text` from `start` to `end`; there are no letters and no digits in it. */
export function gapIn(text: string, start: number, end: number): Gap {
  if (start >= end) return Gap.none
  const kind = gapOf(text.charCodeAt(start))
  if (kind !== Gap.space) return end - start === 1 ? kind : Gap.other
  for (let i = start + 1; i < end; i++) if (gapOf(text.charCodeAt(i)) !== Gap.space) return Gap.other
  return Gap.space
}

/** A code unit of a gap, reduced to what counts of it: one space, one hyphen, one apostrophe. */
export function plainGap(code: number): number {
  const kind = gapOf(code)
  if (kind === Gap.space) return 0x20
  if (kind === Gap.joiner) return 0x2d
  if (kind === Gap.slash) return 0x2f
  if (code === 0x2018 || code === 0x2019 || code === 0x2032) return 0x27
  return code === 0x207a ? 0x2b : code
}

function gapOf(code: number): Gap {
  if (code === 0x2d || (code >= 0x2010 && code <= 0x2013) || code === 0x2212 || code === 0xb7)
    return Gap.joiner
  if (code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0) return Gap.space
  if (code === 0x2f) return Gap.slash
  if ((code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000) return Gap.space
  return Gap.other
}

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let code = 0; code < 0x2200; code++) table[code] = foldOf(code)
  for (let code = 0x2c60; code < 0x2c80; code++) table[code] = foldOf(code)
  for (let code = 0xff10; code < 0xff5b; code++) table[code] = foldOf(code)
  for (let digit = 0; digit < 10; digit++) table[0x2080 + digit] = 48 + digit
  table[0x5f] = 0x5f // An underscore makes identifiers, and they are no prose: it counts as a letter.
  table[0xad] = mark
  for (const invisible of [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]) table[invisible] = mark
  table[0x3c2] = 0x3c3 // final sigma
  table[0xdf] = 0x3b2 // A sharp s between English words was meant as a beta.
  return table
}

function foldOf(code: number): number {
  const letter = String.fromCharCode(code)
  if (/\p{M}/u.test(letter)) return mark
  if (/\p{Nd}/u.test(letter)) return foldedDigit(letter, code)
  if (!/\p{L}/u.test(letter)) return 0
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  if (plain.length === 1 && /\p{L}/u.test(plain)) return plain.charCodeAt(0)
  const lower = letter.toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : code
}

/** A digit of another script is a letter of its own, for no name is written with it. */
function foldedDigit(letter: string, code: number): number {
  const plain = letter.normalize('NFKD')
  return plain >= '0' && plain <= '9' ? plain.charCodeAt(0) : code
}
