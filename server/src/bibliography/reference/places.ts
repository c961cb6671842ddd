import { datePattern, mayHoldDate, yearPattern } from './dates.js'
import { withoutEditors } from './editors.js'
import { isImprint, publisherOf } from './imprint.js'
import type { Reading } from './markup.js'
import { trimmed } from './trim.js'

/** What a work stands in and who published it. */
export interface Places {
  readonly container?: string | undefined
  readonly publisher?: string | undefined
}

/** The container's name, and a publisher behind it: "Book of Things. City: Publisher", "Book, Publisher". */
export function placesIn(tail: Reading, after: string, hasNumbers: boolean): Places {
  const named = hasNumbers ? tail : withoutEditors(tail)
  const emphasized = named.emphasized.find(({ start, end }) => start <= 1 && end - start > 1)
  if (emphasized) {
    const container = cleanName(named.text.slice(0, emphasized.end))
    return { container, publisher: publisherIn(named.text.slice(emphasized.end)) ?? publisherIn(after) }
  }
  if (hasNumbers) return { container: cleanName(named.text), publisher: publisherIn(after) }
  const bracketed = publisherInBrackets(named.text)
  if (bracketed.publisher) return { container: cleanName(bracketed.title), publisher: bracketed.publisher }
  const imprint = imprintBehind(named.text)
  if (imprint) return { container: cleanName(imprint.title), publisher: publisherIn(imprint.imprint) }
  const split = /^(.{2,}?[\p{L})\d]{3})(?:\.\s+(?=\p{Lu}|\p{Ll}{1,5}\p{Lu})|,\s+(?=[^,]+$))(.+)$/u.exec(
    trimmed(named.text, '', ' ,;'),
  )
  if (!split || /^\p{Ll}{1,2}\s/u.test(split[2]!))
    return { container: cleanName(named.text), publisher: publisherIn(after) }
  return { container: cleanName(split[1]!), publisher: publisherIn(split[2]!) ?? publisherIn(after) }
}

/** "Title. Acorn Press, Lund", "Title, Lund: Acorn Press": the first stop or comma behind which only an imprint stands. */
export function imprintBehind(words: string): { title: string; imprint: string } | undefined {
  for (const { 0: mark, index } of words.matchAll(/[.,;]\s+(?:[–—]\s+)?(?=\p{Lu})/gu)) {
    const imprint = trimmed(words.slice(index + mark.length), '', ' .,;:')
    if (index > 2 && isImprint(imprint)) return { title: words.slice(0, index), imprint }
  }
  return undefined
}

/** "Title of a book (Publisher)": brackets that end the words hold who published them, unless they abbreviate. */
export function publisherInBrackets(words: string): { title: string; publisher?: string | undefined } {
  const match = /^(.*\S)\s*\(([^()]{2,80}(?:\([^()]{1,20}\))?)\)[\s.,]*$/.exec(words)
  if (!match || !/^\p{L}[^\d]*\p{Ll}/u.test(match[2]!) || /^\p{Ll}+\s/u.test(match[2]!))
    return { title: words }
  return { title: match[1]!, publisher: publisherIn(match[2]!) }
}

/** A publisher's name without its city and without what is no name. */
export function publisherIn(words: string): string | undefined {
  if (words.length > 400) return undefined
  const undated = trimmed(mayHoldDate(words) ? words.replace(dates, '') : words, ' .,;:)(]', ' .,;:()[')
  const name = trimmed(publisherOf(undated.replace(/\s+/g, ' ')), ' .,;:)(]', ' .,;:([')
  const closed = name.lastIndexOf('(') > name.lastIndexOf(')') ? `${name})` : name
  const isName = /^[\p{L}\d]/u.test(name) && !/^\p{Ll}+\s/u.test(name)
  return isName && name.length > 1 && name.length < 120 ? closed : undefined
}

const dates = new RegExp(String.raw`\(?(?:${datePattern}|\b${yearPattern}\b)\)?`, 'giu')

/** A name without the punctuation around it; the full stop of an abbreviated name stays. */
export function cleanName(words: string): string | undefined {
  const name = trimmed(words.replace(/\s+/g, ' '), ' .,;:([—–', ' ,;:([').replace(
    /\s\((?:\d{1,2}(?:st|nd|rd|th) ed\.?)\)$/,
    '',
  )
  const isAbbreviated = /\.\S{0,40}\.$|\b\p{Lu}\.$/u.test(name.slice(-60))
  const closed = name.endsWith('.') && !isAbbreviated ? name.slice(0, -1) : name
  return /[\p{L}\p{N}]/u.test(closed) ? closed : undefined
}

/** A title without the punctuation and the quotation marks around it. */
export function titleOf(words: string): { title?: string } {
  const title = trimmed(words.replace(/\s+/g, ' '), ' .,;:)', ' ,;:(—–')
  const unstopped = title.endsWith('.') && !title.endsWith('..') ? title.slice(0, -1) : title
  const unquoted = isQuoted(unstopped) ? unstopped.slice(1, -1) : unstopped
  return /[\p{L}\p{N}]/u.test(unquoted) ? { title: unquoted.trim() } : {}
}

function isQuoted(words: string): boolean {
  return /^[“"]/.test(words) && /^[”"]$/.test(words.slice(-1)) && !/[“”"]/.test(words.slice(1, -1))
}

export function present(places: Places): { container?: string; publisher?: string } {
  return {
    ...(places.container && { container: places.container }),
    ...(places.publisher && { publisher: places.publisher }),
  }
}
