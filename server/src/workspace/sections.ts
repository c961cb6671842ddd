import { kindOfSection, type SectionKind } from '../claims/judge.js'
import type { Part } from '../prose/part.js'
import { countUpTo } from '../text/ascending.js'
import { derived } from '../text/derived.js'
import type { View } from './view.js'

/** What kind of text the section is that an offset lies in, as far as the headings above it tell. */
export function sectionKindAt(view: View, offset: number): SectionKind {
  const sections = sectionsOf(view)
  return sections[countUpTo(sections, offset, ({ start }) => start) - 1]?.kind ?? 'other'
}

/** The outermost heading above that tells something decides, as `kindOfSection` has it. */
const sectionsOf: (view: View) => readonly { readonly start: number; readonly kind: SectionKind }[] = derived(
  (view: View) => {
    const open: { level: number; kind: SectionKind }[] = []
    return view.document.parts.flatMap((place) =>
      headingsIn(place.part).map(({ start, level, kind }) => {
        while (open.length > 0 && open.at(-1)!.level >= level) open.pop()
        const outer = open.at(-1)?.kind ?? 'other'
        open.push({ level, kind: outer === 'other' ? kind : outer })
        return { start: place.start + start, kind: open.at(-1)!.kind }
      }),
    )
  },
)

const headingsIn = derived((part: Part) =>
  part.blocks.flatMap(({ block, start }) =>
    block.kind === 'heading' ? [{ start, level: block.level, kind: kindOfSection([block.text]) }] : [],
  ),
)
