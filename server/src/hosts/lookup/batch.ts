import type { Facts } from '../../bibliography/lookup/facts.js'
import type { Name } from '../../text/name.js'
import type { Lookup } from './lookup.js'

/** After so many failures in a row nobody is asked any more: the network is gone, or we are not welcome. */
const mostFailures = 3

export interface Batch {
  readonly found: ReadonlyMap<Name, Facts>
  /** What went wrong, each thing once. */
  readonly problems: readonly string[]
  /** How many names were not found out about. */
  readonly failed: number
}

/**
 * Looks names up one after the other. Who gives up gets what was found so far.
 *
 * @param progress is told after each name how many are done
 */
export async function lookUpAll(
  lookup: Lookup,
  names: readonly Name[],
  signal: AbortSignal,
  progress?: (done: number) => void,
): Promise<Batch> {
  const found = new Map<Name, Facts>()
  const problems = new Set<string>()
  let inARow = 0
  const isGivenUp = () => signal.aborted
  for (const [i, name] of names.entries()) {
    if (isGivenUp() || inARow === mostFailures) break
    try {
      const answer = await lookup.ask(name, signal)
      if ('problem' in answer) problems.add(answer.problem)
      else found.set(name, answer)
      inARow = 'problem' in answer && !answer.isUnasked ? inARow + 1 : 0
    } catch (error) {
      if (!isGivenUp()) throw error
    }
    progress?.(i + 1)
  }
  return { found, problems: [...problems], failed: names.length - found.size }
}

/** What a batch brought, in words. */
export function summaryOf({ found, problems, failed }: Batch, mismatched: number): string {
  const all = [...found.values()]
  const unknown = all.filter(({ works }) => works.length === 0).length
  const kinds = all.flatMap(({ works }) => new Set(works[0]?.notices.map(({ kind }) => kind)))
  const count = (kind: string) => kinds.filter((of) => of.has(kind as never)).length
  const parts = [
    [unknown, 'registered nowhere'],
    [mismatched, 'of another work'],
    [count('retraction'), 'retracted'],
    [count('expression of concern'), 'with an expression of concern'],
    [count('correction'), 'corrected'],
    [failed, 'not looked up'],
  ] as const
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  const first = `${found.size} ${found.size === 1 ? 'identifier was' : 'identifiers were'} looked up`
  return `${first}${said.length > 0 ? `: ${said.join(', ')}` : ', and all are as they should be'}. ${problems[0] ?? ''}`.trim()
}
