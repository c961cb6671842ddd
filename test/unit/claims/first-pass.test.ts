import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { gramTable } from '../../../server/model/grams.js'
import { slotted } from '../../../server/model/slots.js'
import { readerOf, sighted } from '../../../server/src/claims/first-pass.js'
import {
  characterShare,
  headCount,
  noWeight,
  perUnit,
  slotWidth,
  unitOf,
} from '../../../server/src/claims/heads.js'
import { loadModel } from '../../../server/src/claims/judge.js'
import { tokensOf, wordAt } from '../../../server/src/claims/tokens.js'

const bytes = readFileSync(new URL('../../../server/model/claims.bin', import.meta.url))
const { heads } = loadModel(bytes)!

/** Log-odds of the heads added up plainly, gram by gram, from what training learns from. */
function plainly(text: string): number[] {
  const prints = Uint8Array.from({ length: 2 ** heads.bits }, (_, slot) => heads.slots[slot * slotWidth]!)
  const { words, characters } = slotted(gramTable([text]), { bits: heads.bits, prints })
  const sum = (slots: Int32Array, head: number) =>
    slots.reduce((total, slot) => total + heads.slots[slot * slotWidth + 1 + head]! - noWeight, 0)
  return Array.from(heads.biases, (bias, head) => {
    const ofWords = unitOf(words.grams.length) * sum(words.grams, head)
    const ofCharacters = unitOf(characters!.grams.length) * sum(characters!.grams, head)
    return perUnit * (bias + heads.steps[head]! * (ofWords + characterShare * ofCharacters))
  })
}

function quickly(text: string): number[] {
  const out = new Int16Array(headCount)
  sighted(readerOf(heads), text, out, 0)
  return Array.from(out)
}

describe('the first pass', () => {
  const texts = [
    '',
    'Zinc.',
    'Zinc has been shown to shorten colds by 40% (in 12 trials).',
    'Ærø–Ünïcode, Δ9-THC and naïve cells; 5 µM.',
    'word '.repeat(390),
    'anti'.repeat(60),
  ]
  for (const text of texts) {
    it(`adds up what training learned from: ${text.slice(0, 30)}`, () => {
      const [quick, plain] = [quickly(text), plainly(text)]
      for (const [head, value] of quick.entries()) {
        assert.ok(Math.abs(value - plain[head]!) <= 0.51, `${value}, ${plain[head]}`)
      }
    })
  }

  it('says the same of any text again, whatever was read between', () => {
    const words = fc.constantFrom(
      'zinc',
      'colds',
      ' ',
      ' ',
      '5',
      '%',
      'Δ',
      '\ud800',
      'shortens',
      '(',
      "don't",
    )
    fc.assert(
      fc.property(fc.array(fc.array(words, { maxLength: 30 }), { maxLength: 5 }), (lists) => {
        const texts = lists.map((list) => list.join(''))
        const before = texts.map(quickly)
        assert.deepEqual(texts.map(quickly), before)
      }),
      { numRuns: 100 },
    )
  })
})

describe('tokens', () => {
  it('are words and single marks', () => {
    const text = "IGF-1 isn't Zn2+."
    const tokens = tokensOf(text)
    assert.deepEqual(
      Array.from({ length: tokens.count }, (_, i) => wordAt(tokens, text, i)),
      ['igf', '-', '1', "isn't", 'zn2', '+', '.'],
    )
  })

  it('count digits, capitals and parentheses', () => {
    const { digits, capitals, parentheses, length } = tokensOf('IGF-1 (12 AU)')
    assert.deepEqual(
      { digits, capitals, parentheses, length },
      { digits: 3, capitals: 5, parentheses: 1, length: 13 },
    )
  })
})
