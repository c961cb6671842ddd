import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { modelFolder } from '../../../server/src/hosts/cli/package-files.js'
import { run } from '../../../server/src/hosts/cli/program.js'
import type { Terminal } from '../../../server/src/hosts/cli/terminal.js'
import { newWorkspace } from '../../../server/src/hosts/engine.js'

export interface Outcome {
  readonly code: number
  readonly output: string
  readonly errors: string
}

/** What a command says and how it ends, with `input` on its standard input. */
export async function outcomeOf(args: readonly string[], given: Partial<Terminal> & { text?: string } = {}): Promise<Outcome> {
  const output = new Collector()
  const errors = new Collector()
  const code = await run(args, {
    folder: fileURLToPath(new URL('.', import.meta.url)),
    environment: {},
    input: Readable.from(given.text === undefined ? [] : [Buffer.from(given.text)]),
    output,
    errors,
    newWorkspace: (withBuiltIn) => newWorkspace(modelFolder(), withBuiltIn),
    ...given,
  })
  return { code, output: output.text, errors: errors.text }
}

/** Keeps what is written to it. */
class Collector extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}
