import type { TextEdit } from 'vscode-languageserver'
import type { Finding } from '../rules/rule.js'
import type { View } from '../workspace/view.js'
import {
  fixLateAbbreviation,
  fixLostLongForm,
  fixRedefinedAbbreviation,
  fixUndefinedAbbreviation,
  fixUnusedAbbreviation,
} from './fixes/abbreviations.js'
import { fixAmbiguousCitation } from './fixes/ambiguous-citation.js'
import { fixDuplicateKey } from './fixes/duplicate-key.js'
import type { Fix, Fixer } from './fixes/fix.js'
import {
  fixDuplicateReference,
  fixMisnumberedReference,
  fixUnusedReference,
  withoutDuplicates,
  withoutUnused,
} from './fixes/list-entry.js'
import { fixMalformedIdentifier } from './fixes/malformed-identifier.js'
import { fixMismatchedCitation } from './fixes/mismatched-citation.js'
import { fixUncitedList } from './fixes/uncited-list.js'
import { fixUndefinedCitation } from './fixes/undefined-citation.js'
import { fixUnknownSuppression, fixUnusedSuppression } from './fixes/suppressions.js'

import { combined, isSameEdit } from './rewriting/combined.js'

export type { Fix } from './fixes/fix.js'

/** By rule, how its findings can be mended. A rule that is not here has no fix that is safe. */
const fixers: Readonly<Record<string, Fixer>> = {
  'ambiguous-citation': fixAmbiguousCitation,
  'duplicate-key': fixDuplicateKey,
  'duplicate-reference': fixDuplicateReference,
  'late-abbreviation': fixLateAbbreviation,
  'lost-long-form': fixLostLongForm,
  'malformed-identifier': fixMalformedIdentifier,
  'mismatched-citation': fixMismatchedCitation,
  'misnumbered-reference': fixMisnumberedReference,
  'redefined-abbreviation': fixRedefinedAbbreviation,
  'uncited-list': fixUncitedList,
  'undefined-abbreviation': fixUndefinedAbbreviation,
  'undefined-citation': fixUndefinedCitation,
  'unknown-suppression': fixUnknownSuppression,
  'unused-abbreviation': fixUnusedAbbreviation,
  'unused-reference': fixUnusedReference,
  'unused-suppression': fixUnusedSuppression,
}

/** The fixes of a finding, none where nothing is safe. */
export function fixesFor(view: View, finding: Finding): readonly Fix[] {
  return fixers[finding.rule]?.(view, finding) ?? []
}

/** By rule, how all its findings are mended at once, where that is not the sum of the single fixes. */
const fixersOfAll: Readonly<
  Record<string, (view: View, findings: readonly Finding[]) => readonly TextEdit[] | undefined>
> = {
  'duplicate-reference': withoutDuplicates,
  'unused-reference': withoutUnused,
}

/** The edits that mend several findings of one rule; undefined where not all of them can be mended together. */
export function editsForAll(view: View, findings: readonly Finding[]): readonly TextEdit[] | undefined {
  const together = fixersOfAll[findings[0]?.rule ?? '']
  if (together) return together(view, findings)
  const fixes = findings.flatMap((finding) => fixesFor(view, finding).slice(0, 1)).map(({ edits }) => edits)
  const edits = combined(fixes)
  return fixes.length > 1 && fixes.every((fix) => fix.every((edit) => edits.some((one) => isSameEdit(one, edit)))) ? edits : undefined // prettier-ignore
}
