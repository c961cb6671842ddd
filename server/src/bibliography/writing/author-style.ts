import type { Author } from '../entry.js'

/** How a list writes the names of authors. */
export interface AuthorStyle {
  /** "Barlind A, Wren B", "Barlind A, B Wren" or "A Barlind, B Wren". */
  readonly order: 'inverted' | 'first inverted' | 'straight'
  /** What of the given names: all of it, or initials as "AB", "A.B.", "A. B." or "A B". */
  readonly given: 'whole' | 'AB' | 'A.B.' | 'A. B.' | 'A B'
  /** Between family and given name where the family name comes first. */
  readonly comma: ' ' | ', '
  readonly between: string
  /** Before the last of three and more. */
  readonly last: string
  /** Between two, where there are no others: "Barlind and Wren". */
  readonly pair: string
}

const lasts = [', ', '; ', ', and ', ' and ', ', & ', ' & ', '; and ']

/** All styles but for how a list of authors ends. Of several that fit as well the first is taken: what is usual in medicine. */
const beginnings: readonly AuthorStyle[] = (['inverted', 'first inverted', 'straight'] as const).flatMap(
  (order) =>
    (['AB', 'A.B.', 'A. B.', 'A B', 'whole'] as const).flatMap((given) =>
      ([' ', ', '] as const).flatMap((comma) =>
        [', ', '; '].map((between) => ({ order, given, comma, between, last: between, pair: between })),
      ),
    ),
)

/** The authors of some references, and the texts that begin with them. */
export interface Named {
  readonly text: string
  readonly authors: readonly Author[]
  /** The list of authors is cut short. */
  readonly etAl: boolean
}

/** The style in which most of some texts begin with their authors; undefined where none does. */
export function authorStyleOf(texts: readonly Named[]): AuthorStyle | undefined {
  const best = fitting(beginnings, texts, beginsLike)
  if (!best) return undefined
  const endings = lasts.map((last) => ({ ...best, last, pair: last }))
  const ofTwo = texts.filter(({ authors, etAl }) => authors.length === 2 && !etAl)
  const ofMore = texts.filter(({ authors, etAl }) => authors.length > 2 && !etAl)
  const { last } = fitting(endings, ofMore) ?? fitting(endings, ofTwo) ?? best
  return { ...best, last, pair: fitting(endings, ofTwo)?.pair ?? last }
}

/** The first of the styles that fit most of some texts; undefined where none fits any. */
function fitting(
  candidates: readonly AuthorStyle[],
  texts: readonly Named[],
  fits = isWrittenIn,
): AuthorStyle | undefined {
  let best: AuthorStyle | undefined
  let most = 0
  for (const style of candidates) {
    const count = texts.filter((one) => fits(one, style)).length
    if (count <= most) continue
    best = style
    most = count
  }
  return best
}

/** Whether a text begins with its first two authors as a style writes them, whatever stands before the last of a list. */
function beginsLike({ text, authors, etAl }: Named, style: AuthorStyle): boolean {
  const isMore = etAl || authors.length > 2
  const some = { text, authors: authors.slice(0, 2), etAl: true }
  if (isMore || authors.length < 2) return isWrittenIn(some, style)
  return lasts.some((between) => isWrittenIn(some, { ...style, between }))
}

/** Initials look the same in a style that writes whole names, so those must show one. */
function isWrittenIn(named: Named, style: AuthorStyle): boolean {
  const isWhole = named.authors.some(({ given = '' }) => /\p{Ll}{2}/u.test(given))
  return named.authors.length > 0 && isWhole === (style.given === 'whole') && beginsWith(named, style)
}

/** Whether a text begins with its authors as a style writes them, and with no part of a name behind them. */
export function beginsWith({ text, authors, etAl }: Named, style: AuthorStyle): boolean {
  const names = writtenAuthors(authors, style, etAl)
  return text.startsWith(names) && !/^[\p{L}\p{N}-]/u.test(text.slice(names.length))
}

/**
 * The names of authors as a style writes them, without anything behind the last.
 *
 * @param isCut more would follow, so that the last of them is not the last author
 */
export function writtenAuthors(authors: readonly Author[], style: AuthorStyle, isCut: boolean): string {
  const names = authors.map((author, i) => written(author, style, i === 0))
  if (isCut) return names.join(style.between)
  const last = names.pop() ?? ''
  if (names.length === 0) return last
  return names.join(style.between) + (names.length === 1 ? style.pair : style.last) + last
}

function written({ family, given, literal }: Author, style: AuthorStyle, isFirst: boolean): string {
  if (family === undefined) return literal ?? given ?? ''
  const first = given === undefined ? '' : givenAs(given, style.given)
  if (first === '') return family
  const isInverted = style.order === 'inverted' || (style.order === 'first inverted' && isFirst)
  return isInverted ? `${family}${style.comma}${first}` : `${first} ${family}`
}

function givenAs(given: string, form: AuthorStyle['given']): string {
  // Who is known by initials alone has points behind them where others have whole names.
  if (form === 'whole') return given.replace(/(?<!\p{L})\p{Lu}(?=\s|$)/gu, '$&.')
  const initials = initialsOf(given)
  if (form === 'AB') return initials.map(({ letter }) => letter).join('')
  if (form === 'A B') return initials.map(({ letter }) => letter).join(' ')
  const gap = form === 'A. B.' ? ' ' : ''
  return initials.map(({ letter, isJoined }, i) => `${isJoined ? '-' : i > 0 ? gap : ''}${letter}.`).join('')
}

interface Initial {
  readonly letter: string
  /** A hyphen joins it to the one before: the B of "Anna-Bea", which is "A.-B.". */
  readonly isJoined: boolean
}

/** "Anna Bea", "A. B." and "AB" are A and B. */
function initialsOf(given: string): readonly Initial[] {
  const isRun = /^\p{Lu}{2,4}$/u.test(given)
  const letters = isRun ? given.matchAll(/\p{Lu}/gu) : given.matchAll(/(?<![\p{L}\p{M}'’])\p{L}\p{M}{0,3}/gu)
  return [...letters].map(({ 0: letter, index }) => {
    return {
      letter: letter.toUpperCase(),
      isJoined: /[-‐‑]$/.test(given.slice(Math.max(0, index - 1), index)),
    }
  })
}
