import type { Concept, RegulatoryStatus } from '../terms/concept.js'
import type { Name } from '../text/name.js'
import { escapeMarkdown, markdownLink } from '../text/markdown.js'
import { entriesAbout, mentionsOf, type PlacedMention } from '../workspace/mentions.js'
import type { Snapshot } from '../workspace/workspace.js'
import type { View } from '../workspace/view.js'
import { addressOfCurie } from './curies.js'
import { entryLink, placeLink } from './entry-card.js'
import { spelledOutAt } from './spelled-out.js'

const mostSynonyms = 8
const mostEntries = 6

/** What a term is, as Markdown that needs neither HTML nor trust. */
export function conceptCard(view: View, mention: PlacedMention, snapshot: Snapshot): string {
  const concept = view.lexicon.concepts.get(mention.concept)
  if (!concept) return ''
  const parts = [
    `**${escapeMarkdown(concept.preferredName)}** — *${concept.kind}*`,
    escapeMarkdown(concept.definition),
    relationsLine(concept, view),
    ...concept.regulatory.map(statusLine),
    labelled('Also written', synonymsOf(concept)),
    labelled('Identifiers', concept.identifiers.map(identifierLink).join(' · ')),
    '---',
    inThisDocument(view, mention, snapshot),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function labelled(label: string, words: string): string {
  return words === '' ? '' : `${label}: ${words}`
}

function relationsLine({ related }: Concept, { lexicon }: View): string {
  const parts = related.slice(0, 6).flatMap(({ kind, to }) => {
    const other = lexicon.concepts.get(to)
    return other ? [`${kind} ${escapeMarkdown(other.preferredName)}`] : []
  })
  return parts.length === 0 ? '' : `*${parts.join('; ')}*`
}

function statusLine({ status, authority, asOf, note }: RegulatoryStatus): string {
  const words = note ? `: ${escapeMarkdown(note)}` : ''
  return `**${capitalised(status)}** (${escapeMarkdown(authority)}, as of ${escapeMarkdown(asOf)})${words}`
}

function synonymsOf({ names, preferredName }: Concept): string {
  const others = names.map(({ text }) => text).filter((text) => text !== preferredName)
  const shown = others.slice(0, mostSynonyms).map(escapeMarkdown).join(', ')
  return others.length > mostSynonyms ? `${shown}, …` : shown
}

function identifierLink(curie: Name): string {
  const address = addressOfCurie(curie)
  return address ? markdownLink(curie, address) : escapeMarkdown(curie)
}

function inThisDocument(view: View, { concept }: PlacedMention, snapshot: Snapshot): string {
  const count = mentionsOf(view).filter((one) => one.concept === concept).length
  const parts = [`mentioned ${count === 1 ? 'once' : `${count} times`}`]
  const spelledOut = spelledOutAt(view, concept)
  if (spelledOut !== undefined) parts.push(placeLink(view, spelledOut, 'spelled out here'))
  const entries = entriesAbout(view, concept)
  const more = entries.length > mostEntries ? `, and ${entries.length - mostEntries} more` : ''
  const links = entries.slice(0, mostEntries).map((entry) => entryLink(entry, snapshot))
  const about = links.length === 0 ? '' : `\n\nReferences about it: ${links.join(', ')}${more}`
  return `In this document: ${parts.join(', ')}${about}`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
