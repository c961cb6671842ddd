// Runs all tests, or the steps that are named (`node test/run.mjs build e2e`), and says at the end how many passed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testExtension, testPackage } from './e2e/vscode-tests.mjs'
import { root } from './e2e/harness/workspace.mjs'

const temporary = mkdtempSync(join(tmpdir(), 'bioprose-test-'))

/** These steps would run what the last build left. */
const needsBuild = ['e2e', 'vsix']

/** What there is to run, in order. Each step throws, or returns results as mocha's JSON reporter writes them. */
const steps = {
  build: () => command('esbuild.mjs', '--production'),
  lint: () => command('node_modules/eslint/bin/eslint.js', '.'),
  format: () => command('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  typecheck: () => command('node_modules/typescript/bin/tsc', '-p', '.'),
  unit: unitTests,
  e2e: testExtension,
  vsix: () => testPackage(packaged()),
}

process.chdir(root)
// Whatever a test does, it asks nobody but this machine, where nobody answers unless the test does.
process.env.BIOPROSE_LOOKUP_URL ??= 'http://127.0.0.1:9'
let hasNoBuild = false
const total = { passed: 0, failed: 0, skipped: 0 }
try {
  for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(steps)) await runStep(name)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

async function runStep(name) {
  const start = Date.now()
  const results = await resultsOf(name)
  const count = {
    passed: results.passes.length,
    failed: results.failures.length,
    skipped: results.pending.length,
  }
  for (const key of Object.keys(total)) total[key] += count[key]
  if (name === 'build') hasNoBuild = count.failed > 0
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
  console.log(`${name.padEnd(10)} ${count.passed} passed, ${count.failed} failed${skipped} (${seconds} s)`)
  for (const { fullTitle } of results.pending) console.log(`    skipped: ${fullTitle}`)
  for (const { fullTitle, err } of results.failures) console.log(`    FAILED: ${fullTitle}\n${indented(err)}`)
  if (count.failed > 0 && results.log)
    console.log(`    The language server said:\n${indented({ message: results.log })}`)
}

/** A step that throws is one failed test, and so is a step in which nothing ran or that waits for a build that failed. */
async function resultsOf(name) {
  const failure = (err) => ({ passes: [], pending: [], failures: [{ fullTitle: name, err }] })
  if (hasNoBuild && needsBuild.includes(name)) return failure({ message: 'Not run: the build failed.' })
  try {
    const results = await steps[name]()
    const isEmpty = results.passes.length + results.failures.length === 0
    return isEmpty ? failure({ message: 'No test ran.' }) : results
  } catch (error) {
    return failure(error)
  }
}

function indented({ stack, message }) {
  return String(stack ?? message).replace(/^/gm, '      ')
}

/** A program of Node that says by its exit code whether all is well, as one test. */
function command(program, ...args) {
  const { status, error, stdout, stderr } = node(program, ...args)
  if (error) throw error
  if (status !== 0) throw Object.assign(new Error(), { stack: `${stdout}${stderr}`.trimEnd() })
  return { passes: [program], failures: [], pending: [] }
}

function unitTests() {
  const output = join(temporary, 'unit.json')
  const files = ['test/unit/**/*.test.ts', 'test/specs/run.test.ts']
  const reporter = ['--reporter', 'json', '--reporter-option', `output=${output}`]
  const { stderr } = node('node_modules/mocha/bin/mocha.js', '--import', 'tsx', ...reporter, ...files)
  try {
    return JSON.parse(readFileSync(output, 'utf8'))
  } catch {
    throw Object.assign(new Error(), { stack: stderr })
  }
}

function packaged() {
  const vsix = join(temporary, 'bioprose.vsix')
  command('node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--out', vsix)
  return vsix
}

function node(...args) {
  return spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26, timeout: 600_000 })
}
