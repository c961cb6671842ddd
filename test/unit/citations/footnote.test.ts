import assert from 'node:assert/strict'
import { citesIn, syntaxNamed } from '../../../server/src/citations/index.js'
import { findsNone, found, opaque, plain, seen } from './plain.js'

describe('footnote citations', () => {
  it('are references by label', () => {
    assert.deepEqual(found('footnote', 'Heat helps.[^3] Cold[^moss-2011] too[^a][^B].'), [
      ['[^3]', '3 => footnote:3'],
      ['[^moss-2011]', 'moss-2011 => footnote:moss-2011'],
      ['[^a]', 'a => footnote:a'],
      ['[^B]', 'B => footnote:B'],
    ])
  })

  it('may stand before a colon, but not where a note is defined', () => {
    assert.deepEqual(found('footnote', 'As seen[^3]: heat helps.'), [['[^3]', '3 => footnote:3']])
    findsNone('footnote', [
      '[^3]: Moss A. On heat.',
      'A line\n  [^3]: Moss A. On heat.',
      'Not [^], [^ a], [^a b] or [^a',
    ])
  })

  it('are notes in place that spell a reference out, which point nowhere', () => {
    assert.deepEqual(
      found('footnote', 'Heat helps.^[Moss A. On heat. J Warmth 2011;3:1.] Cold^[as we think] too.'),
      [['^[Moss A. On heat. J Warmth 2011;3:1.]']],
    )
  })

  it('take in what is cited inside them', () => {
    const text = 'Heat helps.^[See @moss2011 and doi:10.1000/x.] Cold too.^[See Tan et al. (2014).]'
    assert.deepEqual(
      citesIn(plain(text)).map((cite) => seen(text, cite)),
      [
        [
          '^[See @moss2011 and doi:10.1000/x.]',
          '@moss2011 => key:moss2011',
          'doi:10.1000/x => doi:10.1000/x',
        ],
        ['^[See Tan et al. (2014).]', 'Tan et al. (2014 => author-year:tan-2014'],
      ],
    )
  })

  it('tell a note that is a reference from one that names a work', () => {
    const text = 'A^[Moss A. Heat. J Warmth 2011;3:1.] B^[See Tan 2014.] C^[Moss A. Heat. J Warmth (2011).]'
    assert.deepEqual(
      citesIn(plain(text)).map(({ targets }) => targets.flatMap(({ names }) => names)),
      [[], ['author-year:tan-2014'], []],
    )
  })

  it('are not found in code', () => {
    const text = 'Type [^3] for a note.'
    assert.deepEqual(found('footnote', plain(text, [opaque(text, '[^3]', 'code')])), [])
  })

  it('are written one by one', () => {
    assert.equal(syntaxNamed('footnote')!.write([{ footnote: '3' }, { footnote: 'b' }]), '[^3][^b]')
    assert.equal(syntaxNamed('footnote')!.write([{ key: 'b' }]), undefined)
  })
})
