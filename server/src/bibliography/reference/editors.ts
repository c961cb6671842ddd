import { authorsIn } from './authors.js'
import type { Reading } from './markup.js'
import { without } from './markup.js'

/**
 * The words behind "In" without those who edited the book: "Wren T, editors. Handbook", "Handbook, edited by Bo Wren",
 * "Handbook; Wren, T., Eds.". Where no list of names stands by the word that says so, nothing is cut.
 */
export function withoutEditors(reading: Reading): Reading {
  const { text } = reading
  if (!marker.test(text)) return reading
  const cut = named(text) ?? announced(text)
  return cut ? without(reading, [cut]) : reading
}

const marker = /\b(?:ed(?:s|ited|itors?)?|hrsg|hgg?)\b|\bcura di\b|éd\b/i
const roles = String.raw`\(?(?:[Ee]d(?:itor)?s?|[Hh]rsg|[Hh]gg?|[Éé]ds?|coords?)\b\.?\)?[.,:;]{0,2}`
const role = new RegExp(String.raw`,?\s(?=\(|\p{L})${roles}(?=\s|$)`, 'gu')

interface Cut {
  readonly start: number
  readonly end: number
}

/** ", edited by C. Cortes, N. Lee and R. Garnett" behind it, as far as the names go. */
function announced(text: string): Cut | undefined {
  const match =
    /[,;.]?\s\(?(?:[Ee]dited by|[Ee]ds?\.? by|[Hh](?:rsg|g)\.(?:\svon|\sv\.)?|[Éé]d(?:ité)?\.? par|a cura di|[Ee]ds?\.)(?:\s?\/[^,]{1,20})?:?\s(?=\p{L})/u.exec(
      text,
    )
  if (!match) return undefined
  const from = match.index + match[0].length
  const { authors, end } = authorsIn(text.slice(from))
  return authors.length > 0 ? { start: match.index, end: from + end } : undefined
}

/** "Wren T, Li W (eds) " before it, or "; Wren, T.; Li, W., Eds." behind it: the longest list of names before the word. */
function named(text: string): Cut | undefined {
  for (const match of text.matchAll(role)) {
    const before = text.slice(0, match.index)
    const starts = [...before.matchAll(/[,;.]\s+(?=\p{L})/gu)].slice(-mostParts)
    for (const start of [0, ...starts.map(({ index }) => index)]) {
      const names = before.slice(start).replace(/^[,;.]\s+/, '')
      // A list of authors is surest to end before a year.
      const { authors, end } = authorsIn(`${names} (2000)`)
      if (authors.length === 0 || !authors.every(isPerson) || end < names.length) continue
      const close = match.index + match[0].length
      if (start > 0) return { start, end: close - (/[.,:;]\s*$/.exec(match[0])?.[0].length ?? 0) }
      return { start, end: close + /^\s*/.exec(text.slice(close))![0].length }
    }
  }
  return undefined
}

const mostParts = 12

function isPerson({ family, given }: { readonly family?: string; readonly given?: string }): boolean {
  return family !== undefined && given !== undefined
}
