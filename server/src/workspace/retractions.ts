import type { Entry } from '../bibliography/entry.js'
import { retractionsIn } from '../bibliography/lookup/facts.js'
import { builtInRetractions, type Retraction, type RetractionList } from '../bibliography/retractions.js'
import { derived } from '../text/derived.js'
import type { View } from './view.js'

/** The lists that may know of a work's retraction: what was looked up, the user's own list, and the one that comes along. */
export function retractionListsOf({ facts, retractions }: View): readonly RetractionList[] {
  return [...(facts ? [lookedUp(facts)] : []), ...(retractions ? [retractions] : []), builtInRetractions()]
}

/** The gravest of what the lists say of a work: a correction in one is no reason to pass over a retraction in another. */
export function noticeOn(view: View, entry: Entry): Retraction | undefined {
  const notices = retractionListsOf(view).flatMap((list) => list.find(entry) ?? [])
  const ofKind = (kind: Retraction['kind']) => notices.find((one) => one.kind === kind)
  return ofKind('retraction') ?? ofKind('expression of concern') ?? ofKind('correction')
}

const lookedUp = derived(retractionsIn)
