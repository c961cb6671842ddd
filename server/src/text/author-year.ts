import type { Name } from './name.js'

/**
 * The name that an author and a year give to a work: "Barlind", 2009 -> `author-year:barlind-2009`.
 *
 * Citations and bibliographies both call this, so that "(Müller-Özil, 2009a)" and the entry that it means agree.
 *
 * @param family the first author's family name, particles included, or the whole name of a body
 * @param year a year, with its letter where there is one: 2009, "2009", "2009a"; or `undated`
 */
export function authorYearName(family: string, year: number | string): Name {
  return `author-year:${foldFamily(family)}-${String(year).trim().toLowerCase()}`
}

/** What stands for the year of a work that bears none: `author-year:who-undated`. */
export const undated = 'undated'

/** How lists and citations say that there is no year, or not yet one. */
export const undatedPattern = String.raw`(?:[Nn]\.\s?[Dd]\.|[Nn]o date|[Ii]n press|[Ff]orthcoming|[Oo]\.\s?J\.|[Ii]m Druck|[Ss]ous presse|[Ee]n prensa)`

/**
 * A family name without the accidents of writing: lower case, no diacritics, no apostrophes, words joined by "-".
 * Letters and digits of any script stay. Particles stay too: whether "van Dongen" may also be called "Dongen" is for
 * those who make names to say.
 */
export function foldFamily(family: string): string {
  // Most names are plain letters, and large libraries hold a hundred thousand of them.
  if (/^[A-Za-z]{1,60}$/.test(family)) return family.toLowerCase()
  return family
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđðþħıĸŋ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/['’‘ʼʹ`´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** The family name without its leading particles, or undefined where it has none: "van der Berg" -> "Berg". */
export function withoutParticles(family: string): string | undefined {
  if (!/\s/.test(family)) return undefined
  const words = family.trim().split(/[\s\u00a0]+/)
  let first = 0
  while (first < words.length - 1 && nameParticles.has(words[first]!.toLowerCase())) first++
  return first === 0 ? undefined : words.slice(first).join(' ')
}

/** Words that stand before a family name and belong to it. */
export const nameParticles: ReadonlySet<string> = new Set(
  (
    'van von der den de del della dello di da dos das du des la le lo ten ter te zu zum zur vom af av el al ' +
    "bin ibn ben st. 't op vander vande van't d' o'"
  ).split(' '),
)

/** Letters that no Unicode decomposition turns into plain ones. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
}
