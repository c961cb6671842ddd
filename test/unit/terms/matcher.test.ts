import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { CasePolicy } from '../../../server/src/terms/concept.js'
import { formAt, hitsIn } from '../../../server/src/terms/matcher.js'
import { tableOf } from '../../../server/src/terms/table.js'
import { folded } from '../../../server/src/terms/tokens.js'
import type { Form } from '../../../server/src/terms/verify.js'

const policy = fc.constantFrom<CasePolicy[]>('any', 'first', 'exact')
const written = (alphabet: string, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...alphabet.split('|')), { maxLength }).map((parts) => parts.join(''))
const form = (alphabet: string): fc.Arbitrary<Form> =>
  fc
    .record({ text: written(alphabet, 6), case: policy, keepsGaps: fc.boolean() })
    .filter(({ text }) => /[a-zA-Zα]/.test(text))

/** Any code units, lone surrogates among them, the first 600 most often. */
const noise = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ max: 600, min: 0 }), fc.integer({ max: 0xffff, min: 0 })), { maxLength })
    .map((codes) => String.fromCharCode(...codes))

describe('the matcher', () => {
  for (const alphabet of [
    'a|B|1|-',
    'a|A|b|B|R|1|2|-| ',
    'a|s|es|S|1|-| |/|.|α|á',
    'ab|AB|aB|12| |-|+|(|)|\u0301',
  ]) {
    it(`finds what comparing every form with every word finds: ${alphabet}`, () => {
      const forms = fc.array(form(alphabet), { minLength: 1, maxLength: 8 })
      fc.assert(
        fc.property(forms, written(alphabet, 24), (names, text) => {
          assert.deepEqual(spansOf(hitsIn(text, tableOf(names))), naiveHits(text, names))
        }),
        { numRuns: 200 },
      )
    })
  }

  it('gives spans inside the text, in order, not overlapping, whatever it is given', () => {
    const forms = fc.array(fc.record({ text: noise(8), case: policy, keepsGaps: fc.boolean() }))
    fc.assert(
      fc.property(forms, noise(60), (names, before) => {
        const text = before + names.map(({ text }) => text).join(' ')
        let end = 0
        for (const hit of hitsIn(text, tableOf(names))) {
          assert.ok(end <= hit.start && hit.start < hit.end && hit.end <= text.length)
          end = hit.end
        }
      }),
      { numRuns: 50 },
    )
  })

  it('finds nothing outside the stretch that it is given', () => {
    const table = tableOf([{ text: 'ab', case: 'any', keepsGaps: false }])
    assert.deepEqual(spansOf(hitsIn('ab ab ab', table, 1, 7)), [[3, 5]])
    assert.deepEqual(spansOf(hitsIn('xab', table, 1)), [[1, 3]])
  })

  it('takes time in proportion to the text, whatever it is', () => {
    const table = tableOf(
      ['a', 'a a a a', 'aa-aa aa', 'a1a1a1', `${'a '.repeat(20)}b`].map((text) => ({
        text,
        case: 'any',
        keepsGaps: false,
      })),
    )
    for (const unit of ['a', 'a ', 'a-', 'a1', '          ', 'a        ', 'a\u0301', 'aa-aa ']) {
      const text = unit.repeat(100_000 / unit.length)
      // In quadratic time this would outlast the runner's patience.
      for (const { start, end } of hitsIn(text, table)) assert.ok(start < end && end <= text.length)
    }
  })
})

function spansOf(hits: readonly { start: number; end: number }[]): readonly [number, number][] {
  return hits.map(({ start, end }) => [start, end])
}

/** At each word from the left, the longest form that fits, tried at every end. */
function naiveHits(text: string, forms: readonly Form[]): readonly [number, number][] {
  const hits: [number, number][] = []
  let last = 0
  for (let at = 0; at < text.length; at++) {
    if (at < last || !isWordStart(text, at)) continue
    let longest: [number, number] | undefined
    for (const form of forms) {
      for (let end = at + 1; end <= text.length; end++) {
        if (!isWordEnd(text, end)) continue
        for (const pluralLetters of [0, 1, 2]) {
          if (pluralLetters > 0 && !/s$/i.test(text.slice(at, end))) continue
          if (pluralLetters === 2 && !/es$/i.test(text.slice(at, end))) continue
          const match = formAt(text, at, end, form, pluralLetters, last, text.length)
          if (match && (!longest || match.end > longest[1])) longest = [match.start, match.end]
        }
      }
    }
    if (longest) {
      hits.push(longest)
      last = longest[1]
    }
  }
  return hits
}

function isWordStart(text: string, at: number): boolean {
  return folded[text.charCodeAt(at)]! > 1 && (at === 0 || !isInWord(text, at - 1))
}

function isWordEnd(text: string, end: number): boolean {
  return folded[text.charCodeAt(end - 1)]! > 0 && (end === text.length || folded[text.charCodeAt(end)] === 0)
}

/** Whether a letter or digit stands at an offset, or an accent that belongs to one. */
function isInWord(text: string, at: number): boolean {
  let i = at
  while (i >= 0 && folded[text.charCodeAt(i)] === 1) i--
  return i >= 0 && folded[text.charCodeAt(i)]! > 1
}
