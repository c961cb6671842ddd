import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInDesktop } from './harness/desktop.mjs'
import { runInExtensionHost } from './harness/extension-host.mjs'
import { root, withWorkspace } from './harness/workspace.mjs'

const mostBytes = 2_000_000

/** Tests the extension as it lies in the repository. BIOPROSE_TEST_HOST=desktop chooses desktop VS Code. */
export async function testExtension() {
  const run = process.env.BIOPROSE_TEST_HOST === 'desktop' ? runInDesktop : runInExtensionHost
  const tests = join(root, 'dist/test/everything.js')
  return withWorkspace((workspace) => run({ extension: root, tests, workspace }))
}

/** Tests a .vsix file: it is installed in a VS Code that knows the repository only for the tests' sake. */
export async function testPackage(vsix) {
  const bytes = statSync(vsix).size
  if (bytes > mostBytes) throw new Error(`${vsix} has ${bytes} bytes, more than ${mostBytes}.`)
  const tests = join(root, 'dist/test/installed.js')
  return withWorkspace((workspace) =>
    withBystander((extension) => runInExtensionHost({ extension, tests, workspace, install: vsix })),
  )
}

/** VS Code runs tests only beside an extension under development; this one does nothing. */
async function withBystander(use) {
  const folder = mkdtempSync(join(tmpdir(), 'bioprose-bystander-'))
  const manifest = { name: 'bystander', publisher: 'bioprose', version: '0.0.0', engines: { vscode: '*' } }
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
