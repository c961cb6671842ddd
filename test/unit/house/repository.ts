import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The paths of all files that git keeps or would keep, from the root of the repository. */
export function trackedFiles(): readonly string[] {
  const output = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  return output.split('\n').filter((path) => path !== '')
}

export function read(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8')
}

/** One import or re-export of a file: what it asks for, and whether the types alone. */
export interface Import {
  readonly from: string
  readonly isTypeOnly: boolean
}

/** The static and dynamic imports of a TypeScript text. Text in strings that looks like an import counts, too. */
export function importsIn(text: string): readonly Import[] {
  const statements = /^\s{0,8}(?:import|export)\s([^'"`;]{0,2000}?)\bfrom\s['"]([^'"]+)['"]/gm
  const bare = /(?:^\s{0,8}import\s|\bimport\()\s{0,8}['"]([^'"]+)['"]/gm
  const named = [...text.matchAll(statements)].map(([, clause = '', from = '']) => ({
    from,
    isTypeOnly: /^type\s/.test(clause) || /^\{\s*(?:type\s+\w+(?:\s+as\s+\w+)?\s*,?\s*)+\}\s*$/.test(clause),
  }))
  return [...named, ...[...text.matchAll(bare)].map(([, from = '']) => ({ from, isTypeOnly: false }))]
}
