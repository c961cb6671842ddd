import { runMocha } from './run-mocha.js'

/** The tests of the extension as it lies in the repository. */
export function run(): Promise<void> {
  return runMocha(async () => {
    await import('./activation.test.js')
    await import('./hover.test.js')
    await import('./definition.test.js')
    await import('./references.test.js')
    await import('./problems.test.js')
    await import('./quick-fix.test.js')
    await import('./editing.test.js')
    await import('./rewriting.test.js')
    await import('./paste.test.js')
    await import('./reference-tree.test.js')
    await import('./article.test.js')
    await import('./look-up.test.js')
  })
}
