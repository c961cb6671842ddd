import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { modelFolder } from '../../../server/src/hosts/package-files.js'
import { run } from '../../../server/src/hosts/cli/program.js'
import type { Terminal } from '../../../server/src/hosts/cli/terminal.js'
import { modelIn } from '../../../server/src/hosts/engine.js'
import { builtInConcepts } from '../../../server/src/terms/builtin.js'
import { compile } from '../../../server/src/terms/lexicon.js'
import { Workspace } from '../../../server/src/workspace/workspace.js'

export interface Outcome {
  readonly code: number
  readonly output: string
  readonly errors: string
}

/** What a command says and how it ends, with `input` on its standard input. */
export async function outcomeOf(
  args: readonly string[],
  given: Partial<Terminal> & { text?: string } = {},
): Promise<Outcome> {
  const output = new Collector()
  const errors = new Collector()
  const code = await run(args, {
    folder: fileURLToPath(new URL('.', import.meta.url)),
    environment: {},
    input: Readable.from(given.text === undefined ? [] : [Buffer.from(given.text)]),
    output,
    errors,
    newWorkspace: workspaceFor,
    ...given,
  })
  return { code, output: output.text, errors: errors.text }
}

/** A workspace as the program makes it. */
export function workspaceFor(withBuiltIn: boolean): Workspace {
  return new Workspace(lexicon(withBuiltIn), modelOf(modelFolder()))
}

/** Compiling takes longer than a test, so that it is done once for all of them. */
const lexicon = once((withBuiltIn: boolean) => compile(withBuiltIn ? [builtInConcepts()] : []))
const modelOf = once(modelIn)

function once<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

/** Keeps what is written to it. */
class Collector extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}
