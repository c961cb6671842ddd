import type { Author, Entry, ReferenceFields } from '../../bibliography/entry.js'
import { lacking } from '../../bibliography/filling.js'
import type { Work } from '../../bibliography/lookup/service.js'
import { parseReference } from '../../bibliography/reference/parse.js'
import { shortLabel } from '../../bibliography/render.js'
import { mayBeSameWork } from '../../bibliography/same-title.js'
import { completion } from '../../bibliography/writing/completed-entry.js'
import { writableFormat } from '../../bibliography/writing/writable-format.js'
import { writtenLike } from '../../bibliography/writing/written-like.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import { changedDocument, insertedIntoLibrary, listed, type Change } from './change.js'

/**
 * The change that gives a reference what it lacks and a service knows, in the document's own list or in a library. What
 * the reference says stays as it is; where that cannot be, there is no change but the reason.
 */
export function filledReference(view: View, entry: Entry, work: Work): Change {
  if (!mayBeSameWork(entry, work.fields))
    return {
      problem: `What was found is another work, “${work.fields.title!}”. Check the identifier of ${shortLabel(entry)}.`,
    }
  const missing = lacking(entry, work.fields)
  if (Object.keys(missing).length === 0)
    return { problem: `No more is known of ${shortLabel(entry)} than it says.` }
  return entry.source.uri === view.uri ? inOwnList(view, entry, missing) : inLibrary(view, entry, missing)
}

function inLibrary(view: View, entry: Entry, missing: Partial<ReferenceFields>): Change {
  const { uri, span } = entry.source
  const library = view.libraries.find(({ file }) => file.uri === uri)
  if (library?.file.state !== 'read') return { problem: 'The library of this entry cannot be read.' }
  const { file, path } = library
  if (!writableFormat(uri))
    return {
      problem: `BioProse writes BibTeX and CSL-JSON libraries; add ${namesOf(missing)} to '${path}' by hand: ${inWords(missing)}`,
    }
  const made = completion(uri, file.text.slice(span.start, span.end), missing)
  if (!made)
    return {
      problem: `The entry in '${path}' could not be changed exactly. Add by hand: ${inWords(missing)}`,
    }
  const edit = insertedIntoLibrary(library, span.start + made.offset, made.text)
  return { uri, edits: [edit], done: `Added ${namesOf(missing)} to ${shortLabel(entry)} in ${path}.` }
}

function inOwnList(view: View, entry: Entry, missing: Partial<ReferenceFields>): Change {
  const list = referenceListsOf(view).find(({ unplaced, spanOf }) =>
    unplaced.some((_, i) => spanOf(i).start === entry.source.span.start),
  )
  if (!list) return { problem: `${shortLabel(entry)} stands in no list of references.` }
  const index = list.unplaced.findIndex((_, i) => list.spanOf(i).start === entry.source.span.start)
  const text = textOf(view, list, index)
  for (const { written, added } of rewritings(view, list, index, text, readable(entry, missing))) {
    const span = list.spanOf(index)
    const { edit, after } = changedDocument(view, span, written)
    const entries = referenceListsOf(after)[referenceListsOf(view).indexOf(list)]?.unplaced
    if (entries?.length === list.unplaced.length && says(entries[index]!.entry, added))
      return { uri: view.uri, edits: [edit], done: `Added ${namesOf(added)} to ${shortLabel(entry)}.` }
  }
  return {
    problem: `${shortLabel(entry)} could not be changed without losing what it says. Add by hand: ${inWords(missing)}`,
  }
}

/** In running words one identifier is enough. */
function readable(entry: Entry, missing: Partial<ReferenceFields>): Partial<ReferenceFields> {
  const { doi, pmid, pmcid, ...rest } = missing
  const isIdentified = [entry.doi, entry.pmid, entry.pmcid].some((one) => one !== undefined)
  if (isIdentified) return { ...rest, ...(doi !== undefined && { doi }) }
  return {
    ...rest,
    ...(doi === undefined
      ? { ...(pmid !== undefined && { pmid }), ...(pmcid !== undefined && { pmcid }) }
      : { doi }),
  }
}

interface Rewriting {
  readonly written: string
  readonly added: Partial<ReferenceFields>
}

/** The whole reference like the others of its list; or an identifier at its end, by which all else can be found. */
function* rewritings(
  view: View,
  list: ReferenceList,
  index: number,
  text: string,
  missing: Partial<ReferenceFields>,
): Iterable<Rewriting> {
  const { entry } = list.unplaced[index]!
  const examples = list.unplaced.flatMap((other, i) =>
    i === index ? [] : [{ text: textOf(view, list, i), fields: other.entry }],
  )
  const replaced = missing.authors ? entry.authors : []
  const written = writtenLike({ ...entry, ...missing }, examples, (made) => keepsWords(text, made, replaced))
  if (written !== undefined) {
    const read = parseReference(written)
    const added = Object.fromEntries(
      Object.entries(missing).filter(([name]) => read[name as keyof ReferenceFields] !== undefined),
    ) as Partial<ReferenceFields>
    if (Object.keys(added).length > 0) yield { written, added }
  }
  const { doi, pmid, pmcid } = missing
  const label = doi ? `doi:${doi}` : pmid ? `PMID: ${pmid}` : pmcid
  if (label === undefined) return
  const added = doi ? { doi } : pmid ? { pmid } : { pmcid: pmcid! }
  yield { written: `${text}${/[.?!]$/.test(text) ? '' : '.'} ${label}`, added }
}

/** All words of the old text stand in the new one, but for the authors where those are replaced. */
function keepsWords(old: string, written: string, replaced: readonly Author[]): boolean {
  const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{1,60}/gu) ?? []
  const now = new Set(wordsIn(written))
  const names = replaced.map(({ family, given, literal }) => [family, given, literal].join(' ')).join(' ')
  const mayGo = new Set([...wordsIn(names), ...(replaced.length > 0 ? ['et', 'al'] : [])])
  return wordsIn(old).every((word) => now.has(word) || mayGo.has(word))
}

function says(entry: Entry, added: Partial<ReferenceFields>): boolean {
  return Object.keys(added).every((name) => entry[name as keyof Entry] !== undefined)
}

function textOf(view: View, list: ReferenceList, index: number): string {
  const { start, end } = list.spanOf(index)
  return view.document.text.slice(start, end)
}

const spoken: Readonly<Partial<Record<keyof ReferenceFields, string>>> = {
  authors: 'authors', title: 'title', container: 'journal', year: 'year', volume: 'volume', issue: 'issue',
  page: 'pages', publisher: 'publisher', doi: 'DOI', pmid: 'PMID', pmcid: 'PMCID',
} // prettier-ignore

function namesOf(fields: Partial<ReferenceFields>): string {
  return listed(Object.keys(fields).flatMap((name) => spoken[name as keyof ReferenceFields] ?? []))
}

function inWords(fields: Partial<ReferenceFields>): string {
  const { authors, ...rest } = fields
  const people = authors?.map(
    ({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(', '),
  )
  const said = Object.entries(rest).flatMap(([name, value]) => {
    const word = spoken[name as keyof ReferenceFields]
    return word === undefined ? [] : [`${word} ${value}`]
  })
  return [...(people ? [`authors ${people.join('; ')}`] : []), ...said].join(', ')
}
