import type { Finding } from '../rules/rule.js'
import type { View } from '../workspace/view.js'
import { fixAmbiguousCitation } from './fixes/ambiguous-citation.js'
import { fixDuplicateKey } from './fixes/duplicate-key.js'
import type { Fix, Fixer } from './fixes/fix.js'
import { fixDuplicateReference, fixMisnumberedReference, fixUnusedReference } from './fixes/list-entry.js'
import { fixMalformedIdentifier } from './fixes/malformed-identifier.js'
import { fixMismatchedCitation } from './fixes/mismatched-citation.js'
import { fixUncitedList } from './fixes/uncited-list.js'
import { fixUndefinedCitation } from './fixes/undefined-citation.js'
import { fixUnknownSuppression, fixUnusedSuppression } from './fixes/suppressions.js'

export type { Fix } from './fixes/fix.js'

/** By rule, how its findings can be mended. A rule that is not here has no fix that is safe. */
const fixers: Readonly<Record<string, Fixer>> = {
  'ambiguous-citation': fixAmbiguousCitation,
  'duplicate-key': fixDuplicateKey,
  'duplicate-reference': fixDuplicateReference,
  'malformed-identifier': fixMalformedIdentifier,
  'mismatched-citation': fixMismatchedCitation,
  'misnumbered-reference': fixMisnumberedReference,
  'uncited-list': fixUncitedList,
  'undefined-citation': fixUndefinedCitation,
  'unknown-suppression': fixUnknownSuppression,
  'unused-reference': fixUnusedReference,
  'unused-suppression': fixUnusedSuppression,
}

/** The fixes of a finding, none where nothing is safe. */
export function fixesFor(view: View, finding: Finding): readonly Fix[] {
  return fixers[finding.rule]?.(view, finding) ?? []
}
