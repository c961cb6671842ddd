// npm start: what the engine finds in examples/, then the extension on that folder, in desktop VS Code or in a browser.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf, remote, startServer } from './harness/server.mjs'
import { root } from './harness/workspace.mjs'

const examples = join(root, 'examples')
const example = readdirSync(examples).find((name) => name.endsWith('.md'))
const shell = process.platform === 'win32'

spawnSync(process.execPath, ['dist/cli.js', 'check', 'examples'], { cwd: root, stdio: 'inherit' })
const desktop = ['code', 'code-insiders', 'codium'].find(
  (name) => spawnSync(name, ['--version'], { shell }).status === 0,
)
if (desktop) openDesktop(desktop)
else await openBrowser()

function openDesktop(program) {
  console.log(`\nOpening examples/ in desktop VS Code (${program}).`)
  const files = example ? [examples, join(examples, example)] : [examples]
  const { status } = spawnSync(program, [`--extensionDevelopmentPath=${root}`, ...files], {
    stdio: 'inherit',
    shell,
  })
  process.exitCode = status ?? 1
}

/** The server stays until somebody stops it. */
async function openBrowser() {
  console.log(
    '\nThere is no `code` on the PATH, so a VS Code for the browser starts (the first time, npm fetches it: 40 MB) …',
  )
  const server = await startServer({ port: Number(process.env.PORT ?? 0) })
  const payload = [['extensionDevelopmentPath', remote(server, root)]]
  if (example) payload.push(['openFile', remote(server, join(examples, example))])
  console.log(
    `\nVS Code with BioProse, in a browser of this machine (Ctrl+C ends it):\n\n${addressOf(server, examples, payload)}\n`,
  )
}
