import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import type { Workspace } from '../workspace/workspace.js'
import { newWorkspace } from './engine.js'
import { documentsIn, homeFolder, readDocument, readLibrary } from './files.js'
import { newLookup } from './lookup/new-lookup.js'
import { readLexicon } from './lexicons.js'
import { projectAt } from './project.js'
import { modelFolder } from './package-files.js'
import { serve } from './serve.js'

/** The server as a process of its own: over the IPC of Node, or over standard input and output, as its arguments ask. */
export function startNodeServer(workspace: Workspace = newWorkspace(modelFolder())): void {
  serve(createConnection(ProposedFeatures.all), workspace, {
    readLibrary,
    readLexicon,
    readDocument,
    documentsIn,
    projectAt,
    newLookup,
    home: homeFolder(),
  })
}
