import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { builtInConcepts } from '../../terms/builtin.js'
import type { Concept } from '../../terms/concept.js'
import { glossary } from '../../terms/formats/glossary.js'
import { compile } from '../../terms/lexicon.js'
import type { Workspace } from '../../workspace/workspace.js'
import { decoded } from '../decoded.js'
import { reasonOf } from '../files.js'
import { complain, type Terminal } from './terminal.js'

interface Vocabularies {
  readonly vocabulary?: readonly string[]
  readonly builtin: boolean
}

/** A workspace with the user's vocabularies before the built-in one: whoever brings a vocabulary knows what they mean. */
export async function workspaceWith(
  { vocabulary = [], builtin }: Vocabularies,
  terminal: Terminal,
): Promise<Workspace> {
  if (vocabulary.length === 0) return terminal.newWorkspace(builtin)
  const own: (readonly Concept[])[] = []
  for (const path of vocabulary) own.push(await conceptsIn(path, terminal))
  const workspace = terminal.newWorkspace(false)
  workspace.apply([{ kind: 'lexicon', lexicon: compile(builtin ? [...own, builtInConcepts()] : own) }])
  return workspace
}

/** The concepts of a vocabulary file. A concept that cannot be read is told and left out; a file, and we stop. */
async function conceptsIn(path: string, terminal: Terminal): Promise<readonly Concept[]> {
  const bytes = await readFile(resolve(terminal.folder, path)).catch((error: unknown) => {
    throw new Error(`${path}: ${reasonOf(error)}`)
  })
  const { items, skipped } = glossary.parse(decoded(bytes))
  for (const { line, reason } of skipped) await complain(terminal, `${path}:${line + 1}: ${reason}; left out`)
  if (items.length === 0) throw new Error(`${path}: there is no concept in this vocabulary`)
  return items
}
