import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../../bibliography/entry.js'
import { namesLabel } from '../../bibliography/render.js'
import { syntaxNamed } from '../../citations/index.js'
import { writtenKey } from '../../citations/syntaxes/keys.js'
import type { Writable } from '../../citations/syntaxes/syntax.js'
import type { View } from '../../workspace/view.js'
import { rangeOf } from '../places.js'
import type { CiteReading } from './read-cite.js'

/** The dialects that citations can be converted to. */
export const convertible = ['numeric', 'author-year', 'pandoc', 'footnote'] as const
export type Convertible = (typeof convertible)[number]

/** The edit that says a citation in another dialect, on the right side of the full stop; undefined where it would not say exactly the same. */
export function writtenCite(
  view: View,
  reading: CiteReading,
  to: Convertible,
  writableFor: (entry: Entry) => Writable | undefined,
): TextEdit | undefined {
  const works = reading.works.map(({ entry }) => writableFor(entry))
  if (works.some((work) => work === undefined)) return undefined
  const { whole } = reading
  const meant: CiteReading =
    to === 'pandoc' && whole ? { ...reading, role: 'narrative', span: whole } : reading
  const text = writers[to](meant, works as Writable[])
  return text === undefined ? undefined : placed(view, meant, to, text)
}

type Writer = (reading: CiteReading, works: readonly Writable[]) => string | undefined

const writers: Readonly<Record<Convertible, Writer>> = {
  numeric(reading, works) {
    const { prefix, role } = reading
    const suffix = soleSuffix(reading)
    const text = syntaxNamed('numeric')!.write(works)
    if (text === undefined || suffix === undefined) return undefined
    const bracket = `[${lead(prefix)}${text.slice(1, -1)}${suffix}]`
    return role === 'narrative' ? behindNames(reading, bracket) : bracket
  },
  'author-year'({ prefix, role, works: read }, works) {
    if (role !== 'bracketed') {
      const years = read.map(
        ({ entry: { year, yearLetter = '' }, suffix }) => year && `${year}${yearLetter}${suffix}`,
      )
      if (years.length > 1 || years[0] === undefined || prefix !== '') return undefined
      return role === 'named' ? `(${years[0]})` : behindNames({ works: read }, `(${years[0]})`)
    }
    if (works.some(({ label }) => label === undefined)) return undefined
    return `(${lead(prefix)}${works.map(({ label }, i) => `${label!}${read[i]!.suffix}`).join('; ')})`
  },
  pandoc({ prefix, role, works: read }, works) {
    if (works.some(({ key }) => key === undefined)) return undefined
    const sign = role === 'named' ? '-@' : '@'
    const keys = works.map(({ key }, i) => `${sign}${writtenKey(key!)}${read[i]!.suffix}`)
    if (role === 'narrative' && keys.length === 1 && prefix === '')
      return `@${writtenKey(works[0]!.key!)}${read[0]!.suffix.replace(/^, (.+)$/, ' [$1]')}`
    return `[${lead(prefix)}${keys.join('; ')}]`
  },
  footnote(reading, works) {
    const text = syntaxNamed('footnote')!.write(works)
    if (text === undefined || reading.prefix !== '' || soleSuffix(reading) !== '') return undefined
    return reading.role === 'narrative' ? behindNames(reading, text) : text
  },
}

function lead(prefix: string): string {
  return prefix === '' ? '' : `${prefix} `
}

/** What stands behind the only work; a page behind one of several numbers would belong to all of them. */
function soleSuffix({ works }: CiteReading): string | undefined {
  const suffixes = works.map(({ suffix }) => suffix)
  if (suffixes.every((suffix) => suffix === '')) return ''
  return works.length === 1 ? suffixes[0] : undefined
}

/** "@barlind2009 found" names its authors: "Barlind [3] found". */
function behindNames({ works }: Pick<CiteReading, 'works'>, text: string): string | undefined {
  const names = works.length === 1 ? namesLabel(works[0]!.entry) : undefined
  return names === undefined ? undefined : `${names}${text.startsWith('[^') ? '' : ' '}${text}`
}

/** Brackets stand before the punctuation that ends their clause, with a space before them; notes behind it, without one. */
function placed(view: View, { span, syntax, role }: CiteReading, to: Convertible, text: string): TextEdit {
  const { content } = view.document
  const before = content.slice(Math.max(0, span.start - 12), span.start)
  const after = content.slice(span.end, span.end + 8)
  const isAfterStop = syntaxNamed(syntax)?.placement === 'after-stop'
  const goesAfterStop = syntaxNamed(to)!.placement === 'after-stop'
  // A citation of several words in a row of brackets, or one that is the subject, stays where it is.
  if (role === 'narrative') return edit(view, span, text)
  const isSpaced = /^\s/.test(content.slice(span.start, span.start + 1))
  if (isAfterStop && !goesAfterStop) {
    const stops = /(?<!\bal|\be\.g|\bi\.e|\bcf|\bvs)[.,;:!?]{1,3}$/.exec(before)?.[0] ?? ''
    const isOpen = stops === '' && (before === '' || /[\s([]$/.test(before))
    return edit(view, { ...span, start: span.start - stops.length }, `${isOpen ? '' : ' '}${text}${stops}`)
  }
  if (!isAfterStop && goesAfterStop) {
    const blanks = isSpaced ? '' : (/(?<=[\p{L}\p{N}\p{P}\p{S}])[^\S\r\n]{1,3}$/u.exec(before)?.[0] ?? '')
    const stops = /^[.,;:!?]{1,3}/.exec(after)?.[0] ?? ''
    return edit(view, { start: span.start - blanks.length, end: span.end + stops.length }, `${stops}${text}`)
  }
  return edit(view, span, `${isSpaced && !goesAfterStop ? ' ' : ''}${text}`)
}

function edit(view: View, span: CiteReading['span'], newText: string): TextEdit {
  return { range: rangeOf(view, span), newText }
}
