import { foldFamily } from '../text/author-year.js'
import type { ReferenceFields } from './entry.js'

/** How much of the shorter title has to stand in the longer one: a subtitle may be missing, a word be spelled otherwise. */
const leastShared = 0.5

/**
 * Whether two descriptions are of one work, as far as their titles tell. Where the titles differ, as with translations,
 * author, year and place in the journal decide. A work without a title is not judged: it may be the same.
 */
export function mayBeSameWork(one: ReferenceFields, other: ReferenceFields): boolean {
  const [words, others] = [wordsOf(one.title), wordsOf(other.title)]
  if (words.size === 0 || others.size === 0) return true
  const [shorter, longer] = words.size <= others.size ? [words, others] : [others, words]
  const shared = [...shorter].filter((word) => longer.has(word)).length
  return shared >= leastShared * shorter.size || arePlacedAlike(one, other)
}

/** First author and year, and volume or first page. */
function arePlacedAlike(one: ReferenceFields, other: ReferenceFields): boolean {
  const [family, another] = [one, other].map(({ authors }) => authors[0]?.family ?? authors[0]?.literal)
  if (!family || !another || foldFamily(family) !== foldFamily(another)) return false
  if (one.year === undefined || other.year === undefined || Math.abs(one.year - other.year) > 1) return false
  const firstPage = ({ page }: ReferenceFields) => page?.split('-')[0]
  return (
    (one.volume !== undefined && one.volume === other.volume) ||
    (firstPage(one) !== undefined && firstPage(one) === firstPage(other))
  )
}

/** The words that tell a title from others, without case, diacritics and the forms of a plural. */
function wordsOf(title = ''): ReadonlySet<string> {
  const folded = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[α-ω]/g, (letter) => greek[letter] ?? letter)
  const words = [...folded.matchAll(/[\p{L}\p{N}]{1,60}/gu)].map(([word]) => word)
  const telling = words
    .filter((word) => !everyday.has(word))
    .map((word) => word.replace(/(?<=\p{L}{3})e?s$/u, ''))
  return new Set(telling.length > 0 ? telling : words)
}

const everyday = new Set('a an and as at by for from in into is its of on or the to with der die das und von la le les de des et en el los y'.split(' ')) // prettier-ignore

const greek: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', κ: 'kappa', λ: 'lambda',
  μ: 'mu', ν: 'nu', π: 'pi', ρ: 'rho', σ: 'sigma', τ: 'tau', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
} // prettier-ignore
