/** A rising curve from log-odds to probability, linear between its knots and level beyond them. */
export interface Calibration {
  readonly logOdds: Float32Array
  readonly probabilities: Float32Array
}

/** The calibrated probability, in [0, 1], for a sentence with these log-odds. */
export function calibrated(calibration: Calibration, logOdds: number): number {
  const { logOdds: knots, probabilities } = calibration
  const last = knots.length - 1
  if (logOdds <= knots[0]!) return probabilities[0]!
  if (logOdds >= knots[last]!) return probabilities[last]!
  let low = 0
  let high = last
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (knots[middle]! <= logOdds) low = middle
    else high = middle
  }
  const share = (logOdds - knots[low]!) / (knots[high]! - knots[low]!)
  return probabilities[low]! + share * (probabilities[high]! - probabilities[low]!)
}
