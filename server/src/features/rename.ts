import type { RenameParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { writtenKey } from '../citations/syntaxes/keys.js'
import { citesOf } from '../workspace/cites.js'
import { citableOf } from '../workspace/library.js'
import type { View } from '../workspace/view.js'
import type { Snapshot } from '../workspace/workspace.js'
import type { Feature } from './feature.js'
import { locationOf, offsetOf, rangeOf } from './places.js'
import { Refusal } from './refusal.js'
import { nameWithin, renamableAt, type Renamable } from './renaming.js'

/** A cite key, in its library and in every document that cites it from there; or a footnote's label, in its document. */
export const rename: Feature<RenameParams, WorkspaceEdit | null> = {
  method: 'textDocument/rename',
  capability: {},
  answer(view, { position, newName }, snapshot) {
    const found = renamableAt(view, offsetOf(view, position))
    if (!found || newName === found.name) return null
    refuseUnfit(view, found, newName)
    const views =
      found.kind === 'footnote'
        ? [view]
        : [...snapshot.documents.keys()].flatMap((uri) => snapshot.view(uri) ?? [])
    const changes: Record<string, TextEdit[]> = {}
    for (const other of views) {
      const edits = editsIn(other, found, newName)
      if (edits.length > 0) changes[other.uri] = edits
    }
    const { uri, range } = definitionOf(found, snapshot)
    changes[uri] = [...(changes[uri] ?? []), { range, newText: newName }]
    return { changes }
  },
}

const plainLabel = /^[^\s[\]^]{1,200}$/

function refuseUnfit(view: View, { kind, name }: Renamable, newName: string): void {
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

function editsIn(view: View, { kind, name, entry }: Renamable, newName: string): TextEdit[] {
  return citesOf(view)
    .flatMap(({ targets }) => targets)
    .filter(
      ({ names, entries }) => names.includes(`${kind}:${name}`) && entries.some((one) => isSame(one, entry)),
    )
    .flatMap((target) => {
      const span = nameWithin(view, target, name)
      return span ? [{ range: rangeOf(view, span), newText: newName }] : []
    })
}

/** Entries of one place: a document's snapshot may have made the object anew. */
function isSame(one: Entry, other: Entry): boolean {
  return one.source.uri === other.source.uri && one.source.span.start === other.source.span.start
}

function definitionOf({ kind, name, entry }: Renamable, snapshot: Snapshot) {
  const { uri, span, keySpan } = entry.source
  const place = kind === 'footnote' ? { start: span.start + 2, end: span.start + 2 + name.length } : keySpan!
  const location = locationOf({ uri, span: place }, snapshot)
  if (!location) throw new Refusal(`The library of '${name}' is no longer there`)
  return location
}
