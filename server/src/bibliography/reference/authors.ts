import type { Author } from '../entry.js'
import {
  namesBody,
  namesBodyAmongPersons,
  personOf,
  readsLikeTitle,
  shapes,
  withoutCapitals,
} from './person.js'
import type { Shape } from './person.js'

/** The authors that a reference begins with, and where they end. */
export interface AuthorList {
  readonly authors: readonly Author[]
  readonly etAl: boolean
  /** Behind the last name, its "et al." and its "(eds.)"; punctuation that follows is not included. */
  readonly end: number
}

/**
 * Reads the list of authors at the beginning of a reference.
 *
 * No style is looked for. Each way in which lists go on from name to name is tried, and the one that reaches furthest
 * and stops where lists of authors stop (a year, a quotation mark, a full stop) is taken. A reference that begins with
 * something else gives an empty list that ends at 0.
 */
export function authorsIn(text: string): AuthorList {
  const head = text.slice(0, longestList)
  let best: Candidate = { people: [], etAl: false, end: 0, score: 0 }
  for (const form of forms) {
    const candidate = listIn(head, form)
    if (candidate && candidate.score > best.score) best = candidate
  }
  if (best.people.length === 0) return bodyIn(head)
  return { authors: best.people.map(authorOf), etAl: best.etAl, end: best.end }
}

/** Lists of three thousand authors exist; what is longer is no list of authors. */
const longestList = 60_000

interface Person {
  readonly shape: Shape | 'body'
  readonly family?: string
  readonly given?: string
  readonly literal?: string
}

interface Candidate {
  readonly people: readonly Person[]
  readonly etAl: boolean
  readonly end: number
  readonly score: number
}

/** How a list goes on: the shape of its first name, those of the others, and what stands between them. */
interface Form {
  readonly first: RegExp
  readonly others: readonly { shape: Shape; pattern: RegExp }[]
  readonly firstShape: Shape
  readonly separator: RegExp
  /** Added to the score: how seldom the form fits what is no list. */
  readonly trust: number
}

const conjunction = String.raw`(?:&|and|und|et|y|e|i|en|och|og)`
const anySeparator = String.raw`\s?[,;]\s*(?:${conjunction}\s+|…\s*|\.\s?\.\s?\.\s*|\[?…\]?\s*)?|\s+${conjunction}\s+|\s*…\s*`
const semicolon = String.raw`\s?;\s*(?:${conjunction}\s+)?|\s+${conjunction}\s+`

const forms: readonly Form[] = [
  form('vancouver', ['vancouver'], anySeparator, 1),
  form('invertedInitials', ['invertedInitials'], anySeparator, 1),
  form('invertedBare', ['invertedBare'], anySeparator, 0.5),
  form('straightInitials', ['straightInitials'], anySeparator, 0.9),
  form('invertedInitials', ['straightInitials', 'straightFull'], anySeparator, 0.8),
  form('invertedFull', ['straightFull'], anySeparator, 0.6),
  form('invertedFull', ['invertedFull'], semicolon, 0.7),
  form('invertedFull', ['invertedFull'], anySeparator, 0.3),
  form('straightFull', ['straightFull'], anySeparator, 0.2),
]

function form(first: Shape, others: readonly Shape[], separator: string, trust: number): Form {
  return {
    first: sticky(shapes[first]),
    firstShape: first,
    others: others.map((shape) => ({ shape, pattern: sticky(shapes[shape]) })),
    separator: sticky(separator),
    trust,
  }
}

function sticky(source: string): RegExp {
  return new RegExp(source, 'uy')
}

function listIn(text: string, { first, firstShape, others, separator, trust }: Form): Candidate | undefined {
  const start = /^[\s"']*/.exec(text)![0].length
  const people: Person[] = []
  let end = start
  let next = matchAt(first, text, start)
  let shape: Person['shape'] = firstShape
  if (!next || isInitialsOnly(firstShape, next[0]) || isNoStraightName(firstShape, next[0])) return undefined
  while (next) {
    people.push({ shape, ...next.groups })
    end = next.index + next[0].length
    const between = matchAt(separator, text, end)
    if (!between) break
    const at = end + between[0].length
    if (etAlAt(text, at) > 0) break
    next = undefined
    for (const other of others) {
      next = matchAt(other.pattern, text, at)
      shape = other.shape
      if (next && !isNoStraightName(shape, next[0])) break
      next = undefined
    }
    if (!next) {
      next = matchAt(body, text, at)
      shape = 'body'
      if (next && !namesBodyAmongPersons(next[0])) next = undefined
    }
  }
  const tail = tailAt(text, end)
  const ending = endingAt(text, tail.end, people)
  if (ending === 0 && !tail.etAl) return undefined
  const score = (tail.etAl ? Math.max(ending, 4) : ending) + trust + Math.min(people.length, 40) * 0.5
  return { people, etAl: tail.etAl, end: tail.end, score }
}

/** "A. B. Barlind" in the form of "Anna Barlind": the form with initials reads it, and takes no title for a name. */
function isInitialsOnly(shape: Shape, written: string): boolean {
  return shape === 'straightFull' && /^(?:\p{Lu}\p{M}?\.[\s‐-]?){1,4}(?:\p{Ll}{1,4}\s)?\S+$/u.test(written)
}

/** A lone word, or particles and a family name: "Van der Ploeg" before its comma. */
function isNoStraightName(shape: Shape, written: string): boolean {
  if (shape !== 'straightFull') return false
  const given = written.split(/[\s.]+/).slice(0, -1)
  return given.every((word) => /^(?:de|van|von|del|della|la|le|los|las|der|den)$/i.test(word))
}

/** "the ENCODE Project Consortium" among persons. */
const body = sticky(
  String.raw`(?:(?:[Tt]he|[Oo]n behalf of(?: the)?|[Ff]or the)\s)?(?<literal>[\p{Lu}\d][^,;.:()“”"]{3,100})(?=[,;.:(]|\s(?:\(|\d{4}))`,
)

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text) ?? undefined
}

function etAlAt(text: string, offset: number): number {
  const found = matchAt(
    /\s*[,;]?\s*(?:\(?et\.?\s+al(?:ii|\b\.?)\)?|and\s+others\b|and\s+colleagues\b|u\.\s?a\.|等|и др\.)/uy,
    text,
    offset,
  )
  if (found) return found[0].length
  // Some cut a list with three dots and name nobody behind them.
  return matchAt(/\s*[,;]?\s*(?:…|\.\s?\.\s?\.)(?=\s*[(.])/uy, text, offset)?.[0].length ?? 0
}

/** "et al." and "(eds.)" behind the last name. */
function tailAt(text: string, offset: number): { end: number; etAl: boolean } {
  const length = etAlAt(text, offset)
  const end = offset + length
  const editors = matchAt(
    /,?\s*(?:\((?:[Ee]ds?|[Hh]rsg|[Hh]g|[Cc]omps?|[Tt]rans)\.?\)|[Ee]ds?\.|[Ee]ditors?\b)/y,
    text,
    end,
  )
  return { end: end + (editors?.[0].length ?? 0), etAl: length > 0 }
}

/** How surely a list of authors ends at `offset`, from 0 (it does not) to 5. */
function endingAt(text: string, offset: number, people: readonly Person[]): number {
  const after = text.slice(offset, offset + 40)
  const last = people[people.length - 1]!
  if (goesOn.test(after)) return 0
  if (/^\.?,?\s*[([]\s*(?:1[5-9]|20)\d\d|^\.?,?\s*\((?:n\.\s?d\.|in press|forthcoming)/.test(after)) return 5
  if (yearBehind.test(after) && (isInitialed(people) || !/^\s/.test(after))) return 4.5
  if (/^[.,:]{0,2}\s*["“„«‘]|^[.,:]{1,2}\s+'\S/.test(after)) return 4.5
  // "Barlind, Anna: Light" names an author, "Sleep in Berlin: Light" none.
  if (/^\.?:\s/.test(after)) return isInitialed(people) ? 3.5 : isInverted(people) ? 2.8 : 0
  if (/^\.\s+(?:\p{Lu}\.|&|and\s)/u.test(after) && last.shape === 'invertedBare') return 0
  if (/^\.\s+[\p{Lu}\p{Lo}\d[(¿¡]/u.test(after)) return 3.2
  if (/^\.\s+\S/.test(after)) return 3
  const closed = text[offset - 1] === '.'
  if (closed && /^\s+[\p{L}\d[(]/u.test(after) && last.shape !== 'straightFull') return 3
  if (
    /^,\s+[\p{L}\d]/u.test(after) &&
    people.every((one) => one.shape !== 'straightFull' || people.length > 1)
  )
    return 1.5
  if (/^[.\s]*$/.test(after)) return 0.5
  return 0
}

/** Another name follows that the form could not read. */
const goesOn = /^,?\s+(?:&|and|und|et|og|och|en)\s+\p{L}/u

const yearBehind = /^[.,:]{0,2}\s*(?:1[5-9]|20)\d\d[a-z]?(?=[.,:;)\s])/

function isInitialed(people: readonly Person[]): boolean {
  return people.every(({ shape }) => shape !== 'straightFull' && shape !== 'invertedFull')
}

function isInverted(people: readonly Person[]): boolean {
  return people.every(({ shape }) => shape === 'invertedFull')
}

/** A list that begins with a body ("World Health Organization. …"), or with a lone word before "et al." or a year. */
function bodyIn(text: string): AuthorList {
  const lone = /^(?<family>[\p{Lu}\p{L}][\p{L}\p{M}'’ -]{1,40}?)(?=,?\s+et\s+al\b)/u.exec(text)
  if (lone?.groups?.family) {
    const tail = tailAt(text, lone[0].length)
    return { authors: [{ family: lone.groups.family.trim() }], etAl: true, end: tail.end }
  }
  const found =
    /^\s*(?<literal>(?:[^“”"„«().]|\.(?!\s)){2,150}?)(?=\.?\s*\(\s*(?:1[5-9]|20)\d\d[a-z]?\b|[.,]\s*["“„«‘]|[.,]\s*(?:1[5-9]|20)\d\d[.,]\s)/u.exec(
      text,
    ) ?? /^\s*(?<literal>[\p{Lu}\d][^“”"„«().,:;]{2,80})(?=[.,]\s)/u.exec(text)
  const literal = found?.groups?.literal?.trim()
  if (!found || !literal) return { authors: [], etAl: false, end: 0 }
  const follows = text.slice(found[0].length)
  const sure = /^\.?\s*\(\s*(?:1[5-9]|20)\d\d|^[.,]\s*["“„«‘]|^[.,]\s*(?:1[5-9]|20)\d\d[.,]\s/.test(follows)
  const isLoneWord =
    /^\p{Lu}[\p{L}-]{1,30}$/u.test(literal) && /^\.\s[^.]{1,400}[.?!]\s+\p{Lu}/u.test(follows)
  if (!sure && !isLoneWord && (!namesBody(literal) || readsLikeTitle(literal)))
    return { authors: [], etAl: false, end: 0 }
  if (literal.split(/\s+/).length > 14) return { authors: [], etAl: false, end: 0 }
  return { authors: [{ literal }], etAl: false, end: found[0].length }
}

function authorOf({ shape, family, given, literal }: Person): Author {
  if (shape === 'body') return { literal: literal!.trim() }
  if (literal !== undefined) return namesBody(literal) ? { literal } : personOf(literal)
  if (namesBody(family!) && !/\s/.test(given!) && family!.includes(' '))
    return { literal: `${family!} ${given!}` }
  return { family: withoutCapitals(family!), given: given! }
}
