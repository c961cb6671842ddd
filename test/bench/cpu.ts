import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Writes the CPU time of its process, all threads included, when that exits. */
const witness = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeFileSync(process.env.BIOPROSE_BENCH_CPU, String((user + system) / 1e6))
})`

/**
 * The CPU time in seconds (user and system, all threads) that a Node program takes. What it writes is thrown away, and
 * so is its exit code, for a program that finds something to report ends with one.
 */
export function cpuSecondsOf(script: string, args: readonly string[], cwd: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'bioprose-cpu-'))
  try {
    const preload = join(folder, 'witness.cjs')
    const result = join(folder, 'seconds')
    writeFileSync(preload, witness)
    const env = { ...process.env, BIOPROSE_BENCH_CPU: result }
    spawnSync(process.execPath, ['--require', preload, script, ...args], { cwd, env, stdio: 'ignore' })
    return Number(readFileSync(result, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The CPU time in milliseconds that this process has taken so far. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The value below which the share `part` of the numbers lies: 0.5 for the median. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}
