import assert from 'node:assert/strict'
import { syntaxNamed } from '../../../server/src/citations/index.js'
import { findsNone, found, opaque, plain } from './plain.js'

/** The first name of each target: what it is called for sure. */
function names(text: string): string[] {
  return [...syntaxNamed('author-year')!.find(plain(text))].flatMap((cite) =>
    cite.targets.map((target) => target.names[0]!.replace('author-year:', '')),
  )
}

describe('citations by author and year', () => {
  it('stand in brackets, one or more', () => {
    assert.deepEqual(
      found('author-year', 'Heat helps (Moss et al., 2011). Cold (Moss et al. 2011; Tan & Ruiz, 2014a) too.'),
      [
        ['(Moss et al., 2011)', 'Moss et al., 2011 => author-year:moss-2011'],
        [
          '(Moss et al. 2011; Tan & Ruiz, 2014a)',
          'Moss et al. 2011 => author-year:moss-2011',
          'Tan & Ruiz, 2014a => author-year:tan-2014a author-year:tan-2014',
        ],
      ],
    )
  })

  it('share their authors over several years', () => {
    assert.deepEqual(found('author-year', '(Moss et al., 2011, 2013a,b)'), [
      [
        '(Moss et al., 2011, 2013a,b)',
        'Moss et al., 2011 => author-year:moss-2011',
        '2013a => author-year:moss-2013a author-year:moss-2013',
        'b => author-year:moss-2013b author-year:moss-2013',
      ],
    ])
  })

  it('are told in the sentence, and keep their author when they go', () => {
    const text = 'Moss et al. (2011) and, later, Frey and Tan (2013, p. 4) saw it.'
    const cites = [...syntaxNamed('author-year')!.find(plain(text))]
    assert.deepEqual(
      cites.map(({ start, end }) => text.slice(start, end)),
      ['Moss et al. (2011)', 'Frey and Tan (2013, p. 4)'],
    )
    assert.deepEqual(
      cites.map(({ removable }) => text.slice(removable!.start, removable!.end)),
      ['(2011)', '(2013, p. 4)'],
    )
    assert.deepEqual(names('As Moss et al., 2011 saw.'), ['moss-2011'])
  })

  it('may be led to, and carry a locator', () => {
    assert.deepEqual(
      found('author-year', 'So (see Moss et al., 2011, p. 20) and (reviewed in Tan, 2014).').map(
        ([text]) => text,
      ),
      ['(see Moss et al., 2011, p. 20)', '(reviewed in Tan, 2014)'],
    )
  })

  it('begin behind the semicolon where the brackets say more', () => {
    assert.deepEqual(
      found('author-year', '(which held for all of the rats that ran; see Moss, 2011, p. 2)').map(
        ([text]) => text,
      ),
      ['see Moss, 2011, p. 2'],
    )
  })

  it('know the forms of names', () => {
    assert.deepEqual(
      names(
        'van den Hoek (2001), De la Rosa (2002), O’Shea (2003), Öberg and Peña-Luz (2004), K. L. Moss (2005), ' +
          'D’Amico et al.’s (2006), al-Sayed (2007), Moss and colleagues (2008), Tan’s (2009)',
      ),
      [
        'van-den-hoek-2001',
        'de-la-rosa-2002',
        'oshea-2003',
        'oberg-2004',
        'moss-2005',
        'damico-2006',
        'al-sayed-2007',
        'moss-2008',
        'tan-2009',
      ],
    )
    assert.deepEqual(
      names(
        '(World Health Organization, 2020; Moss, Tan, & Ruiz, 2008; Moss, A. B., & Tan, C., 2007; Moss AB, 2001; An et al., 2015; May et al., 2016)',
      ),
      ['world-health-organization-2020', 'moss-2008', 'moss-2007', 'moss-2001', 'an-2015', 'may-2016'],
    )
    assert.deepEqual(names('Петров и др. (2009), (Иванова, 2010)（李明等，2011；王芳，2012）'), [
      'петров-2009',
      'иванова-2010',
      '李明-2011',
      '王芳-2012',
    ])
  })

  it('offer what else the first author may be filed under', () => {
    const all = (text: string) =>
      found('author-year', text)[0]![1]!
        .replace(/.* => /, '')
        .replaceAll('author-year:', '')
    assert.equal(all('(van den Hoek, 2001)'), 'van-den-hoek-2001 hoek-2001')
    assert.equal(all('Ana de Prado (2001)'), 'ana-de-prado-2001 de-prado-2001 prado-2001')
    assert.match(all('(Board for Sleep and Dreams, 2001)'), /board-for-sleep-and-dreams-2001/)
  })

  it('leave out the words that open a sentence', () => {
    assert.deepEqual(
      names('In Moss (2011). However, Tan (2012). Recently Ruiz (2013). By Both Frey and Moss (2014).'),
      ['moss-2011', 'tan-2012', 'ruiz-2013', 'frey-2014'],
    )
    assert.deepEqual(names('In Norway, Moss and Tan (2009) met.'), ['moss-2009'])
    assert.deepEqual(names('In Moss, Tan, and Ruiz (2009) it is told.'), ['moss-2009'])
  })

  it('are no other years', () => {
    findsNone('author-year', [
      '(since 2009), (May 2009), (3 May 2009), (Table 2, 2009), (In 2009), (n = 2009), (Copyright 2009)',
      'In 2009 (2010), Figure (2009), April and May (2011), (1999–2001), Moss (1890–1951)',
      'Moss (12009), Moss (2009.5), Moss (v2009), Moss (2009-11-02), Moss (1234)',
      'Moss (2009 samples), the genes (2009, of which some), moss (2009), Moss. (2009)',
      'Moss saw it in 2009, Moss 2009, Moss, 2009',
      '(approved by the agency in 2009), (2009), (), (ATCC 1609)',
      '[@Moss, 2009] and x@Moss (2009)',
    ])
  })

  it('are not found in code, and code beside them is no author', () => {
    const text = 'Run Moss (2009) or (with Fitter; Tan, 2011).'
    const block = plain(text, [opaque(text, 'Moss (2009)', 'code'), opaque(text, 'Fitter', 'code')])
    assert.deepEqual(found('author-year', block), [['Tan, 2011', 'Tan, 2011 => author-year:tan-2011']])
  })

  it('are written as labels in brackets', () => {
    const works = [{ label: 'Moss et al., 2011' }, { label: 'Tan, 2014a' }]
    assert.equal(syntaxNamed('author-year')!.write(works), '(Moss et al., 2011; Tan, 2014a)')
    assert.equal(syntaxNamed('author-year')!.write([{ number: 2 }]), undefined)
  })
})
