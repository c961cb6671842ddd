import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const userCache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')

/** Programs that the tests need are kept outside the repository: VS Code does not run from inside the extension. */
const cacheFolder = process.env.BIOPROSE_CACHE ?? join(userCache, 'bioprose')

/**
 * The folder of that name in the cache, filled by `fill` when it is not there yet.
 *
 * It is filled under another name and renamed when complete, so that an interrupted download leaves nothing that
 * looks whole, and two runs at once do not disturb each other.
 *
 * @param {string} name with a version in it, since a folder is filled only once
 * @param {(folder: string) => void} fill
 */
export function cached(name, fill) {
  const folder = join(cacheFolder, name)
  if (existsSync(folder)) return folder
  mkdirSync(cacheFolder, { recursive: true })
  const unfinished = mkdtempSync(join(cacheFolder, 'unfinished-'))
  try {
    fill(unfinished)
    if (!existsSync(folder)) renameSync(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}

/** Unpacks the folder `inside` of an npm package into `folder`. No install script runs. */
export function unpackFromNpm(specifier, inside, folder) {
  const [packed] = JSON.parse(npm(folder, 'pack', specifier, '--json'))
  const tarball = join(folder, packed.filename)
  const depth = inside.split('/').length
  execFileSync('tar', ['xzf', tarball, '-C', folder, `--strip-components=${depth}`, inside])
  rmSync(tarball)
}

/** Runs npm in a folder and returns what it prints. */
export function npm(folder, ...args) {
  const quiet = ['--silent', '--ignore-scripts', '--no-audit', '--no-fund']
  const options = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 }
  return execFileSync('npm', [...args, ...quiet], options)
}
