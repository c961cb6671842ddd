import type { Position, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { pastedWorks } from '../bibliography/pasted.js'
import { shortLabel } from '../bibliography/render.js'
import { workFinder } from '../bibliography/same-work.js'
import { toText } from '../prose/block.js'
import { editDocument } from '../prose/document.js'
import { citableOf } from '../workspace/library.js'
import type { View } from '../workspace/view.js'
import type { Feature } from './feature.js'
import { offsetOf } from './places.js'
import { citedWhenPasted } from './rewriting/pasted-citation.js'
import { listedWhenPasted } from './rewriting/pasted-entry.js'
import { listAt } from './rewriting/renumbering.js'

export interface PasteParams {
  readonly textDocument: TextDocumentIdentifier
  readonly position: Position
  /** What is on the clipboard. */
  readonly text: string
}

/** What may be put in for a pasted text. */
export interface PasteOffer {
  /** What happens, in words. */
  readonly title: string
  readonly newText: string
  /** Elsewhere in the document: an entry of its list, a note. */
  readonly edits: readonly TextEdit[]
  /** What is to be written at the end of a library: of its file, an editor may know a newer text. */
  readonly append?: { readonly uri: string; readonly text: string }
  /** The text itself is as likely to be meant, so that this should not be done unasked. */
  readonly isOnlyOffered: boolean
}

/**
 * BibTeX, RIS and the like become an entry of the list where they are pasted into it, and elsewhere a citation, whose
 * entry goes to the library, the list or a note, as the document does. A DOI or PMID can cite what is known already;
 * one that is not has to be looked up first, which the host does where the user asks for it.
 */
export const paste: Feature<PasteParams, PasteOffer | null> = {
  method: 'bioprose/paste',
  capability: { experimental: { paste: true } },
  answer(view, { position, text }) {
    const pasted = pastedWorks(text)
    const offset = offsetOf(view, position)
    if (!pasted || !mayHoldProse(view, offset)) return null
    if (pasted.kind === 'entries')
      return offerOf(view, offset, pasted.entries, pasted.format === 'bibtex' ? text.trim() : undefined)
    const isInList = listAt(view, offset) !== undefined
    const [entry] = citableOf(view).find(pasted.name)
    const offer = entry && !isInList && citedWhenPasted(view, offset, [entry], [])
    return offer ? { ...offer, title: `Cite ${shortLabel(entry)}`, isOnlyOffered: true } : null
  },
}

/**
 * What to put in for some works at a place: entries of the list in the list, citations elsewhere; null where neither fits.
 *
 * @param written the entries as they were written, which a library takes over where all of them are new
 */
export function offerOf(
  view: View,
  offset: number,
  works: readonly Entry[],
  written?: string,
): PasteOffer | null {
  if (!mayHoldProse(view, offset)) return null
  const entries = works.map((entry) => known(view, entry) ?? entry)
  const fresh = entries.filter((entry) => works.includes(entry))
  const listed = listedWhenPasted(view, offset, fresh)
  if (listed || listAt(view, offset) !== undefined) return listed ?? null
  const source = fresh.length === entries.length ? written : undefined
  return citedWhenPasted(view, offset, entries, fresh, source) ?? null
}

function known(view: View, entry: Entry): Entry | undefined {
  const { entries } = citableOf(view)
  const index = workFinder(entries)(entry)
  return index === undefined ? undefined : entries[index]
}

/** Whether a word at this place would be prose: not in front matter, code or mathematics, and not in an address. */
function mayHoldProse(view: View, offset: number): boolean {
  const word = 'word'
  const { blocks } = editDocument(view.document, { start: offset, end: offset, text: word })
  const place = blocks.find(({ block, start }) => start <= offset && offset < start + block.source.length)
  if (!place) return false
  const { text, opaque } = place.block
  const at = toText(place.block, offset - place.start)
  return text.startsWith(word, at) && !opaque.some(({ start, end }) => start <= at && at < end)
}
