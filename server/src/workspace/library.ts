import type { BibliographyFormat } from '../bibliography/formats/format.js'
import * as formats from '../bibliography/formats/index.js'
import { libraryOf, type Library } from '../bibliography/library.js'
import type { Entry } from '../bibliography/entry.js'
import { referenceEntry, referenceFields } from '../bibliography/reference-list.js'
import { derived } from '../text/derived.js'
import type { Parsed } from '../text/parsed.js'
import { referenceListsOf } from './references.js'
import type { View } from './view.js'
import type { LibraryFile } from './workspace.js'

/** All that the document can cite: its own list, its footnotes, and the libraries that it names. */
export const citableOf: (view: View) => Library = derived((view: View) => {
  const own = referenceListsOf(view).flatMap((list) => list.entries)
  const shared = view.libraries.flatMap(({ file }) => parsedLibrary(file)?.items ?? [])
  return libraryOf([...own, ...footnotesOf(view), ...shared])
})

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
  view.document.footnotes.map((note) => {
    const text = view.document.text.slice(note.start, note.end)
    const words = text.slice(text.indexOf(']:') + 2).trim()
    const entry = referenceEntry(referenceFields(words), undefined, {
      uri: view.uri,
      span: { start: note.start, end: note.end },
    })
    return { ...entry, names: [`footnote:${note.label}` as const, ...entry.names] }
  }),
)
