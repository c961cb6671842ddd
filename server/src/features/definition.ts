import type { DefinitionParams, LocationLink } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { overlaps } from '../text/span.js'
import { abbreviationAt } from '../workspace/abbreviation-uses.js'
import { entriesAbout } from '../workspace/mentions.js'
import type { View } from '../workspace/view.js'
import type { Snapshot } from '../workspace/workspace.js'
import type { Feature } from './feature.js'
import { glossaryLocation } from './glossary-page.js'
import { locationOf, offsetOf, rangeOf } from './places.js'
import { pointedAt } from './under-caret.js'

/** From a citation to its entry; from an abbreviation to where the document spells it out; from a term to the entries about it, else to its place in the glossary. */
export const definition: Feature<DefinitionParams, LocationLink[] | null> = {
  method: 'textDocument/definition',
  capability: { definitionProvider: true },
  answer(view, { position }, snapshot) {
    const offset = offsetOf(view, position)
    const pointed = pointedAt(view, offset)
    const spelledOut = pointed?.kind === 'cite' ? null : linkToDefinition(view, offset)
    if (spelledOut) return spelledOut
    if (!pointed) return null
    const origin = rangeOf(view, pointed.span)
    if (pointed.kind === 'entry') return linksTo([pointed.entry], origin, snapshot)
    if (pointed.kind === 'cite') return linksTo(pointed.target.entries, origin, snapshot)
    const { concept } = pointed.mention
    const entries = entriesAbout(view, concept)
    if (entries.length > 0) return linksTo(entries, origin, snapshot)
    const { uri, range } = glossaryLocation(view.lexicon, concept)
    return [{ originSelectionRange: origin, targetUri: uri, targetRange: range, targetSelectionRange: range }]
  },
}

/** From an abbreviation to where it is spelled out; from there, it leads on like any term. */
function linkToDefinition(view: View, offset: number): LocationLink[] | null {
  const { span, definition } = abbreviationAt(view, offset) ?? {}
  if (!span || overlaps(span, definition!.short)) return null
  const range = rangeOf(view, definition!.long)
  return [
    {
      originSelectionRange: rangeOf(view, span),
      targetUri: view.uri,
      targetRange: range,
      targetSelectionRange: range,
    },
  ]
}

function linksTo(
  entries: readonly Entry[],
  originSelectionRange: LocationLink['originSelectionRange'],
  snapshot: Snapshot,
) {
  const links = entries.flatMap(({ source }): LocationLink[] => {
    const whole = locationOf(source, snapshot)
    const key = source.keySpan ? locationOf({ uri: source.uri, span: source.keySpan }, snapshot) : undefined
    if (!whole) return []
    const start = { start: whole.range.start, end: whole.range.start }
    const selected = key?.range ?? start
    return [
      {
        originSelectionRange,
        targetUri: whole.uri,
        targetRange: whole.range,
        targetSelectionRange: selected,
      },
    ]
  })
  return links.length === 0 ? null : links
}
