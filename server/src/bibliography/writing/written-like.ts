import type { Entry, ReferenceFields } from '../entry.js'
import { parseReference } from '../reference/parse.js'
import { foldedTitle } from '../same-work.js'
import { styleOf, writtenReference } from '../write-reference.js'
import { habitsOf, type Habits } from './habits.js'
import { pageLike } from './page-form.js'
import { plainPattern, writtenBy, type Example, type Pattern, type Slot } from './pattern.js'

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
  const habits = habitsOf(examples)
  for (const pattern of patternsFor(fields, habits)) {
    const text = writtenBy(pattern, fields, habits.cutting)
    if (saysWhat(text, pattern, fields) && (accepts?.(text) ?? true)) return text
  }
  return undefined
}

/** The same, but always written: where no pattern is read back, in the nearest of the styles that are known by name. */
export function writtenInStyle(entry: Entry, examples: readonly Example[]): string {
  return writtenLike(entry, examples) ?? writtenReference(entry, styleOf(examples.map(({ text }) => text)))
}

/** The patterns of a list, those first that have a place for all that there is and nothing that is missing. */
function patternsFor(fields: ReferenceFields, { authors, cutting, patterns }: Habits): readonly Pattern[] {
  const isCut = fields.etAl || fields.authors.length > cutting.whole
  const ranked = patterns.map(({ pattern, example }, index) => {
    const isOther = [
      example.fields.type !== fields.type,
      example.fields.etAl !== isCut,
      (fields.page?.includes('-') ?? !pattern.hasOnePage) === pattern.hasOnePage,
    ]
    return { pattern, misfits: slotsMissing(pattern, fields) + isOther.filter(Boolean).length, index }
  })
  ranked.sort((a, b) => a.misfits - b.misfits || b.index - a.index)
  // One identifier leads to a work; a list that wants more of them gives an example.
  const slots = plainPattern.slots.filter(({ slot }) => slot !== 'pmid' || fields.doi === undefined)
  const plain = { ...plainPattern, slots, ...(authors && { authors }) }
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
