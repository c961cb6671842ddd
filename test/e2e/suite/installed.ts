import { runMocha } from './run-mocha.js'

/** The tests of the extension as somebody installs it. */
export function run(): Promise<void> {
  return runMocha(async () => {
    await import('./installed.test.js')
    await import('./hover.test.js')
    await import('./problems.test.js')
  })
}
