import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The repository. */
export const root = resolve(import.meta.dirname, '../../..')

const article = join(root, '../shared/articles/neurotrophins.md')

/**
 * Calls `use` with a folder that holds the test's documents and, where the public data lies beside the repository,
 * its article; the folder goes afterwards.
 */
export async function withWorkspace(use) {
  const folder = mkdtempSync(join(tmpdir(), 'bioprose-workspace-'))
  try {
    cpSync(join(root, 'test/e2e/workspace'), folder, { recursive: true })
    if (existsSync(article)) copyFileSync(article, join(folder, 'neurotrophins.md'))
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
