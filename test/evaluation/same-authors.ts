import type { Author, ReferenceFields } from '../../server/src/bibliography/entry.js'

export function authorsFit(
  { authors, etAl }: ReferenceFields,
  gold: readonly Author[],
  text: string,
): boolean {
  const shown = folded(text)
  const isCut = /\bet al\b|\bu\. a\.|…|\. \. \./.test(text)
  if (gold.length === 0) return true
  const found = authors.map(familyOf)
  const expected = gold.map(familyOf)
  if (!isCut)
    return found.length === expected.length && found.every((_, i) => sameAuthor(authors[i]!, gold[i]!))
  if (!etAl && !text.includes('…')) return false
  const visible = expected.findIndex((family) => !shown.includes(family))
  const atLeast = Math.min(visible < 0 ? expected.length : visible, 1)
  return (
    found.length >= atLeast &&
    found.every(
      (family, i) =>
        sameAuthor(authors[i]!, gold[i] ?? {}) || (i === found.length - 1 && family === expected.at(-1)),
    )
  )
}

function sameAuthor(found: Author, gold: Author): boolean {
  if (gold.literal ?? !gold.given) {
    const written = found.literal ?? [found.given, found.family].filter(Boolean).join(' ')
    return folded(written) === folded(gold.literal ?? gold.family ?? '') || familyOf(found) === familyOf(gold)
  }
  const initial = (name = '') => /\p{L}/u.exec(folded(name))?.[0]
  return familyOf(found) === familyOf(gold) && initial(found.given) === initial(gold.given)
}

function familyOf({ family, literal }: Author): string {
  return folded(family ?? literal ?? '')
}

export function folded(value: string): string {
  return value
    .replace(/<\/?\w+[^<>]{0,60}>/g, '')
    .replace(/&amp;/g, '&')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[“”„«»"‘’ʼ`']/g, "'")
    .replace(/[*^]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s'.,;:]+|[\s'.,;:]+$/g, '')
}
