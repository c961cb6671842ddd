import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vscodeFolder } from './vscode.mjs'

const startTimeout = 60_000
const stopTimeout = 3_000

const always = [
  '--accept-server-license-terms',
  '--telemetry-level=off',
  '--disable-workspace-trust',
  // Newer versions of VS Code read the payload of an address only where their own smoke tests drive them.
  '--enable-smoke-test-driver',
]

/** A VS Code that shows nothing but the extension: no questions, no news, no boxes round unusual letters. */
const settings = {
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'editor.unicodeHighlight.invisibleCharacters': false,
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
}

// The server is in a process group of its own, so what interrupts this process would not reach it.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => process.exit(1))

/**
 * Starts a VS Code server on this machine, with an empty profile that goes when it stops.
 *
 * @param {{ port?: number, env?: Record<string, string>, install?: string }} options `env` reaches the extensions;
 *   `install` is a .vsix file to install before
 * @returns what a browser needs to open it, the process, a look at an output channel, and `stop`
 */
export async function startServer({ port = 0, env = {}, install } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'bioprose-vscode-'))
  mkdirSync(join(profile, 'data/Machine'), { recursive: true })
  writeFileSync(join(profile, 'data/Machine/settings.json'), JSON.stringify(settings))
  const token = randomBytes(16).toString('hex')
  let server
  const removeAll = () => {
    if (server) signal(server, 'SIGKILL')
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', removeAll)
  const stop = async () => {
    if (server) await ended(server)
    removeAll()
    process.off('exit', removeAll)
  }
  try {
    if (install) {
      server = run(profile, env, ['--install-extension', install])
      await finished(server)
    }
    server = run(profile, env, ['--host', '127.0.0.1', '--port', String(port), '--connection-token', token])
    const authority = await listening(server)
    return { authority, token, process: server, outputOf: (channel) => outputIn(profile, channel), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The address that opens a folder in it; `payload` are VS Code's own startup parameters, pairs of name and value. */
export function addressOf(server, folder, payload) {
  const address = new URL(`http://${server.authority}/`)
  const query = { tkn: server.token, folder, payload: JSON.stringify(payload) }
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  return address.href
}

/** How VS Code in the browser names a file of the machine that its server runs on. */
export function remote(server, path) {
  return `vscode-remote://${server.authority}${path}`
}

/** Starts the server's program with an empty profile, and keeps what it says in `log`. */
function run(profile, env, args) {
  const folders = ['--server-data-dir', profile, '--extensions-dir', join(profile, 'extensions')]
  const program = join(vscodeFolder(), 'out/server-main.js')
  const child = spawn(process.execPath, [program, ...args, ...always, ...folders], {
    // Its sockets go with the profile.
    env: { ...process.env, TMPDIR: profile, XDG_RUNTIME_DIR: profile, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: an extension host that hangs would outlive the server otherwise.
    detached: true,
  })
  child.log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (child.log += data))
  return child
}

/** Resolves to host and port as soon as the server says where it listens. */
function listening(server) {
  return within(startTimeout, server, (resolve) => {
    server.stdout.on('data', () => {
      const said = /Server bound to ([\d.]+:\d+)/.exec(server.log)
      if (said && server.log.includes('Extension host agent started')) resolve(said[1])
    })
  })
}

function finished(child) {
  return within(startTimeout, child, (resolve) => child.once('close', (code) => code === 0 && resolve()))
}

function within(milliseconds, child, wait) {
  return new Promise((resolve, reject) => {
    const fail = (what) => reject(new Error(`VS Code's server ${what}:\n${child.log}`))
    setTimeout(() => fail(`was not ready after ${milliseconds / 1000} s`), milliseconds).unref()
    wait(resolve)
    child.once('close', (code) => fail(`ended with ${code}`))
  })
}

/** What an output channel says: VS Code keeps each as a log file, in a folder for every start and every window. */
function outputIn(profile, channel) {
  const files = readdirSync(join(profile, 'data/logs'), { recursive: true }).filter((file) =>
    file.endsWith(`${channel}.log`),
  )
  return files.map((file) => readFileSync(join(profile, 'data/logs', file), 'utf8')).join('')
}

/** Asks it to end, and waits for that a little while. */
async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  signal(child, 'SIGTERM')
  await Promise.race([exit, new Promise((resolve) => setTimeout(resolve, stopTimeout).unref())])
}

/** To the whole group, which may be gone already. */
function signal(child, name) {
  try {
    process.kill(-child.pid, name)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
