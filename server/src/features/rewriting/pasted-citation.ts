import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../../bibliography/entry.js'
import { shortLabel } from '../../bibliography/render.js'
import { keysFor, writtenBibtex } from '../../bibliography/write-bibtex.js'
import { dialectOf, syntaxNamed } from '../../citations/index.js'
import { citesOf } from '../../workspace/cites.js'
import { citableOf } from '../../workspace/library.js'
import { referenceListsOf } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import type { PasteOffer } from '../paste.js'
import { offsetOf } from '../places.js'
import { destinationFor } from './destination.js'
import { isNumbered } from './renumbering.js'
import type { Convertible } from './write-cite.js'

/**
 * The citation of pasted works, as the document cites, and what lists those that are not known yet; undefined where the
 * document's way cannot say it.
 *
 * @param entries all works, known or not
 * @param fresh those of them that nothing lists yet
 * @param bibtex their BibTeX as it was pasted
 */
export function citedWhenPasted(
  view: View,
  offset: number,
  entries: readonly Entry[],
  fresh: readonly Entry[],
  bibtex?: string,
): PasteOffer | undefined {
  const dialect = dialectOf(citesOf(view))
  const library = view.libraries.find(({ file }) => file.state === 'read' && /\.bib$/i.test(file.uri))
  const isKeyed = dialect === undefined ? library !== undefined && referenceListsOf(view).length === 0 : ['pandoc', 'myst'].includes(dialect) // prettier-ignore
  if (!isKeyed) return inDialect(view, offset, entries, dialect ?? dialectOfList(view))
  const keys = keysOf(view, entries)
  if (fresh.length > 0 && !library) return undefined
  const text = syntaxNamed(dialect ?? 'pandoc')!.write(keys.map((key) => ({ key })))
  if (text === undefined) return undefined
  const newKeys = fresh.map((entry) => keys[entries.indexOf(entry)]!)
  const areKept = fresh.every((entry, i) => entry.names.includes(`key:${newKeys[i]!}`))
  const append = fresh.length === 0 ? undefined : { uri: library!.file.uri, text: bibtex !== undefined && areKept ? `${bibtex}\n` : writtenBibtex(fresh, newKeys) } // prettier-ignore
  const where = append === undefined ? '' : ` and add it to ${library!.path}`
  const newText = withinBracket(view, offset) ? text.replace(/^\[|\]$/g, '') : spaced(view, offset, text)
  return {
    title: `Cite ${labelOf(entries)}${where}`,
    newText,
    edits: [],
    ...(append && { append }),
    isOnlyOffered: false,
  }
}

function inDialect(
  view: View,
  offset: number,
  entries: readonly Entry[],
  dialect: string,
): PasteOffer | undefined {
  const isRaised = dialect === 'superscript'
  const to = isRaised ? 'numeric' : dialect
  if (!['numeric', 'author-year', 'footnote'].includes(to)) return undefined
  const destination = destinationFor(view, to as Convertible, to !== 'footnote')
  const works = entries.map((entry) => destination?.writable(entry))
  if (!destination || works.some((work) => work === undefined)) return undefined
  const syntax = syntaxNamed(dialect)!
  const text = syntax.write(works.map((work) => work!))
  const edits = destination.edits(new Set())
  if (text === undefined || !edits) return undefined
  const newText = syntax.placement === 'before-stop' ? spaced(view, offset, text) : text
  const where = edits.length === 0 ? '' : to === 'footnote' ? ' and add a note' : ' and list it'
  return {
    title: `Cite ${labelOf(entries)}${where}`,
    ...apart(view, offset, newText, edits),
    isOnlyOffered: false,
  }
}

/** An edit that takes in the caret's place, as at the very end of a document, is made a part of what is pasted. */
function apart(view: View, offset: number, newText: string, edits: readonly TextEdit[]) {
  const isHere = ({ range }: TextEdit) =>
    offsetOf(view, range.start) <= offset && offset <= offsetOf(view, range.end)
  const here = edits.filter(isHere)
  return {
    newText: newText + here.map((edit) => edit.newText).join(''),
    edits: edits.filter((edit) => !isHere(edit)),
  }
}

function dialectOfList(view: View): string {
  const [list] = referenceListsOf(view)
  return list && isNumbered(view, list) ? 'numeric' : 'author-year'
}

/** The keys of what is known, and for the rest those that they bring along, or new ones that nothing else has. */
function keysOf(view: View, entries: readonly Entry[]): readonly string[] {
  const made = keysFor(entries)
  const own = entries.map(({ names }) => names.find((name) => name.startsWith('key:'))?.slice('key:'.length))
  const taken = new Set<string>()
  return entries.map((entry, i) => {
    const isKnown = citableOf(view).entries.includes(entry)
    const isTaken = (one: string): boolean =>
      taken.has(one) || (!isKnown && citableOf(view).find(`key:${one}`).length > 0)
    let key = own[i] ?? made[i]!
    for (let n = 1; isTaken(key); n++) key = n === 1 ? made[i]! : `${made[i]!}-${n}`
    taken.add(key)
    return key
  })
}

/** In "[@barlind2009; |]", only keys are wanting. */
function withinBracket(view: View, offset: number): boolean {
  return /\[[^[\]\n]{0,300}@[^[\]\n]{1,200};\s?$/.test(
    view.document.content.slice(Math.max(0, offset - 500), offset),
  )
}

function spaced(view: View, offset: number, text: string): string {
  const before = view.document.content.slice(Math.max(0, offset - 1), offset)
  return before === '' || /[\s([{“"'‘]/.test(before) ? text : ` ${text}`
}

function labelOf(entries: readonly Entry[]): string {
  return entries.length === 1 ? shortLabel(entries[0]!) : `${entries.length} works`
}
