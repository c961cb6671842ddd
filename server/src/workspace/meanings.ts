import { abbreviationsIn } from '../terms/abbreviations.js'
import type { Concept } from '../terms/concept.js'
import { knownAbbreviations } from '../terms/known-abbreviations.js'
import type { Lexicon } from '../terms/lexicon.js'
import { mentionsInText } from '../terms/mentions.js'
import { longestShort } from '../terms/abbreviations/short-form.js'
import { countUpTo } from '../text/ascending.js'
import { derived } from '../text/derived.js'
import type { Name } from '../text/name.js'
import { overlaps, type Span } from '../text/span.js'
import { usesOf } from './abbreviation-uses.js'
import { definitionAt, definitionsByName, definitionsOf, type Definition } from './abbreviations.js'
import { sectionKindAt } from './sections.js'
import type { View } from './view.js'

/** What an abbreviation stands for: in the document where that says so, else the name of its concept whose letters it takes. */
export function longFormOf(view: View, written: string, offset: number): string | undefined {
  const definition = definitionAt(view, written, offset)
  if (definition) return definition.meaning
  const [mention, ...others] = mentionsInText(written, view.lexicon)
  const concept = mention && others.length === 0 ? view.lexicon.concepts.get(mention.concept) : undefined
  return concept?.names.find(({ text }) => spells(text, written))?.text
}

function spells(longForm: string, written: string): boolean {
  const text = `${longForm} (${written})`
  return abbreviationsIn(text).some(({ long }) => long.start === 0 && long.end === longForm.length)
}

/** Whether an abbreviation needs no explanation: because everybody knows it, or the project says so. */
export function isKnown({ settings }: View, written: string): boolean {
  return knownAbbreviations.has(written) || settings.knownAbbreviations.includes(written)
}

/** Whether a name is the preferred one of the concept that it names: a symbol like TrkB, which is no shorthand for other words. */
export function isSymbol(lexicon: Lexicon, written: string): boolean {
  return mentionsInText(written, lexicon).some(({ start, end, candidates }) => {
    if (end - start !== written.length) return false
    return candidates.some((name) => lexicon.concepts.get(name)?.preferredName === written)
  })
}

/** The concept that the words of a definition name; undefined where no vocabulary has them. */
export const conceptMeant: (view: View, definition: Definition) => Name | undefined = derived(
  (view: View, { meaning }: Definition) =>
    mentionsInText(meaning, view.lexicon).find(({ start, end }) => start === 0 && end === meaning.length)
      ?.concept,
)

/** Whether the words of a definition can be meant for a concept: they share a word with one of its names, or it has only symbols. */
export function canMean({ meaning }: Definition, { names }: Concept): boolean {
  const words = wordsOf(meaning)
  const phrases = names.map(({ text }) => wordsOf(text)).filter((phrase) => phrase.length > 0)
  return phrases.length === 0 || phrases.some((phrase) => phrase.some((word) => words.includes(word)))
}

/** Whether two long forms say the same, give or take a plural, a hyphen or an adjective. */
export function saysTheSame(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const shared = a.filter((word) => b.includes(word)).length
  return shared * 2 > Math.min(a.length, b.length)
}

/** The words that carry a meaning, without the endings of a plural. */
function wordsOf(text: string): readonly string[] {
  return [...text.toLowerCase().matchAll(/\p{L}{4,40}/gu)].map(([word]) =>
    word.replace(/(?:es|s)$/, '').slice(0, 7),
  )
}

/** The definitions that readers of the running text meet, in order: none of abstracts, captions, tables and lists of abbreviations. */
export const definitionsInBody: (view: View) => readonly Definition[] = derived((view: View) =>
  definitionsOf(view).filter(({ place, short }) => place === 'prose' && isBody(view, short.start)),
)

/** Whether an offset lies in the running text: an abstract stands by itself, and what comes at the end is no argument. */
export function isBody(view: View, offset: number): boolean {
  const kind = sectionKindAt(view, offset)
  return kind !== 'abstract' && kind !== 'end matter'
}

/** Mentions in the light of what their document says that its abbreviations stand for: that goes before what vocabularies say. */
export function inDefinedSense<T extends Sense>(view: View, mentions: readonly T[]): readonly (T | Sense)[] {
  const defined = definitionsByName(view)
  if (defined.size === 0) return mentions
  const kept = mentions.flatMap((mention): readonly (T | Sense)[] => {
    if (mention.end - mention.start > longestShort) return [mention]
    const written = view.document.content.slice(mention.start, mention.end)
    const definition = defined.has(written) ? definitionAt(view, written, mention.start) : undefined
    if (!definition) return [mention]
    const meant = conceptMeant(view, definition)
    if (meant !== undefined) return [meant === mention.concept ? mention : senseOf(mention, meant)]
    const concept = view.lexicon.concepts.get(mention.concept)
    return concept && !canMean(definition, concept) ? [] : [mention]
  })
  return withUses(view, kept)
}

/** A stretch of a document, and the concept that it names. */
export interface Sense extends Span {
  readonly concept: Name
  readonly candidates: readonly Name[]
}

function senseOf({ start, end }: Span, concept: Name): Sense {
  return { start, end, concept, candidates: [concept] }
}

/** Adds the uses of abbreviations whose long form is a concept, although no vocabulary has the abbreviation. */
function withUses<T extends Sense>(view: View, mentions: readonly T[]): readonly (T | Sense)[] {
  const starts = new Set(mentions.map(({ start }) => start))
  const added = [...definitionsByName(view).keys()].flatMap((written) =>
    usesOf(view, written).flatMap((use) => {
      const definition =
        starts.has(use.start) || use.isPart ? undefined : definitionAt(view, written, use.start)
      const meant = definition && conceptMeant(view, definition)
      return meant === undefined ? [] : [senseOf(use, meant)]
    }),
  )
  const free = added.filter((use) => {
    const next = mentions[countUpTo(mentions, use.start, ({ end }) => end)]
    return !next || !overlaps(next, use)
  })
  return free.length === 0 ? mentions : [...mentions, ...free].sort((a, b) => a.start - b.start)
}
