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
  return level(withoutGroups(levelled).replace(narrativeNames, ''))
}

/** What stands for a cite that was cut between author names: a character that no text uses. */
const gap = '\u0000'

/** Names directly before a year in parentheses: "Vane (1971)", "Vane and Moncada (1978)", "Vane et al. (1971)". */
const narrativeNames = /\p{Lu}[\p{L}'’-]{1,30}(?: (?:et al\.?,?|(?:and|&) \p{Lu}[\p{L}'’-]{1,30}))? ?\0/gu

function withoutGroups(text: string): string {
  let out = ''
  let from = 0
  for (;;) {
    const open = text.indexOf('(', from)
    if (open < 0) return out + text.slice(from)
    const close = closing(text, open)
    if (close < 0) {
      out += text.slice(from, open + 1)
      from = open + 1
      continue
    }
    const inside = text.slice(open + 1, close)
    out += text.slice(from, open)
    if (year.test(inside)) out += gap
    else out += withoutResidue(inside)
    from = close + 1
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

/** The content of one pair of parentheses without the parts of it that only cite; with its parentheses, if any is left. */
function withoutResidue(inside: string): string {
  const parts = inside.split(';')
  const kept = parts.filter((part) => !leadIn.test(part) && !authorsAndYear.test(part))
  if (kept.length === 0) return ''
  if (kept.length === parts.length && !/[ ,]$/.test(inside)) return `(${inside})`
  return `(${kept.join(';').trim().replace(/,$/, '')})`
}

/** One pass over the characters: blanks, hyphens, quotes and marks levelled, no blank before closing punctuation. */
function level(text: string): string {
  if (!uneven.test(text)) return text
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

const uneven =
  /[\n\r\t\u00a0\u2000-\u200b\u202f^~\u00ad\ufeff\u2010-\u2012\u2018\u2019\u201c\u201d]| [ ,.;:)\]!?]|[([] |\[[,;\]]|^ | $/
