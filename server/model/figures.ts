/** How well probabilities tell cited from uncited sentences. */
export interface Figures {
  readonly sentences: number
  /** The share of sentences that are cited. */
  readonly cited: number
  /** The area under the receiver operating characteristic. */
  readonly auc: number
  readonly averagePrecision: number
  readonly bestF1: number
  /** The highest recall at a precision of at least 0.8. */
  readonly recallAt80: number
  /** Expected calibration error over ten equally wide bins. */
  readonly calibrationError: number
}

/** @param labels 1 for cited; same order and length as `probabilities` */
export function figuresOf(probabilities: ArrayLike<number>, labels: ArrayLike<number>): Figures {
  const points = precisionCurve(probabilities, labels)
  const positives = points.at(-1)?.hits ?? 0
  const negatives = labels.length - positives
  let area = 0
  let averagePrecision = 0
  let bestF1 = 0
  let recallAt80 = 0
  let before = { hits: 0, taken: 0 }
  for (const point of points) {
    const precision = point.hits / point.taken
    const recall = point.hits / positives
    const hits = point.hits - before.hits
    const misses = point.taken - before.taken - hits
    area += misses * (before.hits + hits / 2)
    averagePrecision += hits * precision
    bestF1 = Math.max(bestF1, (2 * precision * recall) / (precision + recall || 1))
    if (precision >= 0.8) recallAt80 = recall
    before = point
  }
  return {
    sentences: labels.length,
    cited: positives / labels.length,
    auc: area / (positives * negatives),
    averagePrecision: averagePrecision / positives,
    bestF1,
    recallAt80,
    calibrationError: calibrationError(probabilities, labels),
  }
}

/** The lowest probability from which on at least `precision` of the sentences are cited. */
export function thresholdAt(
  precision: number,
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
): number {
  const fit = precisionCurve(probabilities, labels).filter(({ hits, taken }) => hits / taken >= precision)
  return fit.at(-1)?.probability ?? 1
}

interface Point {
  readonly probability: number
  /** How many sentences have at least this probability, and how many of them are cited. */
  readonly taken: number
  readonly hits: number
}

/** One point for each distinct probability, from the highest down. */
function precisionCurve(probabilities: ArrayLike<number>, labels: ArrayLike<number>): Point[] {
  const order = Array.from({ length: labels.length }, (_, i) => i).sort(
    (a, b) => probabilities[b]! - probabilities[a]!,
  )
  const points: Point[] = []
  let hits = 0
  order.forEach((index, place) => {
    hits += labels[index]!
    const probability = probabilities[index]!
    const next = order[place + 1]
    if (next === undefined || probabilities[next] !== probability)
      points.push({ probability, taken: place + 1, hits })
  })
  return points
}

function calibrationError(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  const expected = new Float64Array(10)
  const found = new Float64Array(10)
  for (let i = 0; i < labels.length; i++) {
    const bin = Math.min(9, Math.floor(probabilities[i]! * 10))
    expected[bin] = expected[bin]! + probabilities[i]!
    found[bin] = found[bin]! + labels[i]!
  }
  return expected.reduce((sum, value, bin) => sum + Math.abs(value - found[bin]!), 0) / labels.length
}
