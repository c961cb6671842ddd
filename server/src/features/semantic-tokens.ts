import type { SemanticTokens, SemanticTokensParams, SemanticTokensRangeParams } from 'vscode-languageserver'
import { positionAt } from '../text/lines.js'
import { isIdentifier, type Name } from '../text/name.js'
import type { Span } from '../text/span.js'
import { citesByPart, knowsAllSources } from '../workspace/cites.js'
import type { View } from '../workspace/view.js'
import type { Feature } from './feature.js'
import { offsetOf } from './places.js'

/** The manifest says what these types are like and how themes that do not know them colour them. */
const legend = { tokenTypes: ['bioCitation'], tokenModifiers: ['undefined'] }

/** Citations, coloured as such; those that lead nowhere bear a modifier. */
export const semanticTokens: Feature<SemanticTokensParams, SemanticTokens> = {
  method: 'textDocument/semanticTokens/full',
  capability: { semanticTokensProvider: { legend, full: true, range: true } },
  answer: (view) => encoded(view, { start: 0, end: view.document.content.length }),
}

/** The same for what is on screen. */
export const semanticTokensInRange: Feature<SemanticTokensRangeParams, SemanticTokens> = {
  method: 'textDocument/semanticTokens/range',
  capability: {},
  answer: (view, { range }) =>
    encoded(view, { start: offsetOf(view, range.start), end: offsetOf(view, range.end) }),
}

/** LSP's encoding: for each token its line and character from the one before, its length, type and modifiers. */
function encoded(view: View, within: Span): SemanticTokens {
  const data: number[] = []
  let [lastLine, lastCharacter] = [0, 0]
  for (const { start, end, isUndefined } of tokensIn(view, within)) {
    const from = positionAt(view.document.lines, start)
    const to = positionAt(view.document.lines, end)
    // Clients need not understand tokens of several lines; a citation across a line break goes without colour.
    if (from.line !== to.line) continue
    data.push(from.line - lastLine, from.line === lastLine ? from.character - lastCharacter : from.character)
    data.push(to.character - from.character, 0, isUndefined ? 1 : 0)
    ;[lastLine, lastCharacter] = [from.line, from.character]
  }
  return { data }
}

interface Token extends Span {
  readonly isUndefined: boolean
}

/** In order, none overlapping another. Nothing is undefined while a library that may define it is still being read. */
function tokensIn(view: View, within: Span): readonly Token[] {
  const mayBeUndefined = knowsAllSources(view)
  const tokens: Token[] = []
  for (const { place, cites } of citesByPart(view)) {
    for (const cite of cites) {
      for (const target of cite.targets.length > 0 ? cite.targets : [{ ...cite, entries: [0] }]) {
        const [start, end] = [place.start + target.start, place.start + target.end]
        if (end <= within.start || start >= within.end) continue
        const isUndefined = mayBeUndefined && target.entries.length === 0 && !isItsOwnSource(target)
        tokens.push({ start, end, isUndefined })
      }
    }
  }
  tokens.sort((a, b) => a.start - b.start)
  return tokens.filter(({ start }, i) => i === 0 || tokens[i - 1]!.end <= start)
}

function isItsOwnSource(target: object): boolean {
  return 'names' in target && (target.names as readonly Name[]).some(isIdentifier)
}
