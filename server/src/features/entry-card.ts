import { isCommercial, isPreprint } from '../bibliography/evidence.js'
import type { Entry } from '../bibliography/entry.js'
import { renderedEntry, shortLabel } from '../bibliography/render.js'
import type { RetractionKind } from '../bibliography/retractions.js'
import { studyDesignOf } from '../bibliography/study-design.js'
import { escapeMarkdown, markdownLink } from '../text/markdown.js'
import { positionAt } from '../text/lines.js'
import type { Snapshot } from '../workspace/workspace.js'
import type { View } from '../workspace/view.js'
import { citesOf } from '../workspace/cites.js'
import { noticeOn } from '../workspace/retractions.js'
import { locationOf } from './places.js'

const mostPlaces = 8
const longestAbstract = 320

/** The reference written out, what to know of it, the beginning of its abstract, where it is cited, and a link to it. */
export function entryCard(view: View, entry: Entry, snapshot: Snapshot): string {
  const { abstract } = entry
  return [
    renderedEntry(entry),
    remarksOn(view, entry),
    abstract === undefined ? '' : `> ${escapeMarkdown(beginning(abstract))}`,
    `${entryLink(entry, snapshot, 'Go to the entry')} · ${whereCited(view, entry)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** "cited 3 times in this document (lines 4, 9, 12)", each line a link. */
function whereCited(view: View, entry: Entry): string {
  const cites = citesOf(view).filter(({ targets }) => targets.some(({ entries }) => entries.includes(entry)))
  if (cites.length === 0) return 'not cited in this document'
  const places = cites.slice(0, mostPlaces).map(({ start }) => placeLink(view, start, String(positionAt(view.document.lines, start).line + 1))) // prettier-ignore
  const more = cites.length > mostPlaces ? ', …' : ''
  const times = cites.length === 1 ? 'once' : `${cites.length} times`
  return `cited ${times} in this document (${cites.length === 1 ? 'line' : 'lines'} ${places.join(', ')}${more})`
}

const notices: Readonly<Record<RetractionKind, string>> = {
  retraction: 'Retracted',
  correction: 'Corrected',
  'expression of concern': 'Expression of concern',
}

function remarksOn(view: View, entry: Entry): string {
  const notice = noticeOn(view, entry)
  const date = notice?.date === undefined ? '' : ` (${notice.date})`
  const design = studyDesignOf(entry)
  return [
    notice === undefined ? '' : `**${notices[notice.kind]}**${date}`,
    design === undefined ? '' : `${design.name}, by its ${design.by}`,
    isPreprint(entry) ? 'Preprint' : '',
    isCommercial(entry) ? 'Commercial page' : '',
  ]
    .filter((remark) => remark !== '')
    .join(' · ')
}

/** The first sentences of a long text, cut at a word. */
function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longestAbstract) return line
  return `${line.slice(0, longestAbstract).replace(/\s+\S*$/, '')} …`
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
