import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Workspace } from '../../workspace/workspace.js'
import { homeFolder } from '../files.js'
import { lexiconFrom } from '../lexicons.js'
import { readVocabulary, type VocabularyFile } from '../vocabulary-files.js'
import { complain, type Terminal } from './terminal.js'

interface Vocabularies {
  readonly vocabulary?: readonly string[]
  readonly builtin: boolean
}

/** What is told of one file's rows; whoever wants all of them asks `bioprose vocabulary info`. */
const mostComplaints = 20

/** A workspace with the user's glossaries first, then the built-in one, then what authorities list. */
export async function workspaceWith(
  { vocabulary = [], builtin }: Vocabularies,
  terminal: Terminal,
): Promise<Workspace> {
  if (vocabulary.length === 0) return workspaceIn(terminal, builtin)
  const files: VocabularyFile[] = []
  for (const path of vocabulary) files.push(await vocabularyAt(path, terminal))
  const workspace = workspaceIn(terminal, false)
  workspace.apply([{ kind: 'lexicon', lexicon: lexiconFrom(files, builtin) }])
  return workspace
}

/** A workspace that looks for libraries in the folder of the terminal, too, as Pandoc does. */
export function workspaceIn(terminal: Terminal, withBuiltIn: boolean): Workspace {
  const workspace = terminal.newWorkspace(withBuiltIn)
  const folders = [pathToFileURL(terminal.folder).href]
  workspace.apply([{ kind: 'places', places: { folders, home: homeFolder() } }])
  return workspace
}

/** A vocabulary file. A concept that cannot be read is told and left out; a file, and we stop. */
async function vocabularyAt(path: string, terminal: Terminal): Promise<VocabularyFile> {
  const file = await readVocabulary(resolve(terminal.folder, path)).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(reason.replace(resolve(terminal.folder, path), path))
  })
  for (const problem of file.problems.slice(0, mostComplaints))
    await complain(terminal, `${problem.replace(file.path, path)}; left out`)
  const more = file.problems.length - mostComplaints
  if (more > 0) await complain(terminal, `${path}: ${more} more rows were left out`)
  return file
}
