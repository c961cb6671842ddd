import type { CompletionList, Position, Range } from 'vscode-languageserver'
import { completion } from '../../server/src/features/completion.js'
import { documentHighlight } from '../../server/src/features/document-highlight.js'
import { documentLink } from '../../server/src/features/document-link.js'
import { foldingRange } from '../../server/src/features/folding-range.js'
import { paste } from '../../server/src/features/paste.js'
import { offsetOf, rangeOf } from '../../server/src/features/places.js'
import { prepareRename } from '../../server/src/features/prepare-rename.js'
import { references } from '../../server/src/features/references.js'
import { rename } from '../../server/src/features/rename.js'
import { convertedCite } from '../../server/src/features/rewriting/citation-conversion.js'
import { convertible } from '../../server/src/features/rewriting/write-cite.js'
import { semanticTokens } from '../../server/src/features/semantic-tokens.js'
import type { Span } from '../../server/src/text/span.js'
import { citesOf } from '../../server/src/workspace/cites.js'
import type { View } from '../../server/src/workspace/view.js'
import type { Snapshot } from '../../server/src/workspace/workspace.js'
import { opened } from './engine.js'
import type { Mark } from './spec.js'
import type { Speaker } from './speakers.js'

/** Where a writer's caret stands in a spec of something that is typed or pasted. It is no part of the document. */
const caret = '‸'

/** Who speaks in the specs of what an editor does with citations, by the name of the spec. */
export const editingSpeakers: Readonly<Record<string, Speaker>> = {
  completion: atCarets((view, position, snapshot) => {
    const list: CompletionList | null = completion.answer(view, { ...at(view), position }, snapshot)
    return (list?.items ?? []).map(({ label }) => label).join(' | ') || 'nothing'
  }),
  conversion: (view) =>
    citesOf(view).map((cite) => {
      const ways = convertible.flatMap((to) => convertedCite(view, cite, to)?.[0]?.newText.trim() ?? [])
      return { start: cite.start, end: cite.end, words: ways.join(' | ') || 'stays' }
    }),
  'document-highlight': (view, snapshot) =>
    ofTargets(view, (position) => {
      const found = documentHighlight.answer(view, { ...at(view), position }, snapshot) ?? []
      return `lines ${found.map(({ range }) => range.start.line + 1).join(', ')}`
    }),
  'document-link': (view, snapshot) =>
    documentLink.answer(view, at(view), snapshot).map(({ range, target }) => ({
      ...spanOf(view, range),
      words: `→ ${target!.replace('file:///paper/', '')}`,
    })),
  'folding-range': (view, snapshot) =>
    foldingRange.answer(view, at(view), snapshot).map(({ startLine, endLine }) => {
      const start = view.document.lines.starts[startLine]!
      return { start, end: start + 1, words: `folds down to line ${endLine + 1}` }
    }),
  paste: atCarets((view, position, snapshot) => {
    const file = snapshot.libraries.get('file:///paper/clipboard')
    const text = file?.state === 'read' ? file.text : ''
    const offer = paste.answer(view, { ...at(view), position, text }, snapshot)
    if (!offer) return 'is pasted as it is'
    return `${offer.title}: ${[offer.newText, ...offer.edits.map(({ newText }) => newText)].join(' + ')}`
  }),
  references: (view, snapshot) =>
    ofTargets(view, (position) => {
      const context = { includeDeclaration: true }
      const found = references.answer(view, { ...at(view), position, context }, snapshot) ?? []
      return found.map(({ uri, range }) => `${nameOf(uri)} ${range.start.line + 1}`).join(', ')
    }),
  rename: (view, snapshot) =>
    ofTargets(view, (position) => {
      const offered = prepareRename.answer(view, { ...at(view), position }, snapshot)
      if (!offered) return 'cannot be renamed'
      const isNumber = /^\d+$/.test(offered.placeholder)
      const newName = isNumber ? '1' : 'new'
      const changes = rename.answer(view, { ...at(view), position, newName }, snapshot)?.changes ?? {}
      const files = Object.entries(changes).map(([uri, edits]) => `${edits.length} × in ${nameOf(uri)}`)
      return `${offered.placeholder} becomes ${newName}: ${files.join(', ') || 'nothing changes'}`
    }),
  'semantic-tokens': (view, snapshot) => tokens(view, semanticTokens.answer(view, at(view), snapshot).data),
}

function at({ uri }: View) {
  return { textDocument: { uri } }
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1)
}

function spanOf(view: View, { start, end }: Range): Span {
  return { start: offsetOf(view, start), end: offsetOf(view, end) }
}

function ofTargets(view: View, wordsAt: (position: Position) => string): readonly Mark[] {
  return citesOf(view)
    .flatMap(({ targets }) => targets)
    .map(({ start, end }) => ({ start, end, words: wordsAt(rangeOf(view, { start: start + 1, end }).start) }))
}

/** Asks at each caret, in the document without carets. */
function atCarets(wordsAt: (view: View, position: Position, snapshot: Snapshot) => string): Speaker {
  return (view, { libraries }) => {
    const { text } = view.document
    const files = [...libraries.values()].map(
      (file) => [nameOf(file.uri), file.state === 'read' ? file.text : ''] as const,
    )
    const bare = opened(text.replaceAll(caret, ''), new Map(files))
    return [...text.matchAll(new RegExp(caret, 'g'))].map(({ index }, i) => ({
      start: index,
      end: index + 1,
      words: wordsAt(
        bare.view,
        rangeOf(bare.view, { start: index - i, end: index - i }).start,
        bare.snapshot,
      ).replace(/\n/g, ' ⏎ '),
    }))
  }
}

function tokens(view: View, data: readonly number[]): readonly Mark[] {
  const marks: Mark[] = []
  let [line, character] = [0, 0]
  for (let i = 0; i < data.length; i += 5) {
    const [lines, characters, length, , modifiers] = data.slice(i, i + 5) as [
      number,
      number,
      number,
      number,
      number,
    ]
    character = lines === 0 ? character + characters : characters
    line += lines
    const start = view.document.lines.starts[line]! + character
    marks.push({ start, end: start + length, words: modifiers === 0 ? 'citation' : 'undefined citation' })
  }
  return marks
}
