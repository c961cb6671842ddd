// Builds dist/: `node esbuild.mjs`, with --production for what is shipped, with --watch while developing.
import { cpSync, existsSync, rmSync } from 'node:fs'
import { context } from 'esbuild'

const production = process.argv.includes('--production')
const watch = process.argv.includes('--watch')

/** What the programs read beside themselves: the models, and the page of each rule. */
const data = {
  'server/model/claims.bin': 'dist/claims.bin',
  'server/model/terms.bin': 'dist/terms.bin',
  'test/specs/rules': 'dist/rules',
  'server/src/hosts/project.schema.json': 'dist/project.schema.json',
}

const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outdir: 'dist',
  minify: production,
  sourcemap: !production,
  logLevel: 'warning',
  // Bundles are CommonJS, which has no import.meta; sources that run unbundled in the tests use its url.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  // Packages offer an ES module as well, which esbuild can shake; their CommonJS often cannot be bundled at all.
  mainFields: ['module', 'main'],
}

const builds = [
  { ...node, entryPoints: { extension: 'client/src/extension.ts' }, external: ['vscode'] },
  { ...node, entryPoints: { programs: 'server/src/hosts/programs.ts' } },
  { ...node, entryPoints: { server: 'server/src/hosts/node.ts' }, external: ['./programs.js'] },
  {
    ...node,
    entryPoints: { cli: 'server/src/hosts/cli.ts' },
    external: ['./programs.js'],
    banner: { js: `#!/usr/bin/env node\n${node.banner.js}` },
  },
  {
    ...node,
    entryPoints: {
      'test/everything': 'test/e2e/suite/everything.ts',
      'test/installed': 'test/e2e/suite/installed.ts',
      // What is measured is what is shipped: unbundled sources run several times slower.
      'test/bench': 'test/bench/index.ts',
    },
    external: ['vscode', 'mocha'],
    minify: false,
    sourcemap: 'inline',
  },
]

rmSync('dist', { recursive: true, force: true })
for (const [from, to] of Object.entries(data)) if (existsSync(from)) cpSync(from, to, { recursive: true })
await Promise.all(builds.map(build))

async function build(options) {
  const builder = await context(options)
  if (watch) return builder.watch()
  await builder.rebuild()
  await builder.dispose()
}
