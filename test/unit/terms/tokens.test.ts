import assert from 'node:assert/strict'
import { folded, Gap, gapIn, isCapital, mark } from '../../../server/src/terms/tokens.js'

const fold = (letter: string): string => String.fromCharCode(folded[letter.charCodeAt(0)]!)

describe('tokens', () => {
  it('fold case, accents and look-alikes, one code unit for one', () => {
    for (const [letter, plain] of ['Aa', 'éé', 'Öo', 'Ωω', 'ςσ', 'ßβ', '\u00b5μ', '₂2', 'ﬀﬀ', '\uff21a'].map(
      (pair) => [pair.charAt(0), pair.charAt(1)],
    )) {
      assert.equal(fold(letter!), fold(plain!), letter)
    }
    assert.equal(fold('é'), 'e')
  })

  it('leave out what belongs to no word', () => {
    for (const sign of ' -.,()/\u2011²³™神\ud83e\udde0') assert.equal(folded[sign.charCodeAt(0)], 0, sign)
  })

  it('count accents and soft hyphens to the letter before them', () => {
    for (const sign of ['\u0301', '\u00ad', '\u200d']) assert.equal(folded[sign.charCodeAt(0)], mark)
  })

  it('know what stands between them', () => {
    const gap = (text: string): Gap => gapIn(text, 0, text.length)
    assert.equal(gap(''), Gap.none)
    for (const joiner of '-\u2010\u2011\u2012\u2013\u2212·') assert.equal(gap(joiner), Gap.joiner, joiner)
    for (const space of [' ', '\n', '\u00a0', ' \n ', '\u2009']) assert.equal(gap(space), Gap.space)
    assert.equal(gap('/'), Gap.slash)
    for (const other of ['—', '. ', ', ', ' - ', '--', '//', '(']) assert.equal(gap(other), Gap.other, other)
  })

  it('tell capitals', () => {
    for (const capital of ['A', 'Z', 'É', 'Ω']) assert.ok(isCapital(capital.charCodeAt(0)), capital)
    for (const other of ['a', 'é', 'ω', '1', '-']) assert.ok(!isCapital(other.charCodeAt(0)), other)
  })
})
