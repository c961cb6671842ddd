import { readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { globSync } from 'tinyglobby'
import { decoded } from './decoded.js'
import type { LibraryFile } from '../workspace/workspace.js'

/** A bigger file is no library that somebody keeps. */
const largestLibrary = 256 * 1024 * 1024
const largestDocument = 5 * 1024 * 1024
const mostDocuments = 2000

/** Reads a library; what goes wrong becomes the reason that the writer is told. */
export async function readLibrary(uri: string): Promise<LibraryFile> {
  if (!uri.startsWith('file:'))
    return { uri, state: 'unreadable', reason: 'only files on this machine are read' }
  try {
    const path = fileURLToPath(uri)
    const { size } = await stat(path)
    if (size > largestLibrary) return { uri, state: 'unreadable', reason: 'it is larger than 256 MB' }
    return { uri, state: 'read', text: decoded(await readFile(path)) }
  } catch (error) {
    return { uri, state: 'unreadable', reason: reasonOf(error) }
  }
}

/** The address of the user's own folder. */
export function homeFolder(): string {
  return pathToFileURL(homedir()).href
}

/** A document's text, or undefined where there is none, or one too large to look through unasked. */
export async function readDocument(uri: string): Promise<string | undefined> {
  try {
    const path = fileURLToPath(uri)
    const { size } = await stat(path)
    return size > largestDocument ? undefined : decoded(await readFile(path))
  } catch {
    return undefined
  }
}

/** The prose files of some folders, without what programs keep there. */
export function documentsIn(folders: readonly string[]): readonly string[] {
  const ignore = ['**/node_modules/**', '**/.git/**', '**/dist/**', '**/.venv/**']
  return folders
    .filter((uri) => uri.startsWith('file:'))
    .flatMap((uri) => {
      const cwd = fileURLToPath(uri)
      return globSync('**/*.{md,markdown,qmd,Rmd}', { cwd, ignore, followSymbolicLinks: false }).map(
        (path) => pathToFileURL(join(cwd, path)).href,
      )
    })
    .slice(0, mostDocuments)
}

/** Why the system refused, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it'
  if (code === 'EISDIR') return 'it is a folder'
  return error instanceof Error ? error.message : String(error)
}
