import type { Hover, HoverParams } from 'vscode-languageserver'
import { isCommercial, isPreprint } from '../bibliography/evidence.js'
import { renderedEntry } from '../bibliography/render.js'
import { builtInRetractions } from '../bibliography/retractions.js'
import { escapeMarkdown, markdownLink } from '../text/markdown.js'
import { positionAt } from '../text/lines.js'
import { citesOf } from '../workspace/cites.js'
import type { Entry } from '../bibliography/entry.js'
import { shortLabel } from '../bibliography/render.js'
import type { Snapshot } from '../workspace/workspace.js'
import type { View } from '../workspace/view.js'
import { conceptCard } from './concept-card.js'
import type { Feature } from './feature.js'
import { locationOf, offsetOf, rangeOf } from './places.js'
import { pointedAt } from './under-caret.js'

/** What the thing under the caret is: a term's card, or the reference behind a citation. */
export const hover: Feature<HoverParams, Hover | null> = {
  method: 'textDocument/hover',
  capability: { hoverProvider: true },
  answer(view, { position }, snapshot) {
    const pointed = pointedAt(view, offsetOf(view, position))
    if (!pointed || pointed.kind === 'entry') return null
    const value =
      pointed.kind === 'mention'
        ? conceptCard(view, pointed.mention, snapshot)
        : pointed.target.entries.map((entry) => entryCard(view, entry, snapshot)).join('\n\n---\n\n')
    return value === '' ? null : { contents: { kind: 'markdown', value }, range: rangeOf(view, pointed.span) }
  },
}

/** The reference written out, what to know of it, the beginning of its abstract, where it is cited, and a link to it. */
function entryCard(view: View, entry: Entry, snapshot: Snapshot): string {
  const cites = citesOf(view).filter(({ targets }) => targets.some(({ entries }) => entries.includes(entry)))
  const places = cites.slice(0, mostPlaces).map(({ start }, i) => placeLink(view, start, String(i + 1)))
  const times = cites.length === 1 ? 'once' : `${cites.length} times`
  const where = cites.length > 1 ? ` (${places.join(', ')}${cites.length > mostPlaces ? ', …' : ''})` : ''
  return [
    renderedEntry(entry),
    remarksOn(view, entry),
    entry.abstract === undefined ? '' : escapeMarkdown(beginning(entry.abstract)),
    `${entryLink(entry, snapshot, 'Go to the entry')} · cited ${times} in this document${where}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const mostPlaces = 8
const longestAbstract = 320

function remarksOn(view: View, entry: Entry): string {
  const lists = [view.retractions, builtInRetractions()]
  const notice = lists.map((list) => list?.find(entry)?.kind).find((kind) => kind !== undefined)
  const remarks = [
    notice === undefined
      ? ''
      : `**${notice === 'retraction' ? 'Retracted' : notice === 'correction' ? 'Corrected' : 'Expression of concern'}**`,
    isPreprint(entry) ? 'Preprint' : '',
    isCommercial(entry) ? 'Commercial page' : '',
  ]
  return remarks.filter((remark) => remark !== '').join(' · ')
}

/** The first sentences of a long text, cut at a word. */
function beginning(text: string): string {
  if (text.length <= longestAbstract) return text
  return `${text.slice(0, longestAbstract).replace(/\s+\S*$/, '')} …`
}

/** A link that jumps to an entry, in its document or library. */
export function entryLink(entry: Entry, snapshot: Snapshot, words = shortLabel(entry)): string {
  const location = locationOf(entry.source, snapshot)
  if (!location) return words
  const { line, character } = location.range.start
  return markdownLink(words, `${location.uri}#${line + 1},${character + 1}`)
}

/** A link to an offset of the document itself. */
export function placeLink(view: View, offset: number, words: string): string {
  const { line, character } = positionAt(view.document.lines, offset)
  return markdownLink(words, `${view.uri}#${line + 1},${character + 1}`)
}
