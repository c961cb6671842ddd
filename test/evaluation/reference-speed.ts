import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

/** What the code takes that is shipped: bundled, in a process of its own, each reference read once. */
export async function printSpeed(texts: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'references-'))
  try {
    const outfile = join(folder, 'parse.cjs')
    const host = join(folder, 'host.cjs')
    const input = join(folder, 'texts.json')
    await build({ ...bundling, entryPoints: ['server/src/bibliography/reference/parse.ts'], outfile })
    await build({ ...bundling, entryPoints: ['server/src/hosts/regular-expressions.ts'], outfile: host })
    writeFileSync(input, JSON.stringify(texts))
    const program = `
      require(${JSON.stringify(host)})
      const { parseReference } = require(${JSON.stringify(outfile)})
      const texts = JSON.parse(require('fs').readFileSync(${JSON.stringify(input)}, 'utf8'))
      const speeds = [1, 2].map(() => {
        const started = process.cpuUsage()
        for (const text of texts) parseReference(text)
        const { user, system } = process.cpuUsage(started)
        return Math.round((texts.length * 1e6) / (user + system))
      })
      console.log(speeds[0] + ' references a second of CPU time at the first reading, ' + speeds[1] + ' at the second')`
    process.stdout.write(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
} as const
