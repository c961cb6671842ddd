import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { renderedEntry, shortLabel } from '../bibliography/render.js'
import type { Library } from '../bibliography/library.js'
import { citableOf } from '../workspace/library.js'
import { noticeOn } from '../workspace/retractions.js'
import { sentencesOf } from '../workspace/sentences.js'
import { suggestionsFor } from '../workspace/suggestions.js'
import type { View } from '../workspace/view.js'
import { begunAt, isInProse, type Begun, type BegunHere } from './completion-context.js'
import { completedWith, dialectAround } from './completion-text.js'
import type { Feature } from './feature.js'
import { offsetOf, rangeOf } from './places.js'
import { entriesWith, searchText } from './search-text.js'

const reference = 18
const deprecated = 1

/** More are not offered at once; the client asks again as the writer types on. */
const mostItems = 100

/** In a library larger than this, entries are found by what is typed and not ranked by the sentence. */
const largestRanked = 5000

/** The entries that can be cited, in the dialect that the document cites in, those that fit the sentence first. */
export const completion: Feature<CompletionParams, CompletionList | null> = {
  method: 'textDocument/completion',
  capability: { completionProvider: { triggerCharacters: ['@', '[', '^', '(', '`'] } },
  answer(view, { position, context }) {
    const at = offsetOf(view, position)
    const line = view.document.content.slice(Math.max(0, at - position.character), at)
    const found = begunAt(line, at)
    const begun = found && { ...found, dialect: dialectAround(view, found) }
    if (!begun || !isWanted(view, begun, context?.triggerCharacter)) return null
    const library = citableOf(view)
    const ranks = ranksAt(view, at, library.entries.length)
    const fit = fitting(library, begun)
    const items = distinct(fit.flatMap((entry) => itemFor(view, begun, entry, ranks.get(entry)) ?? []))
    items.sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1))
    return { isIncomplete: fit.length > mostItems, items: items.slice(0, mostItems) }
  },
}

/** A work that stands in the list and in a library is cited in one way, so that it is offered once. */
function distinct(items: readonly CompletionItem[]): CompletionItem[] {
  const labels = new Set<string>()
  return items.filter(({ label }) => !labels.has(label) && labels.add(label))
}

/**
 * A bracket begins a link more often than a citation, and a parenthesis an aside: unasked, entries are offered only in a
 * document that cites in this way.
 */
function isWanted(
  view: View,
  { form, start, typed, dialect }: BegunHere,
  trigger: string | undefined,
): boolean {
  if (form === 'role') return true
  if (!isInProse(view, start)) return false
  if (form === 'superscript') return dialect === 'superscript'
  if (form === 'parenthesis') return dialect === 'author-year' || /^\p{Lu}/u.test(typed)
  return form !== 'bracket' || trigger !== '[' || dialect === 'numeric'
}

/** The entries in which all that is typed so far occurs. A smaller library is offered whole: the client filters faster than we are asked again. */
function fitting(library: Library, { typed }: Begun): readonly Entry[] {
  const { entries } = library
  return entries.length <= mostItems ? entries : entriesWith(library, typed, 4 * mostItems)
}

/** By entry, its place among those that fit the sentence at the caret. */
function ranksAt(view: View, at: number, count: number): ReadonlyMap<Entry, number> {
  if (count > largestRanked) return new Map()
  const sentence = sentencesOf(view).findLast(({ start }) => start <= at)
  if (!sentence || at > sentence.end + 2) return new Map()
  return new Map(suggestionsFor(view, sentence).map(({ entry }, rank) => [entry, rank]))
}

function itemFor(view: View, begun: BegunHere, entry: Entry, rank = 99): CompletionItem | undefined {
  const completed = completedWith(view, begun, entry)
  if (!completed) return undefined
  const { newText, span, more } = completed
  // An editor compares the filter with all that will be replaced.
  const sign = view.document.content.slice(span.start, begun.start)
  const isRetracted = noticeOn(view, entry)?.kind === 'retraction'
  return {
    label: newText,
    labelDetails: {
      description: `${shortLabel(entry)}${entry.title === undefined ? '' : ` · ${entry.title}`}`,
    },
    kind: reference,
    detail: shortLabel(entry),
    documentation: { kind: 'markdown', value: renderedEntry(entry) },
    filterText: `${sign}${newText} ${searchText(entry)}`,
    sortText: `${String(rank).padStart(3, '0')} ${searchText(entry).toLowerCase()}`,
    textEdit: { range: rangeOf(view, span), newText },
    ...(more.length > 0 && { additionalTextEdits: [...more] }),
    ...(isRetracted && { tags: [deprecated] }),
  }
}
