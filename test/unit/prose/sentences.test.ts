import assert from 'node:assert/strict'
import { parseDocument } from '../../../server/src/prose/document.js'
import { sentencesIn } from '../../../server/src/prose/sentences.js'

/** The text, with "|" where one sentence ends and the next begins, must be divided there and nowhere else. */
function divides(marked: string): void {
  const expected = marked.split('|').map((part) => part.trim())
  const { block } = parseDocument(marked.replaceAll('|', '')).blocks[0]!
  assert.deepEqual(
    sentencesIn(block).map(({ start, end }) => block.text.slice(start, end)),
    expected,
  )
}

describe('sentences end', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'at stops, question marks and exclamation marks': [
      'Sleep restores. |Does it? |It does! |Always…',
      'One sentence without an end',
    ],
    'not at abbreviations': [
      'Barlind et al. found it, cf. Fig. 2 and ref. 4, i.e. the first. |Nothing else.',
      'We gave 2 mg vs. 4 mg, e.g. at night. |It helped.',
      'It held approx. 3 h (see Dr. Wren, pers. comm.) and no more.',
      'Barlind et al. (2009) and Wren et al. [4] agree. |So do we.',
    ],
    'at an abbreviation that ends the sentence': ['We saw rats, mice, etc. |All slept.'],
    'not at initials and species': [
      'Grown in E. coli by J. M. Wren. |It grew.',
      'S. aureus was absent. |So was C. albicans.',
    ],
    'at a single letter that is no initial': [
      'They took vitamin C. |It did nothing.',
      'All were of type B. |The rest left.',
    ],
    'not inside numbers': [
      'It fell from 3.5 to 2.25 (p < 0.05). |Then it rose.',
      'Version 2.0.1 was used. |No other.',
    ],
    'behind a citation at their stop': [
      'It rose.[3] |It fell.[4,5] |It stayed.',
      'It rose.^3^ |It fell.¹² |It stayed.',
      'It rose. [3] |It fell (Wren, 2011). |It stayed [@wren2011].',
      'It rose.[^a] |It fell.',
    ],
    'behind the quotation mark or bracket that closes them': [
      'She said “it rose.” |He agreed.',
      '(It rose.) |It fell.',
      'He said "no." |She left.',
    ],
    'before small letters that begin a name': ['It rose. |mTOR fell. |p53 stayed. |cAMP, too.'],
    'before a digit or a Greek letter': ['It rose. |12 rats died. |Β cells lived.'],
    'at the stops of other scripts': ['睡眠很重要。|它有帮助。'],
  }
  for (const [name, texts] of Object.entries(cases)) {
    it(name, () => { texts.forEach(divides) }) // prettier-ignore
  }

  it('where a line begins that is a pasted bullet', () => {
    const { block } = parseDocument('Three things help\n• light in the morning\n• meals at noon\n• rest')
      .blocks[0]!
    assert.equal(sentencesIn(block).length, 4)
  })

  it('not where a line is only wrapped', () => {
    divides('Sleep restores\nthe brain. |And Growth\nHormone helps.')
  })

  it('at a long line without a stop before a capital, as in pasted captions', () => {
    const caption = `Figure of ${'hormones and their many receptors in the sleeping brain, '.repeat(3)}by night`
    const { block } = parseDocument(`${caption}\nSleep restores the brain.`).blocks[0]!
    assert.deepEqual(
      sentencesIn(block).map(({ start, end }) => end - start),
      [caption.length, 25],
    )
  })

  it('once in a heading, and not at all in nothing', () => {
    const { blocks } = parseDocument('# Sleep and growth\n\n<!-- none -->')
    assert.deepEqual(
      blocks.map(({ block }) => sentencesIn(block).length),
      [1],
    )
  })
})
