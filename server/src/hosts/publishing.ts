import type { Connection } from 'vscode-languageserver'
import { asDiagnostic } from '../features/diagnostic.js'
import { reportOf } from '../rules/findings.js'
import type { Workspace } from '../workspace/workspace.js'
import type { failureLog } from './failure-log.js'

const pause = 300

/** Sends diagnostics to clients that do not ask for them, when the writer pauses. */
export function publishing(connection: Connection, workspace: Workspace, log: ReturnType<typeof failureLog>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = (): void => {
    const { snapshot } = workspace
    for (const uri of snapshot.documents.keys()) {
      const view = snapshot.view(uri)
      if (!view) continue
      const diagnostics = reportOf(view).findings.map((finding) => asDiagnostic(view, finding))
      void connection.sendDiagnostics({ uri, diagnostics })
      log.rules(view)
    }
  }
  return {
    soon: (): void => {
      clearTimeout(timer)
      timer = setTimeout(now, pause)
    },
    clear: (uri: string): void => {
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    },
  }
}
