import assert from 'node:assert/strict'
import { syntaxNamed } from '../../../server/src/citations/index.js'
import { findsNone, found, markdown } from './plain.js'

describe('superscript citations', () => {
  it('are raised numbers behind a word or a punctuation mark', () => {
    assert.deepEqual(
      found('superscript', 'Heat helps.^3^ Cold^2–4,7^ too, said “they”^1, 2^ and^[5]^ we^(6)^.'),
      [
        ['^3^', '3 => number:3'],
        ['^2–4,7^', '2 => number:2', '2–4 => number:3', '4 => number:4', '7 => number:7'],
        ['^1, 2^', '1 => number:1', '2 => number:2'],
        ['^[5]^', '5 => number:5'],
        ['^(6)^', '6 => number:6'],
      ],
    )
  })

  it('are raised digits of Unicode', () => {
    assert.deepEqual(found('superscript', 'Heat helps¹². Cold,²,³ and rain.⁴⁻⁶'), [
      ['¹²', '¹² => number:12'],
      ['²,³', '² => number:2', '³ => number:3'],
      ['⁴⁻⁶', '⁴ => number:4', '⁴⁻⁶ => number:5', '⁶ => number:6'],
    ])
  })

  it('may follow a name that ends with a digit or a letter', () => {
    const text = 'Both IL-6^12^ and p53^4^, vitamin D^12^ and hepatitis B³ matter.'
    assert.deepEqual(
      found('superscript', text).map(([cite]) => cite),
      ['^12^', '^4^', '^12^', '³'],
    )
  })

  it('are no powers, units, charges, isotopes, residues or ordinals', () => {
    findsNone('superscript', [
      'Some 10^6^ cells, 10³ cells, 2.5×10^6^ cells on 4 cm^2^ or 3 m² or 9 mm³.',
      'Free Ca²⁺, Ca^2+^, SO₄²⁻ and Na^+^ at 3 s⁻¹ and 5 min⁻¹.',
      'With ^14^C, ³H-thymidine, [¹⁸F]FDG and (^13^C).',
      'Phosphorylated at Tyr^956^ and S^90^.',
      'With R^2^ = 0.4, χ² = 3, x^2^ and x^2^y.',
      'The 1^st^ and 2^nd^ day.',
      'A lone ^3^ or 5 ^2^ or an open ^3 and ^2009^ or ^0^.',
    ])
  })

  it('come from HTML as well', () => {
    const block = markdown('Heat *helps*<sup>3</sup>.')
    assert.deepEqual(found('superscript', block), [['^3^', '3 => number:3']])
  })

  it('are written without spaces', () => {
    assert.equal(syntaxNamed('superscript')!.write([{ number: 5 }, { number: 3 }]), '^3,5^')
    assert.equal(syntaxNamed('superscript')!.write([{}]), undefined)
  })
})
