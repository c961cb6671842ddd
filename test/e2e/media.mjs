// npm run media: pictures of the extension at work on an example, for README.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from './harness/chromium.mjs'
import { addressOf, remote, startServer } from './harness/server.mjs'
import { root } from './harness/workspace.mjs'

const media = join(root, 'media')
const examples = join(root, 'examples')
const article = join(examples, 'neurotrophins-and-exercise.md')
const server = await startServer()
let browser
try {
  browser = await launchChromium()
  mkdirSync(media, { recursive: true })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await openArticle(page)
  await takeHover(page)
  await takePeek(page)
  await takeProblems(page)
} finally {
  await browser?.close()
  await server.stop()
}

async function openArticle(page) {
  const payload = [
    ['extensionDevelopmentPath', remote(server, root)],
    ['openFile', remote(server, article)],
  ]
  await page.goto(addressOf(server, examples, payload))
  // The findings are there, so the server is.
  await page.locator('.squiggly-warning, .squiggly-info').first().waitFor({ timeout: 60_000 })
  await command(page, 'Notifications: Clear All Notifications')
}

async function takeHover(page) {
  await goTo(page, 'TrkB')
  await command(page, 'Show or Focus Hover')
  await page.locator('.monaco-hover:visible', { hasText: 'receptor' }).first().waitFor()
  await take(page, 'hover')
  await page.keyboard.press('Escape')
}

async function takePeek(page) {
  await goTo(page, 'hexarelin')
  await command(page, 'Peek Definition')
  await page.locator('.peekview-widget .view-line', { hasText: 'Tanaka-Reed' }).first().waitFor()
  await take(page, 'peek')
  await page.keyboard.press('Escape')
}

async function takeProblems(page) {
  await goTo(page, 'Studies show')
  await command(page, 'Problems: Focus on Problems View')
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'citation' }).first().waitFor()
  await take(page, 'problems')
}

/** Puts the cursor into the first place where the article has these words. */
async function goTo(page, words) {
  const before = readFileSync(article, 'utf8').split(words)[0].split('\n')
  await page.keyboard.press('Control+G')
  await page.keyboard.type(`:${before.length}:${before.at(-1).length + 2}`)
  await page.keyboard.press('Enter')
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
}

/** Runs a command by its title in the command palette. */
async function command(page, title) {
  await page.keyboard.press('F1')
  const palette = page.locator('.quick-input-widget')
  await palette.locator('input').first().fill(`>${title}`)
  await palette.locator('.monaco-list-row', { hasText: title }).first().click()
  await palette.waitFor({ state: 'hidden' })
}

/** A picture when all that moves has come to rest. */
async function take(page, name) {
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(media, `${name}.png`) })
}
