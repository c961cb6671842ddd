import type { Name } from '../../text/name.js'
import type { ReferenceFields } from '../entry.js'
import { mayBeSameWork } from '../same-title.js'
import { toldBy, type KnownFacts } from './facts.js'
import { identifiersOf } from './requests.js'

/** An identifier of a reference that leads elsewhere, and what is wrong, in words. */
export interface Mismatch {
  readonly name: Name
  readonly message: string
  /** Nothing is registered under it at all. */
  readonly isAbsent: boolean
}

/** The first identifier of a reference that stands for another work or for none, as far as it was looked up. */
export function mismatchIn(fields: ReferenceFields, known: KnownFacts): Mismatch | undefined {
  for (const name of identifiersOf(fields)) {
    const facts = known.get(name)
    if (!facts) continue
    const [work] = facts.works
    if (!work)
      return { name, message: `Nothing is registered under ${name} (${toldBy(facts)})`, isAbsent: true }
    if (mayBeSameWork(fields, work.fields)) continue
    return {
      name,
      message: `${name} is “${shortened(work.fields.title!)}”, another work (${toldBy(facts)})`,
      isAbsent: false,
    }
  }
  return undefined
}

function shortened(title: string): string {
  return title.length > 90 ? `${title.slice(0, 89).trimEnd()}…` : title
}
