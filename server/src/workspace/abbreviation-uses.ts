import { countUpTo } from '../text/ascending.js'
import { derived, derivedFromAll } from '../text/derived.js'
import { shifted, touches, type Span } from '../text/span.js'
import { abbreviationsInPart, definitionAt, definitionsByName, definitionsOf } from './abbreviations.js'
import type { Definition, Use } from './abbreviations.js'
import { outsideSources } from './cites.js'
import type { View } from './view.js'

/** The words of some consecutive parts that may be abbreviations, by how they are written, each with the number of its part in the run. */
type UsesOfRun = ReadonlyMap<string, readonly { readonly part: number; readonly use: Use }[]>

interface Run {
  readonly uses: UsesOfRun
  /** The same part by part. */
  readonly parts: readonly (readonly Use[])[]
  /** Where each of its parts begins. */
  readonly starts: readonly number[]
}

/** An edit makes one run anew: few parts to a run keep that short, few runs keep looking a word up short. */
const partsInRun = 16

/** The words of a document that may be abbreviations, in runs of parts: the same maps as long as no word of a run changes. */
export const runsOf: (view: View) => readonly Run[] = derived((view: View) => {
  const { parts } = view.document
  const runs: Run[] = []
  for (let i = 0; i < parts.length; i += partsInRun) {
    const some = parts.slice(i, i + partsInRun)
    const used = some.map((place) => outsideSources(view, place, () => abbreviationsInPart(place.part).uses))
    runs.push({ uses: merged(used), parts: used, starts: some.map(({ start }) => start) })
  }
  return runs
})

const merged = derivedFromAll((parts: readonly (readonly Use[])[]): UsesOfRun => {
  const uses = new Map<string, { part: number; use: Use }[]>()
  parts.forEach((items, part) => {
    for (const use of items) {
      const known = uses.get(use.written)
      if (known) known.push({ part, use })
      else uses.set(use.written, [{ part, use }])
    }
  })
  return uses
})

/** All places where a document writes an abbreviation, in order. */
export function usesOf(view: View, written: string): readonly Use[] {
  return runsOf(view).flatMap(({ uses, starts }) =>
    (uses.get(written) ?? []).map(({ part, use }) => ({ ...use, ...shifted(use, starts[part]!) })),
  )
}

/** How often a document writes an abbreviation. */
export function countOf(view: View, written: string): number {
  return runsOf(view).reduce((sum, { uses }) => sum + (uses.get(written)?.length ?? 0), 0)
}

/** The first of them that is wanted. */
export function firstUseOf(
  view: View,
  written: string,
  isWanted: (use: Use, start: number) => boolean,
): Use | undefined {
  for (const { uses, starts } of runsOf(view)) {
    const all = uses.get(written)
    if (!all) continue
    for (const { part, use } of all) {
      if (isWanted(use, starts[part]! + use.start)) return { ...use, ...shifted(use, starts[part]!) }
    }
  }
  return undefined
}

/** The abbreviation at an offset that the document spells out, and where it does. */
export function abbreviationAt(
  view: View,
  offset: number,
): { span: Span; definition: Definition } | undefined {
  const own = definitionsOf(view).find(({ short }) => touches(short, offset))
  if (own) return { span: own.short, definition: own }
  const defined = definitionsByName(view)
  const { parts } = view.document
  const place = parts[countUpTo(parts, offset, ({ start }) => start) - 1]
  if (!place) return undefined
  const use = outsideSources(view, place, () => abbreviationsInPart(place.part).uses)
    .filter((one) => defined.has(one.written) && touches(one, offset - place.start))
    .reduce<Use | undefined>((a, b) => (a && a.written.length >= b.written.length ? a : b), undefined)
  const definition = use && definitionAt(view, use.written, offset)
  return definition && { span: shifted(use, place.start), definition }
}
