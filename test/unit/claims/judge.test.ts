import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { judgeAlone, loadModel, nothingAsserted } from '../../../server/src/claims/judge.js'
import { modelBytes } from '../../../server/src/claims/model.js'

const bytes = readFileSync(new URL('../../../server/model/claims.bin', import.meta.url))
const model = loadModel(bytes)!

describe('the model file', () => {
  it('loads', () => {
    assert.ok(loadModel(bytes))
  })

  it('is the same after reading and writing', () => {
    assert.deepEqual(Buffer.from(modelBytes(model)), bytes)
  })

  it('loads from the middle of a larger buffer, at any alignment', () => {
    const larger = new Uint8Array(bytes.length + 3)
    larger.set(bytes, 3)
    const moved = loadModel(larger.subarray(3))!
    assert.deepEqual(
      judgeAlone(moved, ['Zinc has been shown to shorten colds.']),
      judgeAlone(model, ['Zinc has been shown to shorten colds.']),
    )
  })

  it('is refused when cut short', () => {
    for (const length of [0, 1, 15, 16, 40, 1000, bytes.length - 1]) {
      assert.equal(loadModel(bytes.subarray(0, length)), undefined, `${length} bytes`)
    }
  })

  it('is refused when one byte is altered', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const altered = Uint8Array.from(bytes)
        altered[at] = altered[at]! ^ by
        assert.equal(loadModel(altered), undefined)
      }),
      { numRuns: 30 },
    )
  })

  it('has thresholds in order', () => {
    const { strict, balanced, quiet } = model.thresholds
    assert.ok(nothingAsserted < strict && strict < balanced && balanced < quiet && quiet < 1)
  })
})

describe('the judge', () => {
  const claims = [
    'Several trials have shown that magnesium reduces the frequency of migraine by 40% in adults.',
    'Leptin has been shown to activate JAK2 in neurons of the hypothalamus.',
    'Obesity is a potent suppressor of adiponectin, primarily through the action of inflammatory cytokines.',
  ]
  const others = [
    'This is where true healing begins.',
    'Which of these habits will you keep?',
    'The following table lists the hormones of the gut.',
    'Consider a walk in the evening.',
    'We thank the nurses of the ward.',
    'Samples were stored at −80 °C until use.',
  ]

  for (const sentence of claims) {
    it(`takes for a claim: ${sentence}`, () => {
      const [judgement] = judgeAlone(model, [sentence])
      assert.ok(judgement!.probability >= model.thresholds.balanced, String(judgement!.probability))
      assert.ok(judgement!.reasons.length > 0)
    })
  }

  for (const sentence of others) {
    it(`takes for no claim: ${sentence}`, () => {
      assert.ok(judgeAlone(model, [sentence])[0]!.probability < model.thresholds.balanced)
    })
  }

  it('says the same again, and whatever was judged between', () => {
    const block = [...claims, ...others]
    const first = judgeAlone(model, block)
    judgeAlone(model, ['Something else entirely.', 'And more.'])
    assert.deepEqual(judgeAlone(model, block), first)
  })

  it('disregards what cutting citations leaves behind', () => {
    const probability = (sentence: string) => judgeAlone(model, [sentence])[0]!.probability
    assert.equal(probability('Zinc shortens colds ( ) .'), probability('Zinc shortens colds.'))
    assert.equal(probability('Zinc shortens colds (Osei et al., 2011).'), probability('Zinc shortens colds.'))
  })

  it('judges a sentence by its paragraph too', () => {
    const alone = judgeAlone(model, [claims[0]!])[0]!.probability
    const amongMethods = judgeAlone(model, [
      'Samples were centrifuged for 5 min at 4 °C.',
      claims[0]!,
      'DNA was eluted in water.',
    ])
    assert.notEqual(amongMethods[1]!.probability, alone)
  })

  it('holds a sentence that asserts nothing below every threshold', () => {
    const [judgement] = judgeAlone(model, [
      'Has ghrelin been shown to increase growth hormone in adults with obesity?',
    ])
    assert.equal(judgement!.form, 'question')
    assert.ok(judgement!.probability <= nothingAsserted)
  })

  it('gives reasons as spans of the sentence as it was given', () => {
    const sentence = 'Zinc  (Zn^2+^) has been shown to shorten colds.'
    const { start, end } = judgeAlone(model, [sentence])[0]!.reasons[0]!
    assert.equal(sentence.slice(start, end), 'has been shown')
  })

  it('knows nothing of an empty block', () => {
    assert.deepEqual(judgeAlone(model, []), [])
  })

  it('gives a probability to anything', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('', ' ', '\ud83d', '\udc00\ud800', '\0', '12%'),
    )
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (sentences) => {
        for (const { probability } of judgeAlone(model, sentences))
          assert.ok(probability >= 0 && probability <= 1)
      }),
      { numRuns: 100 },
    )
  })

  for (const piece of [
    'a',
    ' ',
    '(',
    '()',
    'the ',
    'more ',
    '1,',
    '9.',
    'increas',
    'studies in ',
    'Ab and ',
    '(a; ',
    '[,',
    '\ud800',
    'has been ',
  ]) {
    it(`does not hang on 1 MB of ${JSON.stringify(piece)}`, () => {
      const sentence = piece.repeat(Math.ceil(1_000_000 / piece.length))
      for (const { form, reasons, probability } of judgeAlone(model, [sentence])) {
        assert.equal(typeof form, 'string')
        assert.ok(probability >= 0 && reasons.length >= 0)
      }
    })
  }
})
