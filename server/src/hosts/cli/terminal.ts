import type { Readable, Writable } from 'node:stream'
import { createColors } from 'picocolors'
import type { Workspace } from '../../workspace/workspace.js'
import type { Style } from '../reports/style.js'

/** All of the world that a command touches, besides files: tests hand in their own. */
export interface Terminal {
  /** The folder that paths are relative to. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly input: Readable
  readonly output: Output
  readonly errors: Writable
  newWorkspace(withBuiltIn: boolean): Workspace
}

/** A stream that may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** 0: nothing to complain about; 1: findings; 2: it could not run as asked. */
export type ExitCode = 0 | 1 | 2

const usualWidth = 100
const narrowest = 40

/** How to write to the output: its width, and colours on a terminal unless NO_COLOR or FORCE_COLOR says otherwise. */
export function styleOf({ output, environment }: Terminal): Style {
  return {
    width: Math.max(narrowest, output.columns ?? usualWidth),
    paint: createColors(isColoured(output, environment)),
  }
}

function isColoured(output: Output, environment: Terminal['environment']): boolean {
  if (environment.NO_COLOR) return false
  const forced = environment.FORCE_COLOR
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return output.isTTY === true && environment.TERM !== 'dumb'
}

/** Writes, and waits while the reader is slower than we are; a stream that broke waits for nothing. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (text === '' || stream.destroyed || stream.write(text)) return
  await new Promise<void>((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error']) stream.off(event, done)
      resolve()
    }
    for (const event of ['drain', 'close', 'error']) stream.once(event, done)
  })
}

/** Tells the user what went wrong. */
export async function complain(terminal: Terminal, message: string): Promise<void> {
  await write(terminal.errors, `bioprose: ${message}\n`)
}
