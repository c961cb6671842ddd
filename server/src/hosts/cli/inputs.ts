import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { glob, isDynamicPattern } from 'tinyglobby'
import { decoded } from '../decoded.js'
import { reasonOf } from '../files.js'
import type { Terminal } from './terminal.js'

/** A document to work on: what reports call it, where it stands, and how to get its text. */
export interface Input {
  /** The path from the folder we run in, with slashes; absolute for a file outside of it. */
  readonly name: string
  readonly uri: string
  /** Rejects where the file cannot be read. */
  readonly read: () => Promise<string>
}

export interface Inputs {
  readonly inputs: readonly Input[]
  /** What was asked for and is not there, in words. */
  readonly problems: readonly string[]
}

const prose = '**/*.{md,markdown,qmd,Rmd}'
const ignore = ['**/node_modules/**', '**/.git/**', '**/dist/**']

/**
 * The documents that some arguments name, each once, in their order: files of any ending, the prose in folders, what
 * patterns match, and standard input for "-", which `inputName` names.
 */
export async function inputsFrom(
  paths: readonly string[],
  terminal: Terminal,
  inputName = 'stdin.md',
): Promise<Inputs> {
  const inputs = new Map<string, Input>()
  const problems: string[] = []
  for (const path of paths) {
    if (path === '-') {
      const named = standardInput(terminal, inputName)
      inputs.set('-', named)
      continue
    }
    const found = await filesAt(path, terminal.folder)
    if (typeof found === 'string') problems.push(found)
    else for (const file of found) inputs.set(file, fileInput(file, terminal.folder))
  }
  return { inputs: [...inputs.values()], problems }
}

/** The absolute paths that one argument stands for; or why there are none. */
async function filesAt(path: string, folder: string): Promise<readonly string[] | string> {
  const absolute = resolve(folder, path)
  try {
    if (!(await stat(absolute)).isDirectory()) return [absolute]
  } catch (error) {
    if (!isDynamicPattern(path)) return `${path}: ${reasonOf(error)}`
    const matched = await glob(path, { cwd: folder, ignore, absolute: true })
    return matched.length > 0 ? inOrder(matched) : `${path}: no file matches`
  }
  const inside = await glob(prose, { cwd: absolute, ignore, absolute: true, followSymbolicLinks: false })
  return inside.length > 0 ? inOrder(inside) : `${path}: there is no Markdown file in this folder`
}

function inOrder(paths: readonly string[]): readonly string[] {
  return paths.map((path) => resolve(path)).sort()
}

function fileInput(path: string, folder: string): Input {
  // Nothing else is done meanwhile, and waiting for another thread costs more than reading.
  // eslint-disable-next-line @typescript-eslint/require-await
  const read = async (): Promise<string> => decoded(readFileSync(path))
  return { name: nameOf(path, folder), uri: pathToFileURL(path).href, read }
}

function standardInput({ input, folder }: Terminal, name: string): Input {
  const read = async (): Promise<string> => {
    const chunks: Buffer[] = []
    for await (const chunk of input as AsyncIterable<Buffer | string>)
      chunks.push(Buffer.from(chunk as string))
    return decoded(Buffer.concat(chunks))
  }
  return { name, uri: pathToFileURL(resolve(folder, name)).href, read }
}

function nameOf(path: string, folder: string): string {
  const near = relative(folder, path)
  const isOutside = near.startsWith(`..${sep}`) || isAbsolute(near)
  return (isOutside ? join(path) : near).split(sep).join('/')
}
