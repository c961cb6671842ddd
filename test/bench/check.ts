import { resolve } from 'node:path'
import { written, type Corpus } from './corpus.js'
import { cpuSecondsOf, median } from './cpu.js'
import { installed, peers } from './peers.js'

/** `bioprose check` against its peers over the same files, one after the other in each round. */
export function measureCheck(corpus: Corpus, megabytes: number, rounds: number): void {
  const folder = written(corpus, megabytes * 1e6)
  const own = {
    name: 'bioprose check',
    script: resolve('dist/cli.js'),
    args: ['check', folder, '--format', 'json'],
  }
  const programs = [own]
  for (const peer of peers) {
    const script = installed(peer)
    if (script) programs.push({ name: `${peer.name} ${peer.version}`, script, args: [...peer.args] })
    else console.log(`  ${peer.name} ${peer.version} could not be installed, so it is left out`)
  }
  const seconds = programs.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    programs.forEach(({ script, args }, i) => seconds[i]!.push(cpuSecondsOf(script, args, folder)))
  }
  const base = median(seconds[0]!)
  programs.forEach(({ name }, i) => {
    const time = median(seconds[i]!)
    const ratio = i === 0 ? '' : `  ${(time / base).toFixed(1)} times bioprose (target: at least 5)`
    console.log(`  ${name.padEnd(28)}${time.toFixed(2).padStart(8)} s${ratio}`)
  })
}
