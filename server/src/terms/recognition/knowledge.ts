import { derivedByFirst } from '../../text/derived.js'
import type { Span } from '../../text/span.js'
import { isOrdinaryWord } from '../case-policy.js'
import type { Lexicon } from '../lexicon.js'
import { hitAt, hitsIn, type Hit } from '../matcher.js'
import type { Knowledge } from './clues.js'
import { recognisedKindOf, type RecognisedKind } from './kinds.js'
import { formOf, mixed, wordsIn, type Words } from './words.js'

/** What an abbreviation stands for in a document, by the abbreviation. */
export type LongForms = ReadonlyMap<string, string>

/** Where a word stands in a listed name. */
const enum Place {
  alone = 1,
  first,
  inside,
  last,
}

/** The hits of a text that mean one kind of thing, each with its forms of that kind alone. */
export function hitsOfKind(hits: readonly Hit[], lexicon: Lexicon, kind: RecognisedKind): readonly Hit[] {
  return hits.flatMap((hit) => {
    const forms = hit.forms.filter(({ index }) => kindAt(lexicon, index) === kind)
    return forms.length > 0 ? [{ ...hit, forms }] : []
  })
}

function kindAt(lexicon: Lexicon, form: number): RecognisedKind | undefined {
  const concept = lexicon.concepts.get(lexicon.entries[form]!.concept)
  return concept && recognisedKindOf(concept.kind)
}

/** What the vocabularies and the document say of each word of a text. */
export function knowledgeOf(
  text: string,
  words: Words,
  hits: readonly Hit[],
  longForms: LongForms,
  lexicon: Lexicon,
  kind: RecognisedKind,
): Knowledge {
  const places = new Uint8Array(words.count)
  const listings = new Int32Array(words.count)
  let w = 0
  for (const hit of hits) {
    while (w < words.count && words.ends[w]! <= hit.start) w++
    const first = w
    while (w < words.count && words.starts[w]! < hit.end) w++
    const listing = listingOf(hit, lexicon)
    for (let i = first; i < w; i++) {
      listings[i] = listing
      places[i] =
        w - first === 1 ? Place.alone : i === first ? Place.first : i === w - 1 ? Place.last : Place.inside
    }
  }
  const known = usagesOf(lexicon.table, lexicon)[kind]
  const usages = new Int32Array(words.count)
  for (let i = 0; i < words.count; i++) usages[i] = usageOf(known, text, words, i)
  const heads = new Int32Array(words.count)
  const spelledOut = new Uint8Array(words.count)
  if (longForms.size > 0) {
    for (let i = 0; i < words.count; i++) {
      const long =
        longForms.get(text.slice(words.starts[i], words.ends[i])) ??
        longForms.get(singular(text, words.starts[i]!, words.ends[i]!))
      if (long === undefined) continue
      const head = /[^\s-]+$/.exec(long)
      heads[i] = head ? formOf(long, head.index, long.length) : 0
      spelledOut[i] = isListed(long, lexicon, kind)
    }
  }
  return { places, listings, usages, heads, spelledOut }
}

function singular(text: string, start: number, end: number): string {
  return text.charCodeAt(end - 1) === 0x73 ? text.slice(start, end - 1) : ''
}

/** 3 if a long form is a name, 2 if it ends in one, 1 if it holds one, 4 if it holds none. */
function isListed(long: string, lexicon: Lexicon, kind: RecognisedKind): number {
  const whole = hitAt(long, lexicon.table, { start: 0, end: long.length })
  if (whole && hitsOfKind([whole], lexicon, kind).length > 0) return 3
  const parts = hitsOfKind(hitsIn(long, lexicon.table), lexicon, kind)
  if (parts.length === 0) return 4
  return parts.at(-1)!.end === long.length ? 2 : 1
}

/** What kind of name was hit, as one number. */
function listingOf({ start, end, forms }: Hit & Span, lexicon: Lexicon): number {
  let standing = 2
  let isAsGiven = 0
  const concepts = new Set<string>()
  for (const form of forms) {
    const entry = lexicon.entries[form.index]!
    standing = Math.min(standing, entry.standing)
    if (form.asGiven) isAsGiven = 1
    concepts.add(entry.concept)
  }
  const { text } = lexicon.table.forms[forms[0]!.index]!
  const length = end - start
  const size = length <= 5 ? length : length <= 7 ? 6 : length <= 10 ? 7 : length <= 20 ? 8 : 9
  const nature = (isOrdinaryWord(text) ? 1 : 0) + (text.includes(' ') ? 2 : 0) + (forms[0]!.isPlural ? 4 : 0)
  return (
    mixed(mixed(mixed(mixed(mixed(1, size), standing), isAsGiven), Math.min(3, concepts.size)), nature) | 1
  )
}

/** How many listed names hold a word: at their beginning, at their end, and anywhere. By the word's form. */
type Usages = ReadonlyMap<number, { first: number; last: number; all: number }>

const usagesOf = derivedByFirst(
  (_table: Lexicon['table'], lexicon: Lexicon): Readonly<Record<RecognisedKind, Usages>> => {
    const usages = { gene: new Map(), chemical: new Map(), disease: new Map() } as Record<
      RecognisedKind,
      Map<number, { first: number; last: number; all: number }>
    >
    lexicon.table.forms.forEach(({ text }, index) => {
      if (lexicon.entries[index]!.standing > 1) return
      const kind = kindAt(lexicon, index)
      if (!kind) return
      const words = wordsIn(text)
      for (let w = 0; w < words.count; w++) {
        const form = words.forms[w]!
        let known = usages[kind].get(form)
        if (!known) usages[kind].set(form, (known = { first: 0, last: 0, all: 0 }))
        known.all++
        if (w === 0) known.first++
        if (w === words.count - 1) known.last++
      }
    })
    return usages
  },
)

function usageOf(usages: Usages, text: string, words: Words, w: number): number {
  const start = words.starts[w]!
  const end = words.ends[w]!
  const known =
    usages.get(words.forms[w]!) ??
    (end - start > 3 && text.charCodeAt(end - 1) === 0x73
      ? usages.get(formOf(text, start, end - 1))
      : undefined)
  if (!known) return 0
  return 1 + size(known.all) + 8 * size(known.first) + 64 * size(known.last)
}

/** Orders of magnitude: 0, 1, 2–3, 4–7, … up to 7. */
function size(count: number): number {
  return Math.min(7, count === 0 ? 0 : 1 + Math.floor(Math.log2(count) / 1.5))
}
