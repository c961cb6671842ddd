import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from './chromium.mjs'
import { addressOf, remote, startServer } from './server.mjs'

const timeout = 300_000

/**
 * Runs a bundle of mocha tests in the extension host of a real VS Code, which a headless browser opens.
 *
 * @param {{ extension: string, tests: string, workspace: string, install?: string }} what `extension` is the folder of the
 *   extension under development, `tests` the bundle (its `run` is called), `workspace` the folder to open, and `install`
 *   a .vsix file to install before
 * @returns what mocha's JSON reporter wrote, and as `log` what the language server said
 */
export async function runInExtensionHost({ extension, tests, workspace, install }) {
  const folder = mkdtempSync(join(tmpdir(), 'bioprose-results-'))
  const results = join(folder, 'results.json')
  let server, browser
  try {
    server = await startServer({ install, env: { BIOPROSE_TEST_RESULTS: results } })
    browser = await launchChromium()
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    // Tests copy, and read what was copied.
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const done = exitOf(page, server)
    // VS Code calls these two functions of its window, where they are there, when its tests speak and end.
    await page.exposeFunction('codeAutomationLog', (_type, words) => {
      const text = /^bioprose-test: paste (.+)$/s.exec(String([words].flat()[0]))?.[1]
      if (text !== undefined) void page.evaluate(pasteInPage, JSON.parse(text))
    })
    await page.exposeFunction('codeAutomationExit', done.resolve)
    const payload = [
      ['extensionDevelopmentPath', remote(server, extension)],
      ['extensionTestsPath', remote(server, tests)],
    ]
    await page.goto(addressOf(server, workspace, payload))
    await done.promise
    if (!existsSync(results)) throw new Error(`The tests ended without results:\n${server.process.log}`)
    return { ...JSON.parse(readFileSync(results, 'utf8')), log: server.outputOf('BioProse') }
  } finally {
    await browser?.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a browser does at Ctrl+V; runs in the page. Pressed keys reach no clipboard in a browser without a window. */
/* global ClipboardEvent, DataTransfer, document */
function pasteInPage(text) {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  document.activeElement.dispatchEvent(event)
}

/** Settles when the tests end, or when it is clear that they never will. */
function exitOf(page, server) {
  let resolve, reject
  const promise = new Promise((...both) => ([resolve, reject] = both))
  const fail = (what) => reject(new Error(`${what}\n${server.process.log}`))
  setTimeout(() => fail(`The tests did not end in ${timeout / 1000} s.`), timeout).unref()
  page.on('crash', () => fail('The page crashed.'))
  server.process.on('exit', () => fail('The VS Code server ended.'))
  server.process.stdout.on('data', (data) => {
    const died = /Extension Host Process exited with code: (\S+), signal: (\S+?)\./.exec(data)
    if (died && !(died[1] === '0' && died[2] === 'null')) fail('The extension host died.')
  })
  return { promise, resolve }
}
