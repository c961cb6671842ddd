import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { citationLabel, renderedEntry, shortLabel } from '../bibliography/render.js'
import { writtenKey } from '../citations/syntaxes/keys.js'
import { derived } from '../text/derived.js'
import { citableOf } from '../workspace/library.js'
import { sentencesOf } from '../workspace/sentences.js'
import { suggestionsFor } from '../workspace/suggestions.js'
import type { View } from '../workspace/view.js'
import { begunAt, type Begun } from './completion-context.js'
import type { Feature } from './feature.js'
import { offsetOf, rangeOf } from './places.js'

const reference = 18

/** More are not offered at once; the client asks again as the writer types on. */
const mostItems = 100

/** In a library larger than this, entries are found by what is typed and not ranked by the sentence. */
const largestRanked = 5000

/** The entries that can be cited, in the dialect that the writer has begun in, those that fit the sentence first. */
export const completion: Feature<CompletionParams, CompletionList | null> = {
  method: 'textDocument/completion',
  capability: { completionProvider: { triggerCharacters: ['@', '[', '^', '('] } },
  answer(view, { position }) {
    const at = offsetOf(view, position)
    const line = view.document.content.slice(Math.max(0, at - position.character), at)
    const begun = begunAt(line, at)
    if (!begun) return null
    const { entries } = citableOf(view)
    const ranks = ranksAt(view, at, entries.length)
    const found = fitting(entries, begun)
    const items = found.flatMap((entry) => itemFor(view, begun, entry, ranks.get(entry)) ?? [])
    items.sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1))
    return { isIncomplete: found.length > mostItems, items: items.slice(0, mostItems) }
  },
}

/** The entries in which all that is typed so far occurs, at most a few more than are offered. */
function fitting(entries: readonly Entry[], { typed }: Begun): readonly Entry[] {
  const sought = typed.toLowerCase()
  const texts = searchTexts(entries)
  // A smaller library is offered whole: the client filters faster than we are asked again.
  if (entries.length <= mostItems) return entries
  const found: Entry[] = []
  for (let i = 0; i < entries.length && found.length <= 4 * mostItems; i++)
    if (texts[i]!.includes(sought)) found.push(entries[i]!)
  return found
}

const searchTexts = derived((entries: readonly Entry[]) =>
  entries.map((entry) => searchText(entry).toLowerCase()),
)

/** Key, authors, year and title: what a writer may remember. */
function searchText({ names, authors, year, title }: Entry): string {
  const key = names.find((name) => name.startsWith('key:'))?.slice('key:'.length)
  const people = authors.slice(0, 6).map(({ family, literal }) => family ?? literal)
  return [key, ...people, year, title].filter((part) => part !== undefined).join(' ')
}

/** By entry, its place among those that fit the sentence at the caret. */
function ranksAt(view: View, at: number, count: number): ReadonlyMap<Entry, number> {
  if (count > largestRanked) return new Map()
  const sentence = sentencesOf(view).findLast(({ start }) => start <= at)
  if (!sentence || at > sentence.end + 2) return new Map()
  return new Map(suggestionsFor(view, sentence).map(({ entry }, rank) => [entry, rank]))
}

function itemFor(view: View, begun: Begun, entry: Entry, rank = 99): CompletionItem | undefined {
  const written = writtenFor(begun, entry)
  if (written === undefined) return undefined
  return {
    label: written,
    kind: reference,
    detail: shortLabel(entry),
    documentation: { kind: 'markdown', value: renderedEntry(entry) },
    filterText: `${written} ${searchText(entry)}`,
    sortText: `${String(rank).padStart(3, '0')} ${searchText(entry).toLowerCase()}`,
    textEdit: { range: rangeOf(view, begun), newText: written },
  }
}

/** What is put in for an entry; undefined where it lacks what the dialect writes. */
function writtenFor({ dialect }: Begun, entry: Entry): string | undefined {
  const valueOf = (kind: string) =>
    entry.names.find((name) => name.startsWith(`${kind}:`))?.slice(kind.length + 1)
  if (dialect === 'author-year') return valueOf('footnote') === undefined ? citationLabel(entry) : undefined
  if (dialect === 'footnote') return valueOf('footnote')
  if (dialect === 'numeric') return valueOf('number')
  const key = valueOf('key')
  return key === undefined ? undefined : writtenKey(key)
}
