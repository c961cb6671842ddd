import { nameParticles } from '../../text/author-year.js'
import type { Author } from '../entry.js'

/**
 * The shapes in which lists of authors write one person, as sources of sticky regular expressions. Each has named
 * groups `family` and `given`, or `literal`. All repetition is bounded, so that none takes more than linear time.
 */
const particle = String.raw`(?:(?:[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Dd]e|[Dd]el|[Dd]ella|[Dd]ello|[Dd]i|[Dd]a|[Dd]as|[Dd]os|[Dd]u|[Dd]es|[Ll]a|[Ll]e|[Ll]os?|[Tt]en|[Tt]er|[Tt]e|[Zz]u[mr]?|[Aa]uf|dem|im|am|[Vv]om|[Aa]f|[Aa]v|[Ee]l|[Aa]l|[Bb]in|[Ii]bn|[Bb]en|[Dd]’|[Dd]'|'t|’t|St\.|[Dd]os|e|y)\s)`
const quoteMark = String.raw`['’ʼ‘\x60]`
const word = String.raw`(?:[dlo]${quoteMark}|(?:de|del|van|von|el|al|ben|ibn|da|di)[-‐])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]{0,30}(?:(?:${quoteMark}|[-‐‑–])[\p{L}\p{M}]{1,30}){0,3}${quoteMark}?`
const suffix = String.raw`(?:,?\s(?:Jr\.?|Sr\.?|I{2,3}|IV|2nd|3rd))?`
const family = String.raw`(?<family>${particle}{0,3}${word}(?:\s(?:${particle}{0,2})${word}){0,3})`
const dotted = String.raw`\p{Lu}\p{M}?(?:\p{L}{1,2})?\.`
const initialsDotted = String.raw`(?:${dotted}|\p{Lu}(?=[\s-][-‐‑\p{Lu}]))(?:\s?[-‐‑]?\s?\p{L}\p{M}?(?:\p{L}{1,3})?\.){0,5}(?:\s[dD]${quoteMark})?`
const initialsBare = String.raw`(?:\p{Lu}\p{M}?(?:[-‐‑]?\p{Lu}\p{M}?){0,4}\p{Ll}?)(?![\p{L}\p{M}${'’'}'.]\p{L})(?![\p{Ll}])`
const givenWord = String.raw`(?:\p{Lu}\p{M}?\p{L}{0,2}\.(?:\s?[-‐‑]?\p{Lu}\p{M}?\.){0,3}|\p{Lu}\p{M}?(?:[-‐‑]?\p{Lu}\p{M}?){0,3}(?![\p{L}\p{M}'’.-])|${word})`
const givenFull = String.raw`(?:${givenWord}(?:\s?(?:${particle}{0,2})${givenWord}){0,4}(?:\s(?:van|von|de|der|den|dem|auf|del|di|da|du|la|dos|ter|ten)){0,3})`
const initialsAmid = String.raw`(?:(?:(?:\p{Lu}\p{M}?|Chr|Th|Ph|Yu|Ya|Sz|Zs|Cs)\.\s?[-‐‑]?){1,3}|\p{Lu}\s)`
const givenFew = String.raw`(?:${initialsAmid}\s?)?(?:${word}\s){0,3}${initialsAmid}?`
const lastWord = String.raw`(?!\p{Lu}{1,3}(?![\p{L}\p{M}'’-]))${word}`

export const shapes = {
  /** "Barlind A", "van Dongen JT" */
  vancouver: String.raw`${family}\s(?<given>${initialsBare}(?:\s\p{Ll}{2,4}(?=[.,;]))?)${suffix}(?=[\s.,;:&()]|$)`,
  /** "Barlind, A. B.", "Barlind, A.B." */
  invertedInitials: String.raw`${family},?\s(?<given>${initialsDotted})${suffix}`,
  /** "Barlind, AB" */
  invertedBare: String.raw`${family},\s(?<given>${initialsBare})${suffix}(?=[\s.,;:&()]|$)`,
  /** "A. B. Barlind" */
  straightInitials: String.raw`(?<given>${initialsDotted})\s?${family}${suffix}`,
  /** "Barlind, Anna B." */
  invertedFull: String.raw`${family},\s(?<given>${givenFull})${suffix}`,
  /** "Anna B. Barlind" */
  straightFull: String.raw`(?<literal>(?=[^\s,;]{1,40}[\s.])${givenFew}\s?(?:${particle}){0,3}(?<=[\s.])${lastWord})${suffix}`,
} as const

export type Shape = keyof typeof shapes

const bodyWords =
  'Academ|Administration|Agency|Alliance|Association|Authority|Board|Bureau|Cent(?:er|re)|Centers|Collaborat|College|' +
  'Commission|Committee|Company|Consorti|Corporation|Council|Department|Developers|Federation|Foundation|Group|' +
  'Government|Health|Hospital|Inc\\b|Initiativ|Institut|International|Investigators|Laborator|Ltd|LLC|Ministry|' +
  'National|Network|Observatory|Office|Organi[sz]ation|Partnership|Program|Project|Register|Registry|Service|' +
  'Society|Staff|Study|Subcommittee|Task Force|Team|Trust|Union|Universit|Working'
const bodyWord = new RegExp(String.raw`(?<![\p{L}])(?:${bodyWords})`, 'u')

/** Whether some words name a body rather than a person. */
export function namesBody(words: string): boolean {
  return bodyWord.test(words)
}

/** "Anna B. van Dongen" as given and family name: the last word is the family's, with the particles before it. */
export function personOf(written: string): Author {
  const words = written.trim().split(/\s+/)
  let first = words.length - 1
  while (
    first > 1 &&
    nameParticles.has(words[first - 1]!) &&
    words[first - 1] === words[first - 1]!.toLowerCase()
  )
    first--
  if (first === 0) return { literal: written.trim() }
  if (words.slice(0, first).every((word) => nameParticles.has(word.toLowerCase())))
    return { family: written.trim() }
  return { family: words.slice(first).join(' '), given: words.slice(0, first).join(' ') }
}

/** "VAN DONGEN" set in capitals throughout is a matter of style: "Van Dongen". Initials and short names stay. */
export function withoutCapitals(family: string): string {
  if (family.length < 4 || family !== family.toUpperCase() || !/\p{Lu}{3}/u.test(family)) return family
  return family.replace(
    /(\p{Lu})([\p{Lu}\p{M}]+)/gu,
    (_, first: string, rest: string) => first + rest.toLowerCase(),
  )
}
