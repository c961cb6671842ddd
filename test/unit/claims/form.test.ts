import assert from 'node:assert/strict'
import { formOf } from '../../../server/src/claims/form.js'
import { tokensOf, wordAt } from '../../../server/src/claims/tokens.js'
import { marksOf } from '../../../server/src/claims/word-marks.js'
import type { SentenceForm } from '../../../server/src/claims/form.js'

const examples: Readonly<Record<SentenceForm, readonly string[]>> = {
  question: ['Does garlic thin the blood?', 'What, then, is “sleep debt?”'],
  instruction: [
    'Consider your own habits before you begin.',
    'Talk to your doctor about it.',
    'Avoid the temptation of quick fixes.',
    'Please see the next page.',
    'Do not skip breakfast.',
  ],
  structure: [
    'The following table lists the drugs.',
    'This review describes the hormones of the gut.',
    'In this section we turn to sleep.',
    'The remainder of this paper is organised as follows.',
    'Below, we discuss the kidney.',
  ],
  address: ['Your gut deserves better.', 'With patience, you will feel at home in the gym.'],
  rhetoric: [
    'This is where healing begins.',
    'The real secret lies in listening.',
    'These are not excuses; they are signs.',
    'Understanding the gut is the first step towards calm.',
    'They are waiting to be found.',
  ],
  fragment: [
    'Aerobic training',
    'Figure 4. Heart rates over a week.',
    'Loss of smell',
    'Raised core temperature, faster pulse, heavy sweat.',
  ],
  assertion: [
    'Considerable weight was lost in the first week.',
    'Use of statins lowers cholesterol.',
    'Iron deficiency is common among runners.',
    'Raises the threshold of pain in mice.',
    'Raised cortisol suppresses the growth of bone.',
    'Youth is a risk factor for reckless driving.',
    'Trypsin cleaves proteins behind lysine.',
    'Asking patients about sleep improves care.',
  ],
}

describe('the form of a sentence', () => {
  for (const [form, sentences] of Object.entries(examples)) {
    for (const sentence of sentences) {
      it(`is ${form}: ${sentence}`, () => {
        assert.equal(formOf(sentence), form)
        assert.equal(formOf(sentence, marksIn(sentence)), form)
      })
    }
  }

  it('is a fragment where there is nothing', () => {
    assert.equal(formOf(''), 'fragment')
    assert.equal(formOf(' \n '), 'fragment')
  })
})

/** The marks of a sentence, word by word, as the first pass finds them. */
function marksIn(sentence: string): { opening: number; all: number } {
  const tokens = tokensOf(sentence)
  const marks = Array.from({ length: tokens.count }, (_, i) => marksOf(wordAt(tokens, sentence, i)))
  return { opening: marks[0] ?? 0, all: marks.reduce((all, each) => all | each, 0) }
}
