import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** A program that people run over the same files. */
export interface Peer {
  readonly name: string
  readonly version: string
  /** Its program, from the folder of installed packages. */
  readonly script: string
  /** How it is asked to look through all Markdown in the folder that it runs in. */
  readonly args: readonly string[]
}

export const peers: readonly Peer[] = [
  { name: 'cspell', version: '9.8.0', script: 'cspell/bin.mjs', args: ['lint', '--no-progress', '**/*.md'] },
  {
    name: 'markdownlint-cli2',
    version: '0.24.1',
    script: 'markdownlint-cli2/markdownlint-cli2-bin.mjs',
    args: ['**/*.md'],
  },
]

/** Installs a peer once, outside the project, and returns its program; undefined where it cannot be had. */
export function installed({ name, version, script }: Peer): string | undefined {
  const folder = join(
    process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
    'bioprose-bench',
    `${name}-${version}`,
  )
  const program = join(folder, 'node_modules', script)
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save']
  spawnSync(npm, ['install', '--prefix', folder, ...flags, `${name}@${version}`], { stdio: 'ignore' })
  return existsSync(program) ? program : undefined
}
