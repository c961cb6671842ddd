import type { Hover, HoverParams } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { addressOf } from '../prose/identifiers.js'
import { markdownLink } from '../text/markdown.js'
import { isIdentifier, type Name } from '../text/name.js'
import type { Span } from '../text/span.js'
import type { Snapshot } from '../workspace/workspace.js'
import type { View } from '../workspace/view.js'
import { abbreviationAt } from '../workspace/abbreviation-uses.js'
import { abbreviationCard } from './abbreviation-card.js'
import { conceptCard } from './concept-card.js'
import { entryCard } from './entry-card.js'
import type { Feature } from './feature.js'
import { offsetOf, rangeOf } from './places.js'
import { pointedAt, type Pointed } from './under-caret.js'

/** What the thing under the caret is: a term's card, the reference behind a citation, or what is known of an entry of the list. */
export const hover: Feature<HoverParams, Hover | null> = {
  method: 'textDocument/hover',
  capability: { hoverProvider: true },
  answer(view, { position }, snapshot) {
    const offset = offsetOf(view, position)
    const pointed = pointedAt(view, offset)
    const abbreviation = pointed?.kind === 'cite' ? undefined : abbreviationAt(view, offset)
    if (abbreviation) return hoverOfAbbreviation(view, abbreviation, pointed, snapshot)
    if (!pointed) return null
    const span = pointed.kind === 'entry' ? headOf(view, pointed.entry) : pointed.span
    if (offset > span.end) return null
    const value = cardOf(view, pointed, snapshot)
    return value === '' ? null : { contents: { kind: 'markdown', value }, range: rangeOf(view, span) }
  },
}

/** What it stands for here, and below that what is known of the concept. */
function hoverOfAbbreviation(
  view: View,
  { span, definition }: NonNullable<ReturnType<typeof abbreviationAt>>,
  pointed: Pointed | undefined,
  snapshot: Snapshot,
): Hover {
  const cards = [abbreviationCard(view, definition)]
  if (pointed?.kind === 'mention') cards.push(cardOf(view, pointed, snapshot))
  return { contents: { kind: 'markdown', value: cards.join('\n\n') }, range: rangeOf(view, span) }
}

function cardOf(view: View, pointed: Pointed, snapshot: Snapshot): string {
  if (pointed.kind === 'mention') return conceptCard(view, pointed.mention, snapshot)
  if (pointed.kind === 'entry') return entryCard(view, pointed.entry, snapshot)
  const { entries, names } = pointed.target
  if (entries.length > 0) return entries.map((entry) => entryCard(view, entry, snapshot)).join('\n\n---\n\n')
  const name = names.find(isIdentifier)
  return name === undefined ? '' : identifierCard(name)
}

/** The names at the beginning of an entry: a hover over all of a long reference would be in the way of reading. */
function headOf(view: View, { source: { span } }: Entry): Span {
  const beginning = view.document.content.slice(span.start, Math.min(span.end, span.start + longestHead))
  const end = /[.(“"]/.exec(beginning.slice(3))?.index
  return { start: span.start, end: span.start + (end === undefined ? beginning.length : end + 3) }
}

const longestHead = 60

/** An identifier of a work that nothing here describes. */
function identifierCard(name: Name): string {
  const [kind, value] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)]
  if (kind === 'url') return ''
  const address = addressOf(kind as Parameters<typeof addressOf>[0], value)
  return `${markdownLink(`${kind.toUpperCase()} ${value}`, address)} · not among the references of this document`
}
