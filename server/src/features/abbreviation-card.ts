import { escapeMarkdown } from '../text/markdown.js'
import { positionAt } from '../text/lines.js'
import type { Definition } from '../workspace/abbreviations.js'
import type { View } from '../workspace/view.js'
import { placeLink } from './entry-card.js'

/** What an abbreviation stands for in this document, and a link to where it says so. */
export function abbreviationCard(view: View, { written, meaning, long }: Definition): string {
  const line = positionAt(view.document.lines, long.start).line + 1
  const place = placeLink(view, long.start, `line ${line}`)
  return `**${escapeMarkdown(written)}** — here: ${escapeMarkdown(meaning)}, spelled out in ${place}`
}
