import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { factsFrom, type Facts } from '../../bibliography/lookup/facts.js'
import type { Name } from '../../text/name.js'

/** The form of the files; another one's files are not read. */
const version = 1
const largestFile = 2 * 1024 * 1024
const longestKept = 366 * 24 * 60 * 60 * 1000

/** What was looked up, on the disk: one file for each name, so that a damaged one costs itself alone and many programs can share them. */
export class Cache {
  private isTidied = false

  /** @param folder is made when there is something to keep */
  constructor(private readonly folder: string) {}

  /** What is kept of a name, of whatever age; undefined for nothing, and for a file that cannot be understood. */
  async read(name: Name): Promise<Facts | undefined> {
    try {
      const path = this.pathOf(name)
      const { size } = await stat(path)
      if (size > largestFile) return undefined
      const kept = JSON.parse(await readFile(path, 'utf8')) as { version?: unknown; name?: unknown }
      return kept.version === version && kept.name === name ? factsFrom(kept) : undefined
    } catch {
      return undefined
    }
  }

  /** Keeps what was said of a name. A disk that cannot be written is no reason to fail: it is asked again next time. */
  async write(name: Name, facts: Facts): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true })
      const path = this.pathOf(name)
      const draft = `${path}.${process.pid}.tmp`
      await writeFile(draft, JSON.stringify({ version, name, ...facts }))
      // A reader finds the old file or the new one, never half of one.
      await rename(draft, path)
      await this.tidy()
    } catch {
      return
    }
  }

  /** Forgets all that was looked up. */
  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }

  /** Once in a while what nobody looked up again for a year goes. */
  private async tidy(): Promise<void> {
    if (this.isTidied) return
    this.isTidied = true
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name)
      const { mtimeMs } = await stat(path)
      if (Date.now() - mtimeMs > longestKept) await rm(path, { force: true })
    }
  }

  private pathOf(name: Name): string {
    return join(this.folder, `${createHash('sha256').update(name).digest('hex').slice(0, 40)}.json`)
  }
}

/** Where programs keep what they can get again, on each system; what an editor sets aside for us comes first. */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment
  if (xdg) return join(xdg, 'bioprose', 'lookup')
  if (platform === 'win32' && local) return join(local, 'bioprose', 'lookup')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'bioprose', 'lookup')
  return join(homedir(), '.cache', 'bioprose', 'lookup')
}
