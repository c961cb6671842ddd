import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  begins,
  clueCount,
  goesOn,
  isAllowed,
  labelCount,
  outside,
  scoresOf,
  stretchesIn,
  type Clues,
  type SequenceModel,
} from '../../../../server/src/terms/recognition/sequence.js'

/** The probability of each stretch, found by weighing every labelling. */
function byEnumeration(model: SequenceModel, clues: Clues): Map<string, number> {
  const scores = scoresOf(model, clues)
  const weights = new Map<string, number>()
  let total = 0
  const visit = (labels: number[], weight: number): void => {
    if (labels.length === clues.words) {
      total += Math.exp(weight)
      for (const stretch of stretchesOf(labels))
        weights.set(stretch, (weights.get(stretch) ?? 0) + Math.exp(weight))
      return
    }
    const before = labels.at(-1) ?? outside
    for (let label = 0; label < labelCount; label++) {
      if (!isAllowed(before, label)) continue
      const step = model.steps[before * labelCount + label]!
      visit([...labels, label], weight + step + scores[labels.length * labelCount + label]!)
    }
  }
  visit([], 0)
  return new Map([...weights].map(([stretch, weight]) => [stretch, weight / total]))
}

function stretchesOf(labels: readonly number[]): readonly string[] {
  return labels.flatMap((label, start) => {
    if (label !== begins) return []
    let end = start + 1
    while (labels[end] === goesOn) end++
    return [`${start} ${end}`]
  })
}

describe('the sequence model', () => {
  it('gives each stretch the probability that all labellings together give it', () => {
    const number = fc.integer({ min: -20, max: 20 }).map((n) => n / 10)
    const steps = fc.array(number, { minLength: 9, maxLength: 9 })
    const weights = fc.array(number, { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(
        steps,
        weights,
        fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }),
        (step, weight, clues) => {
          const model = { steps: Float32Array.from(step), weights: new Float32Array(clueCount * 2) }
          model.weights.set(weight)
          const given = { clues: Int32Array.from(clues), perWord: 1, words: clues.length }
          const expected = byEnumeration(model, given)
          const found = stretchesIn(model, given, 0)
          assert.equal(found.length, expected.size)
          for (const { start, end, probability } of found)
            assert.ok(Math.abs(probability - expected.get(`${start} ${end}`)!) < 1e-6)
        },
      ),
    )
  })

  it('leaves improbable stretches out, and finds none in nothing', () => {
    const model = { steps: new Float32Array(9), weights: new Float32Array(clueCount * 2) }
    const clues = { clues: Int32Array.from([1, 2, 3]), perWord: 1, words: 3 }
    const all = stretchesIn(model, clues, 0)
    const some = stretchesIn(model, clues, 0.2)
    assert.deepEqual(
      some,
      all.filter(({ probability }) => probability >= 0.2),
    )
    assert.deepEqual(stretchesIn(model, { clues: new Int32Array(0), perWord: 1, words: 0 }, 0), [])
  })
})
