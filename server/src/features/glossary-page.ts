import type { Location } from 'vscode-languageserver'
import type { Concept } from '../terms/concept.js'
import type { Lexicon } from '../terms/lexicon.js'
import { derived } from '../text/derived.js'
import { escapeMarkdown } from '../text/markdown.js'
import type { Name } from '../text/name.js'

export const glossaryScheme = 'bioprose-glossary'
export const glossaryUri = `${glossaryScheme}:/glossary.md`

interface Page {
  readonly text: string
  readonly lines: ReadonlyMap<Name, number>
}

/** The glossary as one Markdown page, a section for each concept. */
export function glossaryPage(lexicon: Lexicon): string {
  return pageOf(lexicon).text
}

/** Where a concept's section begins on that page. */
export function glossaryLocation(lexicon: Lexicon, concept: Name): Location {
  const line = pageOf(lexicon).lines.get(concept) ?? 0
  return { uri: glossaryUri, range: { start: { line, character: 0 }, end: { line, character: 0 } } }
}

const pageOf: (lexicon: Lexicon) => Page = derived((lexicon: Lexicon) => {
  const out = ['# Glossary', '']
  const lines = new Map<Name, number>()
  const concepts = [...lexicon.concepts.values()].sort((a, b) =>
    a.preferredName.localeCompare(b.preferredName, 'en'),
  )
  for (const concept of concepts) {
    lines.set(concept.id, out.length)
    out.push(...section(concept, lexicon))
  }
  return { text: out.join('\n'), lines }
})

function section(concept: Concept, lexicon: Lexicon): readonly string[] {
  const names = concept.names.map(({ text }) => escapeMarkdown(text)).slice(1)
  const related = concept.related.map(
    ({ kind, to }) => `- ${kind} ${escapeMarkdown(lexicon.concepts.get(to)?.preferredName ?? to)}`,
  )
  return [
    `## ${escapeMarkdown(concept.preferredName)}`,
    '',
    `*${concept.kind}*. ${escapeMarkdown(concept.definition)}`,
    '',
    ...(names.length > 0 ? [`Also written: ${names.join(', ')}`, ''] : []),
    ...(concept.identifiers.length > 0
      ? [`Identifiers: ${concept.identifiers.map(escapeMarkdown).join(', ')}`, '']
      : []),
    ...(related.length > 0 ? [...related, ''] : []),
  ]
}
