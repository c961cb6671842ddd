import type { Entry, ReferenceFields } from '../entry.js'
import { parseReference } from '../reference/parse.js'
import { foldedTitle } from '../same-work.js'
import { styleOf, writtenReference } from '../write-reference.js'
import { authorStyleOf } from './author-style.js'
import { pageLike } from './page-form.js'
import {
  patternOf,
  plainPattern,
  writtenBy,
  type Cutting,
  type Example,
  type Pattern,
  type Slot,
} from './pattern.js'

/** More examples tell nothing new. */
const mostExamples = 60

/**
 * A reference written like those of a list: by the pattern of the one that has the same fields, so that no style need be
 * known by name. Undefined where no way of writing it is read back with what it says.
 *
 * @param given what is to be written
 * @param examples other references of the list; without any the reference is written as most of medicine does
 * @param accepts what the text has to fulfil besides
 */
export function writtenLike(
  given: ReferenceFields,
  examples: readonly Example[],
  accepts?: (text: string) => boolean,
): string | undefined {
  const fields = {
    ...given,
    ...pageLike(
      given.page,
      examples.map((one) => one.fields.page),
    ),
  }
  const some = examples.slice(-mostExamples).map(onOneLine)
  const cutting = cuttingOf(some)
  for (const pattern of patternsOf(fields, some)) {
    const text = writtenBy(pattern, fields, cutting)
    if (saysWhat(text, pattern, fields) && (accepts?.(text) ?? true)) return text
  }
  return undefined
}

/** Where the lines of an example break says nothing of its style. */
function onOneLine({ text, fields }: Example): Example {
  return { text: text.replace(/\s+/g, ' '), fields }
}

/** The same, but always written: where no pattern is read back, in the nearest of the styles that are known by name. */
export function writtenInStyle(entry: Entry, examples: readonly Example[]): string {
  return writtenLike(entry, examples) ?? writtenReference(entry, styleOf(examples.map(({ text }) => text)))
}

/** The patterns of the examples, those first that have a place for all that there is and nothing that is missing. */
function patternsOf(fields: ReferenceFields, examples: readonly Example[]): readonly Pattern[] {
  const style = authorStyleOf(
    examples.map(({ text, fields: { authors, etAl } }) => ({ text, authors, etAl })),
  )
  const { whole } = cuttingOf(examples)
  const isCut = fields.etAl || fields.authors.length > whole
  const ranked = style
    ? examples.flatMap((example, index) => {
        const pattern = patternOf(example, style)
        if (!pattern) return []
        const isOther = [
          example.fields.type !== fields.type,
          example.fields.etAl !== isCut,
          (fields.page?.includes('-') ?? !pattern.hasOnePage) === pattern.hasOnePage,
        ]
        const misfits = slotsMissing(pattern, fields) + isOther.filter(Boolean).length
        return [{ pattern, misfits, index }]
      })
    : []
  ranked.sort((a, b) => a.misfits - b.misfits || b.index - a.index)
  // One identifier leads to a work; a list that wants more of them gives an example.
  const slots = plainPattern.slots.filter(({ slot }) => slot !== 'pmid' || fields.doi === undefined)
  const plain = { ...plainPattern, slots, ...(style && { authors: style }) }
  return [...ranked.slice(0, 8).flatMap(({ pattern }) => [pattern, ...identified(pattern, fields)]), plain]
}

/** The same with an identifier at its end, for a reference whose own the pattern has no place for. */
function identified(pattern: Pattern, { doi, pmid }: ReferenceFields): readonly Pattern[] {
  const slot = doi !== undefined ? 'doi' : pmid !== undefined ? 'pmid' : undefined
  if (slot === undefined || pattern.slots.some((one) => one.slot === slot)) return []
  const before = `${pattern.end.trimEnd().replace(/\.?$/, '.')} ${slot === 'doi' ? 'doi:' : 'PMID: '}`
  return [{ ...pattern, slots: [...pattern.slots, { before, slot }], end: '' }]
}

const allSlots: readonly Slot[] = ['title', 'container', 'year', 'volume', 'issue', 'page', 'doi']

/** How many fields have no place in the pattern, and places no field. */
function slotsMissing({ slots }: Pattern, fields: ReferenceFields): number {
  const places = new Set(slots.map(({ slot }) => slot))
  const homeless = allSlots.filter((slot) => fields[slot] !== undefined && !places.has(slot)).length
  return homeless + slots.filter(({ slot }) => fields[slot] === undefined).length
}

/** Lists of authors are cut where they are longer than all that are whole; never where none is cut. */
function cuttingOf(examples: readonly Example[]): Cutting {
  const counts = (etAl: boolean) =>
    examples.filter(({ fields }) => fields.etAl === etAl).map(({ fields }) => fields.authors.length)
  const cut = counts(true).sort((a, b) => a - b)
  if (cut.length === 0) return { whole: Infinity, shown: Infinity }
  const shown = cut[Math.floor(cut.length / 2)]!
  return { whole: Math.max(shown, ...counts(false)), shown }
}

/** Whether a text is read back with the fields that the pattern has places for. */
function saysWhat(text: string, pattern: Pattern, fields: ReferenceFields): boolean {
  const read = parseReference(text)
  const names = (of: ReferenceFields) =>
    of.authors.map(({ family, literal, given }) => foldedTitle(family ?? literal ?? given))
  const shown = names(read)
  const areNamed =
    names(fields).slice(0, shown.length).join() === shown.join() &&
    (shown.length > 0 || fields.authors.length === 0)
  return (
    areNamed &&
    read.year === fields.year &&
    (read.etAl || shown.length === fields.authors.length) &&
    pattern.slots.every(
      ({ slot }) =>
        fields[slot] === undefined ||
        slot === 'pmid' ||
        foldedTitle(String(read[slot] ?? '')) === foldedTitle(String(fields[slot])),
    )
  )
}
