import type { Facts, KnownFacts } from '../../bibliography/lookup/facts.js'
import { identifiersToAsk } from '../../features/looking-up/subjects.js'
import type { Name } from '../../text/name.js'
import type { Workspace } from '../../workspace/workspace.js'
import type { Lookup } from './lookup.js'

/** How long the writer has to pause before the cache is read, in milliseconds. */
const pause = 1_000
/** That nothing is registered under a name may have changed since. */
const longestAbsence = 30 * 24 * 60 * 60 * 1000

/** What is known of the works that documents name, for rules to see: as it is looked up, and as the cache has it from before. */
export class Knowledge {
  private facts: KnownFacts = new Map()
  private readonly sought = new Set<Name>()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly workspace: Workspace,
    private readonly lookup: Lookup,
    private readonly changed: () => void,
  ) {}

  /** Takes what was looked up. */
  note(found: Iterable<readonly [Name, Facts]>): void {
    const useful = [...found].filter(([name, facts]) => !name.startsWith('title:') && isCurrent(facts))
    if (useful.length === 0) return
    this.facts = new Map([...this.facts, ...useful])
    this.workspace.apply([{ kind: 'facts', facts: this.facts }])
    this.changed()
  }

  /** Reads from the cache what documents name and nobody sought yet, when the writer pauses. Asks nobody. */
  soon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.recall(), pause)
  }

  /** The user allows it no longer, or again: what rules see follows. */
  reset(isAllowed: boolean): void {
    this.sought.clear()
    if (!isAllowed && this.facts.size > 0) {
      this.facts = new Map()
      this.workspace.apply([{ kind: 'facts', facts: undefined }])
      this.changed()
    }
    if (isAllowed) this.soon()
  }

  async recall(): Promise<void> {
    const { snapshot } = this.workspace
    if (!snapshot.settings.lookup.enabled) return
    const views = [...snapshot.documents.keys()].flatMap((uri) => snapshot.view(uri) ?? [])
    const names = new Set(views.flatMap(identifiersToAsk).filter((name) => !this.sought.has(name)))
    const found: [Name, Facts][] = []
    for (const name of names) {
      this.sought.add(name)
      const facts = await this.lookup.remembered(name)
      if (facts) found.push([name, facts])
    }
    if (this.workspace.snapshot.settings.lookup.enabled) this.note(found)
  }
}

function isCurrent({ works, asOf }: Facts): boolean {
  return works.length > 0 || Date.now() - Date.parse(asOf) < longestAbsence
}
