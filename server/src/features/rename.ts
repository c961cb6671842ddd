import type { RenameParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { keyAt, writtenKey } from '../citations/syntaxes/keys.js'
import type { Span } from '../text/span.js'
import { citableOf } from '../workspace/library.js'
import type { View } from '../workspace/view.js'
import type { Snapshot } from '../workspace/workspace.js'
import { citesOf } from '../workspace/cites.js'
import type { Feature } from './feature.js'
import { crossReferencesTo } from './cross-references.js'
import { locationOf, offsetOf, rangeOf } from './places.js'
import { Refusal } from './refusal.js'
import { definedAt, nameWithin, renamableAt, type NamedEntry, type NumberedEntry } from './renaming.js'
import { numberOf } from './rewriting/list-layout.js'
import { moved } from './rewriting/renumbering.js'

/**
 * A cite key, in its library and in every document that cites it from there; a footnote's label or a tag, in its
 * document; or the number of a reference, which moves there while all numbers follow.
 */
export const rename: Feature<RenameParams, WorkspaceEdit | null> = {
  method: 'textDocument/rename',
  capability: {},
  answer(view, { position, newName }, snapshot) {
    const found = renamableAt(view, offsetOf(view, position))
    if (!found || newName === found.name) return null
    if (found.kind === 'number') return { changes: { [view.uri]: movedTo(view, found, newName) } }
    refuseUnfit(view, found, newName)
    const isShared = found.entry.source.uri !== view.uri
    const others = isShared
      ? [...snapshot.documents.keys()].flatMap((uri) => snapshot.view(uri) ?? [])
      : [view]
    const changes: Record<string, TextEdit[]> = {}
    for (const other of others) {
      const edits = editsIn(other, found, newName)
      if (edits.length > 0) changes[other.uri] = edits
    }
    const { uri } = found.entry.source
    changes[uri] = [...(changes[uri] ?? []), ...editsAtDefinition(found, newName, snapshot)]
    return { changes }
  },
}

function movedTo(view: View, { list, index, name }: NumberedEntry, newName: string): TextEdit[] {
  const numbers = list.unplaced.map(({ entry }) => numberOf(entry))
  const place = numbers.indexOf(Number(newName.trim()))
  if (place < 0)
    throw new Refusal(
      `There is no number '${newName}' in the list, which goes from ${numbers[0]!} to ${numbers.at(-1)!}`,
    )
  const edits = moved(view, list, index, place)
  if (!edits) throw new Refusal(`A citation could not follow exactly; number ${name} stays where it is`)
  return edits
}

const plainLabel = /^[^\s[\]^]{1,200}$/

function refuseUnfit(view: View, { kind, name }: NamedEntry, newName: string): void {
  if (kind === 'key' && (newName === '' || writtenKey(newName) !== newName))
    throw new Refusal(
      `'${newName}' cannot be a cite key: a key holds no white space, brackets, commas or quotation marks`,
    )
  if (kind === 'footnote' && !plainLabel.test(newName))
    throw new Refusal(`'${newName}' cannot label a footnote: a label holds no white space and no brackets`)
  if (citableOf(view).find(`${kind}:${newName}`).length > 0)
    throw new Refusal(
      `There is ${kind === 'key' ? 'an entry' : 'a footnote'} '${newName}' already; '${name}' stays as it is`,
    )
}

function editsIn(view: View, { kind, name, entry }: NamedEntry, newName: string): TextEdit[] {
  const cited = citesOf(view)
    .flatMap(({ targets }) => targets)
    .filter(
      ({ names, entries }) => names.includes(`${kind}:${name}`) && entries.some((one) => isSame(one, entry)),
    )
    .flatMap((target) => nameWithin(view, target, name) ?? [])
  const inFrontMatter = kind === 'key' && citableOf(view).find(`key:${name}`).some((one) => isSame(one, entry)) ? citesInFrontMatter(view, name) : [] // prettier-ignore
  return [...inFrontMatter, ...cited].map((span) => ({ range: rangeOf(view, span), newText: newName }))
}

/** "nocite: '@barlind2009'" and citations in an abstract. */
function citesInFrontMatter({ document: { frontMatter } }: View, name: string): readonly Span[] {
  const { source } = frontMatter ?? { source: '' }
  return [...source.matchAll(/(?<![\p{L}\p{N}_@/.])@/gu)].flatMap(({ index }) => {
    if (keyAt(source, index + 1)?.key !== name) return []
    const start = source.indexOf(name, index)
    return [{ start, end: start + name.length }]
  })
}

/** Entries of one place: a document's snapshot may have made the object anew. */
function isSame(one: Entry, other: Entry): boolean {
  return one.source.uri === other.source.uri && one.source.span.start === other.source.span.start
}

/** The name where it is given, and the other entries of the file that go by it. */
function editsAtDefinition(
  { kind, name, entry }: NamedEntry,
  newName: string,
  snapshot: Snapshot,
): TextEdit[] {
  const { uri } = entry.source
  const file = snapshot.libraries.get(uri)
  const text = snapshot.documents.get(uri)?.content ?? (file?.state === 'read' ? file.text : undefined)
  const span = text && definedAt(text, kind, name, entry)
  if (!span) throw new Refusal(`The library of '${name}' does not say where it gives this name`)
  const spans = [span, ...(typeof text === 'string' ? crossReferencesTo(uri, text, name) : [])]
  return spans.flatMap((one) => {
    const location = locationOf({ uri, span: one }, snapshot)
    return location ? [{ range: location.range, newText: newName }] : []
  })
}
