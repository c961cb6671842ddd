/**
 * The sentence as it reads with citation markers disregarded: the form in which the judge has learned sentences and
 * in which it judges them.
 *
 * Cutting cites out of a text leaves traces that only cited sentences have: "( )", "(e.g. )", "(Vane et al., )", a
 * blank before the full stop. They would give the answer away in training and mislead in the editor, so they go, and
 * with them author-year cites that nobody cut: "(Vane, 1971)", "Vane et al. (1971)". Superscript and subscript marks
 * (`^`, `~`), line breaks and typographic variants of blanks, hyphens and quotes are levelled. Offsets change.
 *
 * @param text a sentence of prose, of any length; linear in it
 */
export function withoutCitations(text: string): string {
  const levelled = level(text)
  if (!levelled.includes('(')) return levelled
  const cut = withoutGroups(levelled)
  if (cut === levelled) return levelled
  return level(cut.includes(gap) ? cut.replace(narrativeNames, '') : cut)
}

/** What stands for a cite that was cut between author names: a character that no text uses. */
const gap = '\u0000'

/** Names directly before a year in parentheses: "Vane (1971)", "Vane and Moncada (1978)", "Vane et al. (1971)". */
const narrativeNames = /\p{Lu}[\p{L}'’-]{1,30}(?: (?:et al\.?,?|(?:and|&) \p{Lu}[\p{L}'’-]{1,30}))? ?\0/gu

function withoutGroups(text: string): string {
  let out = ''
  let copied = 0
  let from = 0
  for (;;) {
    const open = text.indexOf('(', from)
    if (open < 0) return out + text.slice(copied)
    const close = closing(text, open)
    from = open + 1
    if (close < 0) continue
    from = close + 1
    const inside = text.slice(open + 1, close)
    const left = year.test(inside) ? gap : withoutResidue(inside)
    if (left.length === close + 1 - open) continue
    out += text.slice(copied, open) + left
    copied = from
  }
}

/** The parenthesis that closes the one at `open`, when nothing nests inside and it is near; else -1. */
function closing(text: string, open: number): number {
  const limit = Math.min(text.length, open + 600)
  for (let i = open + 1; i < limit; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x29) return i
    if (code === 0x28) return -1
  }
  return -1
}

const year = /^ ?(?:1[89]|20)\d\d[a-z]?(?:, ?(?:(?:1[89]|20)\d\d)?[a-z]?){0,5} ?$/
const leadIn =
  /^ ?(?:(?:e\.g\.|i\.e\.|see|also|and|but|for|a|an|in|the|as|by|cf\.?|reviews?|reviewed|example|refs?\.?|references?|therein|recently|reported|data|from)[ ,.:]*){0,8}$/i
const authorsAndYear =
  /^ ?(?:(?:e\.g\.|see|also|reviewed in|cf\.?|but|for example|for (?:a )?reviews?,?)[ ,]*){0,3}\p{Lu}[^;()]{0,80}?,? ?(?:\b(?:1[89]|20)\d\d[a-z]?(?:, ?(?:(?:1[89]|20)\d\d)?[a-z]?){0,6}|(?<=et al\.?,? ?|,) ?) ?,?$/u

/** Most parentheses hold neither a year nor what a cut one leaves behind, and need no closer look. */
const mayBeAuthors = /(?:1[89]|20)\d\d|et al|, ?,? ?$/

function isAuthorsAndYear(part: string): boolean {
  return mayBeAuthors.test(part) && authorsAndYear.test(part)
}

/** The content of one pair of parentheses without the parts of it that only cite; with its parentheses, if any is left. */
function withoutResidue(inside: string): string {
  const parts = inside.split(';')
  const kept = parts.filter((part) => !leadIn.test(part) && !isAuthorsAndYear(part))
  if (kept.length === 0) return ''
  if (kept.length === parts.length && !/[ ,]$/.test(inside)) return `(${inside})`
  return `(${kept.join(';').trim().replace(/,$/, '')})`
}

/** Blanks, hyphens, quotes and marks levelled, no blank before closing punctuation. Most sentences are level already. */
function level(text: string): string {
  if (isLevel(text)) return text
  return text
    .replace(/[\s\u00a0\u2000-\u200b\u202f]/g, ' ')
    .replace(/[\^~\u00ad\ufeff]/g, '')
    .replace(/[\u2010-\u2012]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\[[,; ]{0,20}\]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.;:)\]!?])/g, '$1')
    .replace(/([([]) /g, '$1')
    .trim()
}

/** Whether nothing is to be levelled: no odd character, no blank beside another one, at an end or before closing punctuation, no empty brackets. */
function isLevel(text: string): boolean {
  let refused = odd | blank
  let kind = 0
  for (let i = 0; i < text.length; i++) {
    kind = kinds[text.charCodeAt(i)]!
    if ((kind & refused) !== 0) return false
    refused = refusedBehind[kind]!
  }
  return kind !== blank
}

/** Kinds of characters that matter here, as bits. */
const odd = 1
const blank = 2
const closingMark = 4
/** May stand in an empty bracket, as a bracket that closes it may. */
const listMark = 8
const openingMark = 16
const openBracket = 32

const kinds = new Uint8Array(0x10000)
for (let code = 0; code < 0x10000; code++) {
  const character = String.fromCharCode(code)
  if (character === ' ') kinds[code] = blank
  else if (/[\s\u2000-\u200b\u202f^~\u00ad\ufeff\u2010-\u2012\u2018\u2019\u201c\u201d]/.test(character))
    kinds[code] = odd
  else if (',;]'.includes(character)) kinds[code] = closingMark | listMark
  else if ('.:)!?'.includes(character)) kinds[code] = closingMark
  else if (character === '(') kinds[code] = openingMark
  else if (character === '[') kinds[code] = openingMark | openBracket
}

/** For each kind, which kinds may not follow. */
const refusedBehind = Uint8Array.from({ length: 64 }, (_, kind) => {
  if ((kind & blank) !== 0) return odd | blank | closingMark
  if ((kind & openBracket) !== 0) return odd | blank | listMark
  return (kind & openingMark) !== 0 ? odd | blank : odd
})
