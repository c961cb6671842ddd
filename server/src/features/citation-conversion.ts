import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { namesLabel } from '../bibliography/render.js'
import { syntaxNamed } from '../citations/index.js'
import type { Writable } from '../citations/syntaxes/syntax.js'
import { citesOf, type PlacedCite } from '../workspace/cites.js'
import type { View } from '../workspace/view.js'
import { writableEntry } from './citation-edit.js'
import { rangeOf } from './places.js'

/** The dialects that a citation can be converted between where it stands: all of them come before the full stop. */
export const convertible = ['numeric', 'author-year', 'pandoc'] as const
export type Convertible = (typeof convertible)[number]

/** What each dialect is called in the title of an action. */
export const dialectNames: Readonly<Record<Convertible, string>> = {
  numeric: 'numbers',
  'author-year': 'author and year',
  pandoc: 'cite keys',
}

/**
 * The edit that writes one citation in another dialect; undefined where that would not say exactly the same.
 *
 * @param keyOf keys of entries that will have one
 */
export function convertedCite(
  view: View,
  cite: PlacedCite,
  to: Convertible,
  keyOf?: (entry: Entry) => string | undefined,
): TextEdit | undefined {
  const works = worksOf(cite, keyOf)
  if (cite.syntax === to || !works || !isBare(view, cite)) return undefined
  const newText = isNarrative(view, cite) ? narrative(cite, works, to) : syntaxNamed(to)?.write(works)
  return newText === undefined ? undefined : { range: rangeOf(view, cite), newText }
}

/** The edits that convert the whole document; undefined where one citation cannot be, or none needs to. */
export function convertedDocument(view: View, to: Convertible): readonly TextEdit[] | undefined {
  const cites = citesOf(view).filter(
    ({ syntax }) => syntax !== to && convertible.some((one) => one === syntax),
  )
  const edits = cites.map((cite) => convertedCite(view, cite, to))
  return edits.length > 0 && edits.every((edit) => edit !== undefined) ? edits : undefined
}

/** Each target must lead to one entry. */
function worksOf(
  { targets }: PlacedCite,
  keyOf?: (entry: Entry) => string | undefined,
): readonly Writable[] | undefined {
  if (targets.length === 0 || targets.some(({ entries }) => entries.length !== 1)) return undefined
  return targets.map(({ entries }) => {
    const key = keyOf?.(entries[0]!)
    return key === undefined ? writableEntry(entries[0]!) : { ...writableEntry(entries[0]!), key }
  })
}

/** Whether a citation says nothing but its works: a page or a "see" would be lost. */
function isBare(view: View, { start, end, targets }: PlacedCite): boolean {
  let rest = ''
  let at = start
  for (const target of targets) {
    // Numbers that a range stands for share a place.
    if (target.start >= at) rest += view.document.text.slice(at, target.start)
    at = Math.max(at, target.end)
  }
  rest += view.document.text.slice(at, end)
  return /^[\s[\]();,@{}‐‑–—-]{0,80}$/.test(rest)
}

/** "Barlind (2009) found" and "@barlind2009 found": the citation is a part of the sentence. */
function isNarrative(view: View, { start }: PlacedCite): boolean {
  return !/[[(]/.test(view.document.text[start] ?? '')
}

function narrative({ targets }: PlacedCite, works: readonly Writable[], to: Convertible): string | undefined {
  const [work] = works
  const entry = targets[0]!.entries[0]!
  const names = namesLabel(entry)
  if (!work || works.length > 1) return undefined
  if (to === 'pandoc') return syntaxNamed('pandoc')?.write([work])?.slice(1, -1)
  if (names === undefined) return undefined
  if (to === 'author-year') return entry.year === undefined ? undefined : `${names} (${entry.year})`
  const number = syntaxNamed('numeric')?.write([work])
  return number && `${names} ${number}`
}
