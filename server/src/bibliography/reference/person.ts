import { nameParticles } from '../../text/author-year.js'
import type { Author } from '../entry.js'

/**
 * The shapes in which lists of authors write one person, as sources of sticky regular expressions. Each has named
 * groups `family` and `given`, or `literal`. All repetition is bounded, so that none takes more than linear time.
 */
const particle = String.raw`(?:(?:VAN|VON|DER|DEN|DE|DEL|DI|DA|DOS|DU|LA|LE|TER|TEN|EL|AL|[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Dd]e|[Dd]el|[Dd]ella|[Dd]ello|[Dd]i|[Dd]a|[Dd]as|[Dd]os|[Dd]u|[Dd]es|[Ll]a|[Ll]e|[Ll]os?|[Tt]en|[Tt]er|[Tt]e|[Zz]u[mr]?|[Aa]uf|dem|im|am|[Vv]om|[Aa]f|[Aa]v|[Ee]l|[Aa]l|[Bb]in|[Ii]bn|[Bb]en|[Dd]’|[Dd]'|'t|’t|St\.|[Dd]os|e|y)\s)`
const quoteMark = String.raw`['’ʼ‘\x60]`
const word = String.raw`(?:[dlo]${quoteMark}|(?:de|del|van|von|el|al|ben|ibn|da|di)[-‐])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]{0,30}(?:(?:${quoteMark}|[-‐‑–])[\p{L}\p{M}]{1,30}){0,3}${quoteMark}?`
const suffix = String.raw`(?:,?\s(?:Jr\.?|Sr\.?|I{2,3}|IV|2nd|3rd))?`
const family = String.raw`(?<family>${particle}{0,3}${word}(?:\s(?:${particle}{0,2})(?!\p{Lu}\p{M}?(?=[\s,;.]|$))${word}){0,3})`
const longInitial = 'Chr|Th|Ph|Yu|Ya|Sz|Zs|Cs|Ch|Dm|Vl|Gy|Dz'
const dotted = String.raw`(?:\p{Lu}\p{M}?|${longInitial})\.`
const initialsDotted = String.raw`(?:${dotted}|\p{Lu}(?=[-‐‑]\p{L}\.))(?:\s?[-‐‑]?\s?(?:(?:de|van|von)\s)?(?:\p{L}\p{M}?|${longInitial})\.){0,5}(?:\s[dD]${quoteMark})?`
const initialsStraight = initialsDotted.replace(String.raw`(?:\s[dD]${quoteMark})?`, '')
const initialsBare = String.raw`(?!(?:I{2,3}|IV)(?!\p{L}))(?:\p{Lu}\p{M}?(?:[-‐‑]?\p{Lu}\p{M}?){0,4}\p{Ll}?)(?![\p{L}\p{M}${'’'}'.]\p{L})(?![\p{Ll}])`
const bareInitials = String.raw`\p{Lu}\p{M}?(?:[-‐‑]?\p{Lu}\p{M}?){0,3}(?![\p{L}\p{M}'’.-])`
const initialsRow = String.raw`(?:(?:(?:\p{Lu}\p{M}?|${longInitial})\.(?:\s?[-‐‑]?(?:\p{Lu}\p{M}?|${longInitial})\.){0,4})|${bareInitials}(?:\s${bareInitials}){0,2})`
const longWord = String.raw`(?!\p{Lu}\p{M}?(?:[\s.,;:-]|$))${word}`
const givenWords = String.raw`${longWord}(?:\s${longWord}){0,3}(?:\s?${initialsRow})?`
const givenFull = String.raw`(?:${initialsRow}(?:\s?${givenWords})?|${givenWords})(?:\s(?:van|von|de|der|den|dem|auf|del|di|da|du|la|dos|ter|ten)){0,3}`
const initialsAmid = String.raw`(?:(?:(?:\p{Lu}\p{M}?|${longInitial})\.\s?[-‐‑]?){1,3}|\p{Lu}\s)`
const givenFew = String.raw`(?:${initialsAmid}\s?)?(?:${word}\s){0,3}${initialsAmid}?`
const lastWord = String.raw`(?!\p{Lu}{1,3}(?![\p{L}\p{M}'’-]))${word}`

export const shapes = {
  /** "Barlind A", "van Dongen JT" */
  vancouver: String.raw`${family}\s(?<given>\p{Lu}(?:[\s-]\p{Lu}){1,3}(?=[.,;]|\s(?:&|and|et)\s)|${initialsBare}(?:\s\p{Ll}{2,8}(?=[.,;]))?)${suffix}(?=[\s.,;:&()]|$)`,
  /** "Barlind, A. B.", "Barlind, A.B." */
  invertedInitials: String.raw`${family},?\s(?<given>${initialsDotted})${suffix}`,
  /** "Barlind, AB" */
  invertedBare: String.raw`${family},\s(?<given>${initialsBare})${suffix}(?=[\s.,;:&()]|$)`,
  /** "A. B. Barlind" */
  straightInitials: String.raw`(?<given>${initialsStraight})\s?${family}${suffix}`,
  /** "Barlind, Anna B." */
  invertedFull: String.raw`${family},\s(?<given>${givenFull})${suffix}`,
  /** "Anna B. Barlind" */
  straightFull: String.raw`(?<literal>(?=[^\s,;]{1,40}[\s.])${givenFew}\s?(?:${particle}){0,3}(?<=[\s.])${lastWord})${suffix}`,
} as const

export type Shape = keyof typeof shapes

const bodyWords =
  'Academ|Administration|Agency|Alliance|Association|Authority|Board|Bureau|Cent(?:er|re)s?|Collaborati|College|' +
  'Commission|Committee|Company|Consorti|Corporation|Council|Department|Developers|Federation|Foundation|Group|' +
  'Government|Health|Hospital|Inc|Initiativ|Institut|International|Investigators|Laborator|Ltd|LLC|Ministry|' +
  'National|Network|Observatory|Office|Organi[sz]ation|Panel|Partnership|Program(?:me)?|Project|Register|Registry|' +
  'Service|Society|Staff|Study|Subcommittee|Task Force|Team|Trust|Union|Universit|Working'
const stemsOfBodies = /(?:Academ|Collaborati|Consorti|Initiativ|Institut|Laborator|Universit)/.source
const bodyWord = new RegExp(String.raw`(?<!\p{L})(?:${stemsOfBodies}|(?:${bodyWords})(?!\p{L}))`, 'u')
const bodyAtEnd = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${stemsOfBodies})\p{L}{0,6}|(?:${bodyWords})|Authors)$`,
  'u',
)

/** Whether some words name a body rather than a person. */
export function namesBody(words: string): boolean {
  return bodyWord.test(words)
}

/** Whether some words between persons name a body: the word that says so ends the name, "ENCODE Project Consortium". */
export function namesBodyAmongPersons(words: string): boolean {
  return bodyAtEnd.test(words.trim()) && !readsLikeTitle(words)
}

/** The name of a body is all capitals but for small words; a title that mentions a body is not. */
export function readsLikeTitle(words: string): boolean {
  return /(?<![\p{L}-])(?!(?:of|the|and|for|on|in|de|la|für|und|et|der|des|di|del|y|at|to|behalf)(?!\p{L}))\p{Ll}{2,}/u.test(
    words,
  )
}

/** "Anna B. van Dongen" as given and family name: the last word is the family's, with the particles before it. */
export function personOf(written: string): Author {
  const words = written.trim().split(/\s+/)
  let first = words.length - 1
  while (first > 1 && isParticle(words[first - 1]!)) first--
  if (first === 0) return { literal: written.trim() }
  return { family: words.slice(first).join(' '), given: words.slice(0, first).join(' ') }
}

/** Those of Dutch, German and Romance names that no one bears as a given name may be capitals, "Amy Van Hove". */
function isParticle(word: string): boolean {
  return (
    /^(?:Van|Von|De|Del|Della|Di)$/.test(word) || (word === word.toLowerCase() && nameParticles.has(word))
  )
}

/** "VAN DONGEN" set in capitals throughout is a matter of style: "van Dongen". Initials and short names stay. */
export function withoutCapitals(family: string): string {
  if (family.length < 4 || family !== family.toUpperCase() || !/\p{Lu}{3}/u.test(family)) return family
  return family.replace(/(\p{Lu})([\p{Lu}\p{M}]*)/gu, (word, first: string, rest: string) =>
    nameParticles.has(word.toLowerCase()) ? word.toLowerCase() : first + rest.toLowerCase(),
  )
}
