import assert from 'node:assert/strict'
import { syntaxNamed } from '../../../server/src/citations/index.js'
import { findsNone, found, markdown, opaque, plain } from './plain.js'

const pandoc = syntaxNamed('pandoc')!

describe('pandoc citations', () => {
  it('are keys in brackets, with what stands around them', () => {
    assert.deepEqual(found('pandoc', 'Mice slept longer [see @moss2011, pp. 3-4; -@ruiz_tan:2014].'), [
      [
        '[see @moss2011, pp. 3-4; -@ruiz_tan:2014]',
        '@moss2011 => key:moss2011',
        '@ruiz_tan:2014 => key:ruiz_tan:2014',
      ],
    ])
  })

  it('are bare keys, to which a bracket with a locator belongs', () => {
    assert.deepEqual(found('pandoc', 'As @moss2011 [p. 3] saw, and @ruiz, too.'), [
      ['@moss2011 [p. 3]', '@moss2011 => key:moss2011'],
      ['@ruiz', '@ruiz => key:ruiz'],
    ])
    assert.deepEqual(found('pandoc', 'As @moss [p. 3; @ruiz] saw.'), [
      ['@moss [p. 3; @ruiz]', '@moss => key:moss', '@ruiz => key:ruiz'],
    ])
  })

  it('leave a number or a footnote behind a bare key to others', () => {
    assert.deepEqual(found('pandoc', 'As @moss [3] and @ruiz [^3] and @tan [ ] saw.'), [
      ['@moss', '@moss => key:moss'],
      ['@ruiz', '@ruiz => key:ruiz'],
      ['@tan', '@tan => key:tan'],
    ])
  })

  it('are weak only where a bare word may as well be a person', () => {
    const weak = [...pandoc.find(plain('By @moss, @tan [p. 2], @doi:10.1000/x and [@ruiz].'))].map(
      (c) => c.weak,
    )
    assert.deepEqual(weak, [true, undefined, undefined, undefined])
  })

  it('end a key before punctuation that does not stand inside it', () => {
    assert.deepEqual(found('pandoc', 'See @moss.2011. Or (@tan/b), @ruiz--and @{a;b c} or @{odd;key}!'), [
      ['@moss.2011', '@moss.2011 => key:moss.2011'],
      ['@tan/b', '@tan/b => key:tan/b'],
      ['@ruiz', '@ruiz => key:ruiz'],
      ['@{odd;key}', '@{odd;key} => key:odd;key'],
    ])
  })

  it('name identifiers that a key spells', () => {
    assert.deepEqual(
      found('pandoc', '[@doi:10.1000/ABC.d; @pmid:12; @PMCID:PMC9; @url:https://doi.org/10.1000/q]'),
      [
        [
          '[@doi:10.1000/ABC.d; @pmid:12; @PMCID:PMC9; @url:https://doi.org/10.1000/q]',
          '@doi:10.1000/ABC.d => doi:10.1000/abc.d key:doi:10.1000/ABC.d',
          '@pmid:12 => pmid:12 key:pmid:12',
          '@PMCID:PMC9 => pmcid:PMC9 key:PMCID:PMC9',
          '@url:https://doi.org/10.1000/q => doi:10.1000/q key:url:https://doi.org/10.1000/q',
        ],
      ],
    )
  })

  it('hold nested brackets', () => {
    assert.deepEqual(found('pandoc', 'Rats [see [sic] @moss [ch. 2]; @tan] ate.'), [
      ['[see [sic] @moss [ch. 2]; @tan]', '@moss => key:moss', '@tan => key:tan'],
    ])
  })

  it('are no addresses, paths, compounds or cross-references', () => {
    findsNone('pandoc', [
      'Write to a.tan@lab.example or first-last@lab.example.',
      'See medium.example/@tan and @@tan.',
      'TiO~2~@Ag particles, SiO₂@Au shells.',
      'As @fig-plate, [@tbl-doses], @sec-methods, @eq-hill and @fig:plate show.',
      'Meet @ noon, [@ the gate], [@].',
      'No \\@tan here.',
    ])
  })

  it('are not found in code, mathematics and URLs', () => {
    const text = 'Type [@moss] or $@tan$ at https://x.example/-@ruiz today.'
    const spans = [opaque(text, '[@moss]', 'code'), opaque(text, '$@tan$', 'math')]
    assert.deepEqual(
      found('pandoc', plain(text, [...spans, opaque(text, 'https://x.example/-@ruiz', 'url')])),
      [],
    )
  })

  it('are read in Markdown as in plain text, escapes excepted', () => {
    const block = markdown('Sleep *helps* [@moss2011; @tan_b_c], but \\@ruiz and `[@code]` do not.')
    assert.deepEqual(found('pandoc', block), [
      ['[@moss2011; @tan_b_c]', '@moss2011 => key:moss2011', '@tan_b_c => key:tan_b_c'],
    ])
  })

  it('are written with braces where a key needs them', () => {
    assert.equal(pandoc.write([{ key: 'moss2011' }, { key: 'doi:10.1000/x' }]), '[@moss2011; @doi:10.1000/x]')
    assert.equal(pandoc.write([{ key: 'a;b' }]), '[@{a;b}]')
    assert.equal(pandoc.write([{ number: 3 }]), undefined)
    assert.equal(pandoc.write([]), undefined)
  })
})
