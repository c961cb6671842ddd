import type { CancellationToken, Connection, InitializeParams } from 'vscode-languageserver'
import type { PasteParams } from '../../features/paste.js'
import type { Made } from '../../features/looking-up/change.js'
import type { Settings } from '../../workspace/settings.js'
import type { Workspace } from '../../workspace/workspace.js'
import type { Documents } from '../documents.js'
import type { Libraries } from '../libraries.js'
import { lookUpPasted, runLookUp } from './commands.js'
import { Knowledge } from './knowledge.js'
import type { Lookup, Permission } from './lookup.js'

interface Maker {
  newLookup(permission: () => Permission, folder: string | undefined): Lookup
}

interface Parts {
  readonly documents: Documents
  readonly libraries: Libraries
  readonly changed: () => void
}

/** What a client may say about itself: whether its user trusts the folder, and where to keep what was looked up. */
interface Options {
  readonly isTrusted?: unknown
  readonly lookupFolder?: unknown
}

/** The look-ups of one client: nothing leaves this machine but where its user turned that on and trusts the folder. */
export function lookingUp(connection: Connection, workspace: Workspace, maker: Maker, parts: Parts) {
  let isTrusted = true
  let wanted = workspace.snapshot.settings
  let client: InitializeParams | undefined
  let knowledge: Knowledge | undefined
  const allowed = (settings: Settings): Settings =>
    isTrusted ? settings : { ...settings, lookup: { ...settings.lookup, enabled: false } }
  const permission = (): Permission => permissionFor(wanted, isTrusted)

  return {
    /** Learns from the client what it allows, and answers its commands. */
    start(params: InitializeParams): void {
      client = params
      const options = (params.initializationOptions ?? {}) as Options
      // A client that knows no trust leaves the matter to its settings.
      isTrusted = options.isTrusted !== false
      const folder = typeof options.lookupFolder === 'string' ? options.lookupFolder : undefined
      const lookup = maker.newLookup(permission, folder)
      const made = new Knowledge(workspace, lookup, parts.changed)
      knowledge = made
      const refresh = (uri: string) => parts.libraries.reload(uri)
      const desk = { connection, workspace, lookup, knowledge: made, refresh, apply }
      connection.onExecuteCommand((command, token) => runLookUp(desk, command, token))
      connection.onRequest('bioprose/lookUpPasted', (pasted: PasteParams, token: CancellationToken) =>
        lookUpPasted(desk, pasted, token),
      )
      connection.onNotification('bioprose/trust', (trust: { isTrusted?: unknown }) => {
        isTrusted = trust.isTrusted === true
        workspace.apply([{ kind: 'settings', settings: allowed(wanted) }])
        made.reset(permission().mode !== 'off')
        parts.changed()
      })
    },

    /** Settings as they hold: without trust nothing is looked up, whatever they say. */
    allowed(settings: Settings): Settings {
      wanted = settings
      knowledge?.reset(permission().mode !== 'off')
      return allowed(settings)
    },

    /** Documents changed: what is known of the works that they name is read when the writer pauses. */
    soon(): void {
      if (permission().mode !== 'off') knowledge?.soon()
    },
  }

  async function apply({ uri, edits, done }: Made): Promise<boolean> {
    const knowsVersions = client?.capabilities.workspace?.workspaceEdit?.documentChanges === true
    const version = parts.documents.versionOf(uri)
    const edit = knowsVersions
      ? { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] }
      : { changes: { [uri]: [...edits] } }
    // A file that is not open is saved at once by editors that do so after refactorings: else the change would lie in wait.
    const metadata = { isRefactoring: version === null }
    const { applied } = await connection.workspace.applyEdit({ label: done, edit, metadata })
    return applied
  }
}

function permissionFor({ lookup }: Settings, isTrusted: boolean): Permission {
  if (!isTrusted)
    return {
      mode: 'off',
      reason: 'Nothing is looked up in Restricted Mode. Trust this workspace to allow it.',
    }
  if (!lookup.enabled) return { mode: 'off', reason: notEnabled }
  return lookup.offline ? { mode: 'offline' } : { mode: 'online', email: lookup.email }
}

const notEnabled =
  'Looking references up is off. Turn `bioprose.lookup.enabled` on in your settings to allow it: then the identifier or ' +
  'the title of a reference is sent to Crossref, doi.org or NCBI.'
