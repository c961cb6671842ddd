import { withoutAccents } from './bibtex-accents.js'
import type { Piece } from './bibtex-fields.js'

/** One name of a list of authors, as BibTeX takes it apart. */
export interface PlainName {
  /** A name in braces: a body. */
  readonly name?: string
  readonly lastName?: string
  readonly firstName?: string
  readonly suffix?: string
}

/**
 * A value that holds no TeX but braces and accents: its words. Undefined where it holds more, or names
 * a string that does.
 *
 * Most values are such, and reading them takes a thousandth of the time that parsing TeX does.
 *
 * @param isVerbatim the field holds an address or identifier, in which nothing but a backslash is TeX
 */
export function plainValue(
  pieces: readonly Piece[],
  strings: Readonly<Record<string, string>>,
  isVerbatim = false,
): string | undefined {
  let value = ''
  for (const { kind, content } of pieces) {
    const words = kind === 'string' ? strings[content.toLowerCase()] : content
    if (words === undefined) return undefined
    const resolved = isVerbatim || !tex.test(words) ? words : withoutAccents(words)
    if ((isVerbatim ? /\\/ : tex).test(resolved)) return undefined
    value += resolved
  }
  return value
}

const tex = /[\\$~^_%#`"<>]|--|''/

/** The names of a list without TeX. Undefined where braces stand inside a name, which only a TeX parser can place. */
export function plainNames(value: string): PlainName[] | undefined {
  const names: PlainName[] = []
  for (const written of value.split(/\s+and\s+/i)) {
    const name = plainName(written.trim())
    if (!name) return undefined
    names.push(name)
  }
  return names
}

function plainName(written: string): PlainName | undefined {
  if (/^\{[^{}]*\}$/.test(written)) return { name: written.slice(1, -1) }
  if (/[{}=]/.test(written)) return undefined
  const parts = written.split(',').map((part) => part.trim())
  if (parts.length > 3) return undefined
  if (parts.length > 1) {
    const [lastName = '', middle = '', end = ''] = parts
    return parts.length === 2 ? { lastName, firstName: middle } : { lastName, suffix: middle, firstName: end }
  }
  const words = written.split(/\s+/)
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && /^\p{Ll}/u.test(word))
  const last = particle < 0 ? words.length - 1 : particle
  return { firstName: words.slice(0, last).join(' '), lastName: words.slice(last).join(' ') }
}
