import { foldFamily } from '../text/author-year.js'
import { positionAt } from '../text/lines.js'
import type { Finding } from '../rules/rule.js'
import { citableOf, catalogueOf } from '../workspace/library.js'
import { citesOf } from '../workspace/cites.js'
import { nearMissOf } from '../workspace/near-miss.js'
import { referenceListsOf } from '../workspace/references.js'
import type { View } from '../workspace/view.js'
import { fixAmbiguousCitation } from './fixes/ambiguous-citation.js'
import { fixDuplicateKey } from './fixes/duplicate-key.js'
import { replacing, type Fix, type Fixer } from './fixes/fix.js'
import { fixMalformedIdentifier } from './fixes/malformed-identifier.js'
import { fixMisnumberedReference } from './fixes/misnumbered-reference.js'
import { fixUncitedList } from './fixes/uncited-list.js'
import { fixUndefinedCitation } from './fixes/undefined-citation.js'
import { fixUnknownSuppression, fixUnusedSuppression } from './fixes/suppressions.js'
import { rangeOf } from './places.js'

export type { Fix } from './fixes/fix.js'

/** By rule, how its findings can be mended. A rule that is not here has no fix that is safe. */
const fixers: Readonly<Record<string, Fixer>> = {
  'ambiguous-citation': fixAmbiguousCitation,
  'duplicate-key': fixDuplicateKey,
  'malformed-identifier': fixMalformedIdentifier,
  'misnumbered-reference': fixMisnumberedReference,
  'uncited-list': fixUncitedList,
  'undefined-citation': fixUndefinedCitation,
  'unknown-suppression': fixUnknownSuppression,
  'unused-suppression': fixUnusedSuppression,
  'unused-reference': removing,
  'duplicate-reference': removing,
  'mismatched-citation': correcting,
}

/** The fixes of a finding, none where nothing is safe. */
export function fixesFor(view: View, finding: Finding): readonly Fix[] {
  return fixers[finding.rule]?.(view, finding) ?? []
}

/**
 * An entry that nothing cites can go, with its lines; in a list with written numbers only the last one, lest the others'
 * numbers be wrong.
 */
function removing(view: View, { start, end }: Finding): readonly Fix[] {
  const { text, lines } = view.document
  const entry = citableOf(view).entries.find(
    ({ source }) => source.uri === view.uri && source.span.start === start,
  )
  if (!entry || citesOf(view).some(({ targets }) => targets.some(({ entries }) => entries.includes(entry))))
    return []
  const from = lines.starts[positionAt(lines, start).line]!
  const to = lines.starts[positionAt(lines, Math.max(start, end - 1)).line + 1] ?? text.length
  const marker = text.slice(from, start)
  const isLast = referenceListsOf(view).some(
    ({ unplaced, spanOf }) => spanOf(unplaced.length - 1).start === start,
  )
  const isWhole =
    /^\s{0,8}(?:[-*+]|\d{1,9}[.)]|\[\d{1,9}\])?\s{0,8}$/.test(marker) && text.slice(end, to).trim() === ''
  if (!isWhole || (/\d/.test(marker) && !isLast)) return []
  const edits = [{ range: rangeOf(view, { start: from, end: to }), newText: '' }]
  return [{ title: 'Remove this entry', edits, isSure: false }]
}

/** The year or the name that the nearest entry has. */
function correcting(view: View, { start, end }: Finding): readonly Fix[] {
  const target = citesOf(view)
    .flatMap(({ targets }) => targets)
    .find((one) => one.start === start && one.end === end)
  const near = target && nearMissOf(catalogueOf(view), target.names)
  const entry = near && citableOf(view).find(near)[0]
  if (!entry) return []
  const written = view.document.text.slice(start, end)
  const year = /(?<!\d)\d{4}(?!\d)/.exec(written)
  if (year && entry.year !== undefined && Number(year[0]) !== entry.year)
    return [replacing(view, start + year.index, year[0], String(entry.year))]
  const family = entry.authors[0]?.family ?? entry.authors[0]?.literal
  const wrong = target.names[0]!.slice('author-year:'.length).replace(/-\d{4}[a-z]?$/, '')
  const word = [...written.matchAll(/[\p{L}\p{M}'’-]+/gu)].find(([one]) => foldFamily(one) === wrong)
  return word && family ? [replacing(view, start + word.index, word[0], family)] : []
}
