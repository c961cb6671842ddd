import {
  begins,
  clueCount,
  goesOn,
  labelCount,
  latticeOf,
  outside,
  scoresOf,
  isAllowed,
  type Clues,
  type SequenceModel,
} from '../../src/terms/recognition/sequence.js'

/** A text's clues and the label of each of its words. */
export interface Lesson {
  readonly clues: Clues
  readonly labels: Uint8Array
}

const rounds = 7
/** The first rounds, whose weights are not a part of the mean that is learnt. */
const unsettledRounds = 1
const pace = 0.05
/** How fast weights fade that nothing asks for, for each time that their clue is seen. */
const fading = 1e-5

/**
 * Learns a sequence model: the likelihood of the lessons' labels is raised step by step (AdaGrad, Duchi and others 2011), one text
 * at a time, in an order that depends on nothing but their number.
 *
 * @param leastSeen how many words must show a clue for it to be learnt from
 */
export function learned(lessons: readonly Lesson[], leastSeen = 2): SequenceModel {
  const seen = timesSeen(lessons)
  const kept = lessons.map(({ clues, labels }) => ({
    clues: { ...clues, clues: clues.clues.map((clue) => (seen[clue]! >= leastSeen ? clue : 0)) },
    labels,
  }))
  const weights = new Float32Array(clueCount * 2)
  const steps = new Float32Array(labelCount * labelCount)
  const model: SequenceModel = { weights, steps }
  const slopes = new Float32Array(weights.length).fill(1e-2)
  const stepSlopes = new Float32Array(steps.length).fill(1e-2)
  const order = kept.map((_, index) => index)
  const random = randomNumbers(7)
  const climb = (values: Float32Array, sums: Float32Array, at: number, slope: number): void => {
    sums[at]! += slope * slope
    values[at]! += (pace * slope) / Math.sqrt(sums[at]!)
  }
  const mean = new Float32Array(weights.length)
  const meanSteps = new Float32Array(steps.length)
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    for (const index of order) {
      const { clues, labels } = kept[index]!
      if (clues.words === 0) continue
      const scores = scoresOf(model, clues)
      const lattice = latticeOf(model, scores)
      const { ahead, behind, total } = lattice
      const expected = new Float64Array(labelCount * labelCount)
      for (let w = 0; w < clues.words; w++) {
        const at = w * labelCount
        const right = labels[w]!
        const slopeOf = (label: number): number =>
          (right === label ? 1 : 0) - Math.exp(ahead[at + label]! + behind[at + label]! - total)
        const [first, second] = [slopeOf(begins), slopeOf(goesOn)]
        if (Math.abs(first) > 1e-4 || Math.abs(second) > 1e-4) {
          for (let k = w * clues.perWord; k < (w + 1) * clues.perWord; k++) {
            const clue = clues.clues[k]! << 1
            if (clue === 0) continue
            weights[clue]! *= 1 - fading
            weights[clue + 1]! *= 1 - fading
            climb(weights, slopes, clue, first)
            climb(weights, slopes, clue + 1, second)
          }
        }
        for (let before = 0; before < labelCount; before++) {
          if (w === 0 && before !== outside) continue
          for (let label = 0; label < labelCount; label++) {
            if (!isAllowed(before, label)) continue
            const from = w === 0 ? 0 : ahead[at - labelCount + before]!
            const weight =
              from +
              model.steps[before * labelCount + label]! +
              scores[at + label]! +
              behind[at + label]! -
              total
            expected[before * labelCount + label]! -= Math.exp(weight)
          }
        }
        expected[(w === 0 ? outside : labels[w - 1]!) * labelCount + right]! += 1
      }
      for (let s = 0; s < steps.length; s++) climb(steps, stepSlopes, s, expected[s]! / 10)
    }
    if (round < unsettledRounds) continue
    for (let i = 0; i < weights.length; i++) mean[i]! += weights[i]! / (rounds - unsettledRounds)
    for (let i = 0; i < steps.length; i++) meanSteps[i]! += steps[i]! / (rounds - unsettledRounds)
  }
  return { weights: mean, steps: meanSteps }
}

function timesSeen(lessons: readonly Lesson[]): Uint32Array {
  const seen = new Uint32Array(clueCount)
  for (const { clues } of lessons) for (const clue of clues.clues) seen[clue]!++
  return seen
}

/** Numbers in [0, 1) that are the same on every machine: xorshift (Marsaglia, 2003). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const item = items[i]!
    items[i] = items[j]!
    items[j] = item
  }
}
