import type { KnownFacts } from '../../bibliography/lookup/facts.js'
import { identifiersToAsk } from '../../features/looking-up/subjects.js'
import type { View } from '../../workspace/view.js'
import type { Workspace } from '../../workspace/workspace.js'
import { lookUpAll } from '../lookup/batch.js'
import { Cache, cacheFolder } from '../lookup/cache.js'
import { Lookup, type Permission } from '../lookup/lookup.js'
import { networkFor } from '../lookup/network.js'
import type { Terminal } from './terminal.js'

export const lookUpModes = ['online', 'offline'] as const
export type LookUpMode = (typeof lookUpModes)[number]

/**
 * What looks the references of a document up and lets the rules see what was found; it answers with what went wrong.
 * Undefined where nobody asked for it on the command line: no file can.
 */
export function lookingUpFor(
  workspace: Workspace,
  { lookUp, email = '' }: { readonly lookUp?: LookUpMode; readonly email?: string },
  { environment }: Terminal,
): ((view: View) => Promise<readonly string[]>) | undefined {
  if (lookUp === undefined) return undefined
  const permission: Permission = lookUp === 'online' ? { mode: 'online', email } : { mode: 'offline' }
  const cache = new Cache(cacheFolder(environment))
  const lookup = new Lookup({ cache, network: networkFor(environment), permission: () => permission })
  let known: KnownFacts = new Map()
  return async (view) => {
    const names = identifiersToAsk(view)
    const { found, problems } = await lookUpAll(lookup, names, new AbortController().signal)
    known = new Map([...known, ...found])
    workspace.apply([{ kind: 'facts', facts: known }])
    // Offline, what was never looked up is simply not known.
    return lookUp === 'online' ? problems : []
  }
}
