import type { BibliographyFormat } from '../bibliography/formats/format.js'
import { cslEntry, isItem } from '../bibliography/formats/csl-item.js'
import * as formats from '../bibliography/formats/index.js'
import { joinedLibrary, libraryOf, type Library } from '../bibliography/library.js'
import type { Entry } from '../bibliography/entry.js'
import { referenceEntry, referenceFields } from '../bibliography/reference-list.js'
import { identifierName } from '../citations/syntaxes/identifier.js'
import { labelName } from '../citations/syntaxes/link.js'
import { derived, derivedFromAll } from '../text/derived.js'
import type { Name } from '../text/name.js'
import type { Parsed } from '../text/parsed.js'
import type { FrontMatterSource } from '../prose/document.js'
import { frontMatterOf } from '../prose/front-matter.js'
import type { Part, PartFootnote, PartTag } from '../prose/part.js'
import { shifted, type Span } from '../text/span.js'
import { referenceListsOf } from './references.js'
import type { View } from './view.js'
import type { LibraryFile } from './workspace.js'

/** All that the document can cite: its own list, its footnotes, and the libraries that it names. */
export const citableOf: (view: View) => Library = derived((view: View) => {
  const own = referenceListsOf(view).flatMap((list) => list.entries)
  const written = writtenEntries(view).map((entry) => ({
    ...entry,
    source: { ...entry.source, uri: view.uri },
  }))
  const local = [...own, ...notesAndTags(view), ...written]
  return citableTogether(local.length === 0 ? noEntries : local, sharedTogether(sharedEntries(view)))
})

/** What the document holds itself is indexed anew with every edit, what its files hold once. */
const citableTogether = derived((local: readonly Entry[], shared: readonly Library[]) =>
  joinedLibrary([libraryOf(local), ...shared]),
)

const sharedTogether = derivedFromAll((files: readonly (readonly Entry[])[]): readonly Library[] =>
  files.map((entries) => sharedLibrary(entries)),
)

const sharedLibrary = derived((entries: readonly Entry[]) => libraryOf(entries))

/** The names of all that can be cited. It stays the same object as long as no name changes. */
export interface Catalogue {
  readonly size: number
  /** The indices, in `citableOf(view).entries`, of those that bear a name. */
  find(name: Name): readonly number[]
  /** All names made of an author and a year. */
  readonly authorYears: readonly Name[]
}

export const catalogueOf: (view: View) => Catalogue = derived((view: View) => {
  const own = referenceListsOf(view).map(({ unplaced }) => unplaced)
  const written: (readonly { readonly entry: Entry }[])[] = []
  for (const { part } of view.document.parts) {
    if (part.footnotes.length > 0) written.push(footnotesIn(part))
    if (part.tags.length > 0) written.push(tagsIn(part))
  }
  const local = cataloguedTogether([...own, ...written, unplacedEntries(writtenEntries(view))])
  return withShared(local, sharedTogether(sharedEntries(view)))
})

/** What the document holds itself: the same object as long as no name in it changes. */
const cataloguedTogether = derivedFromAll(
  (groups: readonly (readonly { readonly entry: Entry }[])[]): Library =>
    libraryOf(groups.flatMap((group) => group.map(({ entry }) => entry))),
)

const withShared = derived((local: Library, shared: readonly Library[]): Catalogue => {
  const library = joinedLibrary([local, ...shared])
  return {
    size: library.parts.reduce((sum, { entries }) => sum + entries.length, 0),
    find: (name) => library.indicesOf(name),
    get authorYears() {
      return library.authorYears
    },
  }
})

const unplacedEntries = derived((entries: readonly Entry[]) => entries.map((entry) => ({ entry })))

/** The entries under `references:` in the front matter. Their sources name no document. */
function writtenEntries({ document }: View): readonly Entry[] {
  return document.frontMatter ? entriesWritten(document.frontMatter) : noEntries
}

const noEntries: readonly Entry[] = []

const entriesWritten = derived((source: FrontMatterSource) =>
  frontMatterOf(source).references.flatMap(({ value, idSpan, start, end }): Entry[] => {
    if (!isItem(value)) return []
    return [cslEntry(value, { uri: '', span: { start, end }, ...(idSpan && { keySpan: idSpan }) })]
  }),
)

function sharedEntries(view: View): readonly (readonly Entry[])[] {
  return view.libraries.flatMap(({ file }) => {
    const parsed = parsedLibrary(file)
    return parsed ? [parsed.items] : []
  })
}

/** The formats that can be read, with the endings of their files, in words. */
export const formatNames = Object.values<BibliographyFormat>(formats)
  .map(({ name, extensions }) => `${name} (${extensions[0]!})`)
  .sort()
  .join(', ')

/** What a library file holds; undefined while it loads, and where it cannot be read at all. */
export const parsedLibrary: (file: LibraryFile) => Parsed<Entry> | undefined = derived(
  (file: LibraryFile) => {
    if (file.state !== 'read') return undefined
    const path = file.uri.toLowerCase()
    const format = Object.values<BibliographyFormat>(formats).find(({ extensions }) =>
      extensions.some((end) => path.endsWith(end)),
    )
    return format?.parse(file.uri, file.text)
  },
)

/** Whether a library that the document names has not been read yet: until then nothing is undefined. */
export function isLoading(view: View): boolean {
  return view.libraries.some(({ file }) => file.state === 'loading')
}

/** A footnote is what its label points to, whether it holds a reference or a remark. */
export const footnotesOf: (view: View) => readonly Entry[] = derived((view: View) =>
  view.document.parts.flatMap(({ part, start }) =>
    footnotesIn(part).map(({ note, entry }) => ({
      ...entry,
      source: { uri: view.uri, span: shifted(note, start) },
    })),
  ),
)

const footnotesIn = derived((part: Part) =>
  part.footnotes.map((note) => ({ note, entry: footnoteEntry(note) })),
)

/** The same order as in the catalogue: part by part, the notes of each before its tags. */
function notesAndTags(view: View): readonly Entry[] {
  const place = (part: Part, start: number) => [
    ...footnotesIn(part).map(({ note, entry }) => placed(entry, view, shifted(note, start))),
    ...tagsIn(part).map(({ tag, entry }) => placed(entry, view, shifted(tag, start))),
  ]
  return view.document.parts.flatMap(({ part, start }) => place(part, start))
}

function placed(entry: Entry, { uri }: View, span: Span): Entry {
  return { ...entry, source: { uri, span } }
}

/** A tag of the document's own leads to its definition, and is the work that this names. */
const tagsIn = derived((part: Part) => part.tags.map((tag) => ({ tag, entry: tagEntry(tag) })))

function tagEntry({ tag, meaning }: PartTag): Entry {
  const identifier = identifierName(meaning)
  const source = { uri: '', span: { start: 0, end: 0 } }
  const names: Name[] = [...tagNames(tag), ...(identifier ? [identifier] : [])]
  return { type: 'document', authors: [], etAl: false, names, url: meaning, source }
}

function tagNames(tag: string): readonly Name[] {
  if (tag.startsWith('@')) return [`key:${tag.slice(1)}`]
  return /^\d+$/.test(tag) ? [`number:${tag}`, labelName(tag)] : [labelName(tag)]
}

function footnoteEntry({ label, source }: PartFootnote): Entry {
  const words = source.slice(source.indexOf(']:') + 2).trim()
  const entry = referenceEntry(referenceFields(words), undefined, { uri: '', span: { start: 0, end: 0 } })
  return { ...entry, names: [`footnote:${label}` as const, ...entry.names] }
}
