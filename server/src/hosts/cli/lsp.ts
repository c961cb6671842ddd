import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { documentsIn, homeFolder, readDocument, readLibrary } from '../files.js'
import { newLookup } from '../lookup/new-lookup.js'
import { readLexicon } from '../lexicons.js'
import { projectAt } from '../project.js'
import { serve } from '../serve.js'
import type { Terminal } from './terminal.js'

/** Serves an editor over the standard input and output of this process, which `--stdio` among its arguments asks for. */
export function startServer(terminal: Terminal): void {
  serve(createConnection(ProposedFeatures.all), terminal.newWorkspace(true), {
    readLibrary,
    readLexicon,
    readDocument,
    documentsIn,
    projectAt,
    newLookup,
    home: homeFolder(),
  })
}
