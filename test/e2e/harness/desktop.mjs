import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runTests } from '@vscode/test-electron'

/**
 * Runs a bundle of mocha tests in the extension host of desktop VS Code, which is downloaded when it is not there yet.
 * It needs a screen and Microsoft's servers, so it runs where somebody asks for it.
 *
 * @returns what mocha's JSON reporter wrote
 */
export async function runInDesktop({ extension, tests, workspace }) {
  const folder = mkdtempSync(join(tmpdir(), 'bioprose-desktop-'))
  const results = join(folder, 'results.json')
  try {
    await runTests({
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: { BIOPROSE_TEST_RESULTS: results },
      launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', folder],
    }).catch(() => {
      // It throws for a failed test as well, and the results say which.
    })
    return JSON.parse(readFileSync(results, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
