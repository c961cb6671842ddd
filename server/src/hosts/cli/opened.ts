import type { View } from '../../workspace/view.js'
import { wantedLibraries } from '../../workspace/view.js'
import type { Workspace } from '../../workspace/workspace.js'
import { readLibrary } from '../files.js'

/** Documents of one project share their libraries; documents of a whole corpus must not fill the memory with theirs. */
const mostLibraries = 16

/**
 * Opens a document, with the libraries that it names read, for as long as it takes to look at it. `look` must be done
 * with the view when it returns; `prepare` may find out first what the document needs.
 */
export async function whileOpen<T>(
  workspace: Workspace,
  uri: string,
  text: string,
  look: (view: View) => T,
  prepare?: (view: View) => Promise<void>,
): Promise<T> {
  let snapshot = workspace.apply([{ kind: 'open', uri, text }])
  for (;;) {
    const wanted = wantedLibraries(uri, snapshot)
    if (wanted.length === 0) break
    for (const library of wanted)
      snapshot = workspace.apply([{ kind: 'library', file: await readLibrary(library) }])
  }
  try {
    await prepare?.(workspace.snapshot.view(uri)!)
    return look(workspace.snapshot.view(uri)!)
  } finally {
    workspace.apply([{ kind: 'close', uri }])
    forgetOldest(workspace)
  }
}

function forgetOldest(workspace: Workspace): void {
  const oldest = [...workspace.snapshot.libraries.keys()].slice(0, -mostLibraries)
  if (oldest.length > 0) workspace.apply(oldest.map((uri) => ({ kind: 'forget', uri })))
}
