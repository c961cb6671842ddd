import Mocha from 'mocha'

/**
 * Runs tests inside the extension host. What they did goes to the file that the harness names: the console of this
 * process is VS Code's own and cannot be replaced.
 *
 * @param load imports the files of tests, which find mocha's `describe` and `it` as globals
 */
export async function runMocha(load: () => Promise<unknown>): Promise<void> {
  const output = process.env.BIOPROSE_TEST_RESULTS
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    failZero: true,
    forbidOnly: process.env.CI === 'true',
    ...(output ? { reporter: 'json', reporterOptions: { output } } : { reporter: 'spec' }),
  })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  await load()
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve)
  })
  if (failures > 0) throw new Error(`${failures} of the tests failed.`)
}
