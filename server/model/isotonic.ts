import type { Calibration } from '../src/claims/calibration.js'

/**
 * The rising curve that fits labels best (isotonic regression by pooling adjacent violators), as a few knots.
 *
 * @param knots how many groups of about equally many sentences the curve is drawn through
 */
export function isotonic(logOdds: Float32Array, labels: Uint8Array, knots: number): Calibration {
  const order = Array.from(logOdds.keys()).sort((a, b) => logOdds[a]! - logOdds[b]!)
  const pools: Pool[] = []
  for (let group = 0; group < knots; group++) {
    const members = order.slice(
      Math.floor((group * order.length) / knots),
      Math.floor(((group + 1) * order.length) / knots),
    )
    if (members.length === 0) continue
    let pool: Pool = {
      count: members.length,
      logOdds: members.reduce((sum, i) => sum + logOdds[i]!, 0),
      cited: members.reduce((sum, i) => sum + labels[i]!, 0),
    }
    for (
      let last = pools.at(-1);
      last && last.cited / last.count >= pool.cited / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop()
      pool = {
        count: last.count + pool.count,
        logOdds: last.logOdds + pool.logOdds,
        cited: last.cited + pool.cited,
      }
    }
    pools.push(pool)
  }
  return {
    logOdds: Float32Array.from(pools, (pool) => pool.logOdds / pool.count),
    // One sentence of each kind is added, so that no probability is 0 or 1.
    probabilities: Float32Array.from(pools, (pool) => (pool.cited + 1) / (pool.count + 2)),
  }
}

interface Pool {
  readonly count: number
  readonly logOdds: number
  readonly cited: number
}
