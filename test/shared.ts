import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * The public data that lies beside the repository on the developers' machines; the project passes its tests without it.
 * Every program runs in the repository's folder.
 */
export const sharedFolder = resolve('..', 'shared')

/**
 * Runs `define` where the public data is there. Elsewhere it says that these tests were skipped; on CI, where the
 * data must be there, it lets them run and fail.
 */
export function withShared(what: string, define: () => void): void {
  if (existsSync(sharedFolder) || process.env.CI === 'true') {
    describe(what, define)
    return
  }
  describe.skip(`${what} (skipped: there is no folder ../shared)`, define)
}
