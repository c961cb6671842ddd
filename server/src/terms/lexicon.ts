import type { Name } from '../text/name.js'
import type { Concept, ConceptName } from './concept.js'
import type { TermModel } from './recognition/model.js'
import { tableOf, type NameTable } from './table.js'
import { folded, isLetter, mark } from './tokens.js'
import { variantsOf } from './variants.js'
import type { Form } from './verify.js'

/** The vocabularies in force, compiled so that their names can be found in text. Immutable. */
export interface Lexicon {
  /** Every concept under its `id`. */
  readonly concepts: ReadonlyMap<Name, Concept>
  /** The `id` of the concept that each identifier stands for; the first concept that has an identifier owns it. */
  readonly ids: ReadonlyMap<Name, Name>
  /** The forms of all names. */
  readonly table: NameTable
  /** For each form of the table, whose it is and how it ranks. */
  readonly entries: readonly LexiconEntry[]
  /** The forms of the glossaries' names alone, under the same indices. */
  readonly glossaryTable: NameTable
  /** The place of the first vocabulary whose names are weighed before they are believed; infinite if there is none. */
  readonly firstAuthority: number
  /** The concepts that authorities list. */
  readonly listed: readonly Name[]
  /** How names are weighed. Without it, those of authorities are believed, too. */
  readonly model: TermModel | undefined
}

/** What is known of one form: smaller numbers go first among the concepts that a mention may mean. */
export interface LexiconEntry {
  readonly concept: Name
  /** The vocabulary's place among the vocabularies, the first being 0. */
  readonly vocabulary: number
  /** 0 for a concept's preferred name, 1 for its other names, 2 for a variant that was made of a name. */
  readonly standing: number
}

/**
 * Compiles vocabularies into a lexicon. Earlier vocabularies win: where two have the same concept, under the same `id` or
 * because the later one's `id` is an identifier of the earlier one's, the earlier concept is kept and only the names of the
 * later are added to it. Names with fewer than two letters and digits, and names without letters, are left out.
 *
 * @param glossaries what was written for the prose at hand: these names are believed wherever they stand
 * @param authorities what lists all that exists; every glossary comes before it
 */
export function compile(
  glossaries: readonly (readonly Concept[])[],
  authorities: readonly (readonly Concept[])[] = [],
  model?: TermModel,
): Lexicon {
  const concepts = new Map<Name, Concept>()
  const ids = new Map<Name, Name>()
  const forms: Form[] = []
  const entries: LexiconEntry[] = []
  const listed: Name[] = []
  let glossaryForms = 0
  ;[...glossaries, ...authorities].forEach((vocabulary, place) => {
    const owners = vocabulary.map((concept) => ids.get(concept.id) ?? concept.id)
    vocabulary.forEach((concept, index) => {
      const owner = owners[index]!
      if (!concepts.has(owner)) concepts.set(owner, concept)
      for (const identifier of [concept.id, ...concept.identifiers]) {
        if (!ids.has(identifier) || identifier === concept.id) ids.set(identifier, owner)
      }
      addNames(concept, owner, place, forms, entries)
      if (place >= glossaries.length) listed.push(owner)
    })
    if (place === glossaries.length - 1) glossaryForms = forms.length
  })
  const table = tableOf(forms)
  const hasAuthorities = authorities.length > 0
  return {
    concepts,
    ids,
    table,
    entries,
    glossaryTable: hasAuthorities ? tableOf(forms.slice(0, glossaryForms)) : table,
    firstAuthority: hasAuthorities ? glossaries.length : Infinity,
    listed,
    model,
  }
}

/** The concept that an identifier of any authority stands for. */
export function conceptOf(lexicon: Lexicon, identifier: Name): Concept | undefined {
  const id = lexicon.ids.get(identifier)
  return id === undefined ? undefined : lexicon.concepts.get(id)
}

function addNames(
  concept: Concept,
  owner: Name,
  vocabulary: number,
  forms: Form[],
  entries: LexiconEntry[],
): void {
  const seen = new Set<string>()
  const add = (form: Form, standing: number): void => {
    if (seen.has(form.text) || !canBeSought(form.text)) return
    seen.add(form.text)
    forms.push(form)
    entries.push({ concept: owner, vocabulary, standing })
  }
  const names = concept.names.map((name): ConceptName => ({ ...name, text: tidy(name.text) }))
  const preferred = tidy(concept.preferredName)
  for (const name of names) add({ ...name, keepsGaps: false }, name.text === preferred ? 0 : 1)
  for (const name of names) for (const variant of variantsOf(name)) add(variant, 2)
}

function tidy(name: string): string {
  return name.trim().replace(/\s+/g, ' ')
}

/** Whether a name says enough to be sought: a letter, and at least one more letter or digit. */
function canBeSought(name: string): boolean {
  let characters = 0
  let letters = 0
  for (let i = 0; i < name.length; i++) {
    const unit = folded[name.charCodeAt(i)]!
    if (unit > mark) characters++
    if (isLetter(unit)) letters++
  }
  return characters >= 2 && letters > 0
}
