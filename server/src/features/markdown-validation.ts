import type { CodeAction, Diagnostic } from 'vscode-languageserver'
import { overlaps, type Span } from '../text/span.js'
import { citesOf } from '../workspace/cites.js'
import type { View } from '../workspace/view.js'
import { offsetOf } from './places.js'

/**
 * What VS Code's own validation of Markdown says of links, by the `DiagnosticCode` of vscode-markdown-languageservice, and
 * the setting under `markdown.validate` that has a say in it.
 */
const settings: Readonly<Record<string, string>> = {
  'link.no-such-reference': 'referenceLinks.enabled',
  'link.unused-definition': 'unusedLinkDefinitions.enabled',
  'link.duplicate-definition': 'duplicateLinkDefinitions.enabled',
}

/** The client's command that sets one of these settings to "ignore" in the workspace. */
export const quietCommand = 'bioprose.quietMarkdownValidation'

/**
 * For citations that VS Code takes for links without a target: its setting, so that it leaves them to BioProse. Other
 * editors know neither its diagnostics nor the command, and are offered nothing.
 */
export function quieting(view: View, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return diagnostics.flatMap((diagnostic): CodeAction[] => {
    const setting = settings[String(diagnostic.code)]
    if (setting === undefined || !isCitation(view, diagnostic)) return []
    const title = `Do not let VS Code validate citations (markdown.validate.${setting})`
    return [
      {
        title,
        kind: 'quickfix',
        diagnostics: [diagnostic],
        command: { title, command: quietCommand, arguments: [setting] },
      },
    ]
  })
}

/** A citation, or the definition of a tag or number to cite by; the label of a link is what VS Code takes it for. */
function isCitation(view: View, { range }: Diagnostic): boolean {
  const asked = { start: offsetOf(view, range.start), end: offsetOf(view, range.end) }
  const isAsked = (span: Span): boolean => overlaps(span, asked)
  if (citesOf(view).some(isAsked)) return true
  return view.document.parts.some(({ part, start }) =>
    part.tags.some(
      (tag) => /^[@\d]/.test(tag.tag) && isAsked({ start: start + tag.start, end: start + tag.end }),
    ),
  )
}
