import assert from 'node:assert/strict'
import type { ReferenceFields } from '../../../server/src/bibliography/entry.js'
import { parseReference } from '../../../server/src/bibliography/reference/parse.js'

/** The same invented articles as different fields write them; the fields that each style leaves out are left out. */
const article = {
  type: 'article-journal',
  authors: [
    { family: 'Quill', given: 'Marta B.' },
    { family: 'van der Ploeg', given: 'Ik' },
  ],
  etAl: false,
  title: 'Night feeding and the growth of captive dormice',
  container: 'Annals of Rodent Care',
  year: 2014,
  volume: '12',
  issue: '3',
  page: '201-209',
} as const

const initialed = [
  { family: 'Quill', given: 'M. B.' },
  { family: 'van der Ploeg', given: 'I.' },
]
const bare = [
  { family: 'Quill', given: 'MB' },
  { family: 'van der Ploeg', given: 'I' },
]
const abbreviated = 'Ann. Rodent Care'
const title = article.title

const written: readonly [string, string, Partial<ReferenceFields>][] = [
  [
    'initials and a year in brackets',
    `Quill, M. B., & van der Ploeg, I. (2014). ${title}. Annals of Rodent Care, 12(3), 201–209. https://doi.org/10.1000/arc.77`,
    { authors: initialed, doi: '10.1000/arc.77', url: 'https://doi.org/10.1000/arc.77' },
  ],
  [
    'full names and a quoted title',
    `Quill, Marta B., and Ik van der Ploeg. “${title}.” *Annals of Rodent Care*, vol. 12, no. 3, 2014, pp. 201–209.`,
    {},
  ],
  [
    'full names, single quotation marks, and the issue behind a point',
    `Quill, Marta B., and Ik van der Ploeg, '${title}', Annals of Rodent Care, 12.3 (2014), 201–209.`,
    {},
  ],
  [
    'full names before a colon, and a journal behind "In"',
    `Quill, Marta B.; van der Ploeg, Ik: ${title}. In: Annals of Rodent Care, Bd. 12, Nr. 3, 2014, S. 201–209.`,
    {},
  ],
  [
    'bare initials and a date before the volume',
    `Quill MB, van der Ploeg I. ${title}. Annals of Rodent Care. 2014 Mar 2;12(3):201–209. doi:10.1000/arc.77 PubMed PMID: 99887766; PubMed Central PMCID: PMC7654321.`,
    { authors: bare, doi: '10.1000/arc.77', pmid: '99887766', pmcid: 'PMC7654321' },
  ],
  [
    'the year at the end',
    `Quill, M. B. & van der Ploeg, I. ${title}. *Annals of Rodent Care* **12**, 201–209 (2014).`,
    { authors: initialed, issue: undefined },
  ],
  [
    'initials first, labels, commas',
    `M. B. Quill and I. van der Ploeg, “${title},” Ann. Rodent Care, vol. 12, no. 3, pp. 201–209, Mar. 2014, doi: 10.1000/arc.77.`,
    { authors: initialed, container: abbreviated, doi: '10.1000/arc.77' },
  ],
  [
    'the year before a quoted title',
    `Quill, Marta B., and Ik van der Ploeg. 2014. “${title}.” Annals of Rodent Care 12 (3): 201–209.`,
    {},
  ],
  [
    'semicolons and an abbreviated journal',
    `Quill, M. B.; van der Ploeg, I. ${title}. Ann. Rodent Care 2014, 12, 201–209.`,
    { authors: initialed, container: abbreviated, issue: undefined },
  ],
  [
    'a colon behind the authors',
    `Quill MB, van der Ploeg I: ${title}. Annals of Rodent Care 2014, 12:201–209.`,
    { authors: bare, issue: undefined },
  ],
  [
    'commas only',
    `M. B. Quill, I. van der Ploeg, ${title}, Ann. Rodent Care 12 (2014) 201–209.`,
    { authors: initialed, container: abbreviated, issue: undefined },
  ],
  [
    'capitals',
    `QUILL, Marta B. and VAN DER PLOEG, Ik. ${title}. Annals of Rodent Care. 2014, vol. 12, no. 3, p. 201–209.`,
    {},
  ],
]

describe('parseReference', () => {
  for (const [style, text, differences] of written) {
    it(`reads ${style}`, () => {
      assert.deepEqual(parseReference(text), present({ ...article, ...differences }))
    })
  }

  it('reads a list of authors that is cut short', () => {
    const { authors, etAl } = parseReference(
      'Quill, M. B. et al. “Dormice at dusk.” Annals of Rodent Care, vol. 3, 2001, p. 12.',
    )
    assert.deepEqual({ authors, etAl }, { authors: [{ family: 'Quill', given: 'M. B.' }], etAl: true })
  })

  it('keeps a truncated first author as it stands', () => {
    const { authors, etAl } = parseReference(
      'De los R-T, et al. “Dormice at dawn.” Annals of Rodent Care, vol. 4, 2002, p. 9.',
    )
    assert.deepEqual({ authors, etAl }, { authors: [{ family: 'De los R-T' }], etAl: true })
  })

  it('leaves a sign in a title that stands for a colon', () => {
    const { title } = parseReference(
      'Quill, Marta. “Sleep in dormice ∞ a survey.” Annals of Rodent Care, vol. 5, 2003, pp. 1-9.',
    )
    assert.equal(title, 'Sleep in dormice ∞ a survey')
  })

  it('reads a company and its dated page', () => {
    assert.deepEqual(
      parseReference('Bright Harbor. “Ten Teas for Better Sleep.” Bright Harbor, 4 Feb. 2022.'),
      {
        type: 'webpage',
        authors: [{ literal: 'Bright Harbor' }],
        etAl: false,
        title: 'Ten Teas for Better Sleep',
        container: 'Bright Harbor',
        year: 2022,
      },
    )
  })

  it('reads a page with an address and the day it was looked at', () => {
    const fields = parseReference(
      'Dormouse Trust. How to build a nest box. Available from: https://example.org/nest-box (accessed 3 May 2021).',
    )
    assert.equal(fields.url, 'https://example.org/nest-box')
    assert.equal(fields.accessed, '2021-05-03')
    assert.equal(fields.type, 'webpage')
    assert.deepEqual(fields.authors, [{ literal: 'Dormouse Trust' }])
  })

  it('takes an article number for the page', () => {
    assert.equal(parseReference('Quill MB. Tails. Ann Rodent Care. 2019;7:e4411.').page, 'e4411')
    assert.equal(
      parseReference('Quill, Marta. “Tails.” Rodent Care, vol. 7, no. 2, 2019, e4411.').page,
      'e4411',
    )
    assert.equal(
      parseReference('Quill, M. (2019). Tails of mice. *Rodent Care*, *7*(2), Article 4411.').page,
      '4411',
    )
  })

  it('reads a chapter', () => {
    const fields = parseReference(
      'Quill, M. B. (2010). Nests of straw. In *The Dormouse Handbook* (pp. 33–48). Acorn Press.',
    )
    assert.equal(fields.type, 'chapter')
    assert.equal(fields.title, 'Nests of straw')
    assert.equal(fields.container, 'The Dormouse Handbook')
    assert.equal(fields.page, '33-48')
    assert.equal(fields.publisher, 'Acorn Press')
  })

  it('reads a preprint', () => {
    const fields = parseReference('Quill MB. Whisker maps. bioRxiv. 2021 Apr 1. doi:10.1101/999999')
    assert.equal(fields.type, 'article')
    assert.equal(fields.container, 'bioRxiv')
    assert.equal(fields.year, 2021)
  })

  it('reads a title with quotation marks inside, a question mark at its end, or words in other scripts', () => {
    assert.equal(
      parseReference('Quill, M. (2019). “Silent” nights of dormice. Rodent Care, 7, 3–9.').title,
      '“Silent” nights of dormice',
    )
    assert.equal(
      parseReference('Quill MB. Do dormice dream? Rodent Care 2011;3:4–8.').title,
      'Do dormice dream?',
    )
    assert.deepEqual(parseReference('Ärzteß Ö, Żółć Ł. Über Mäuse. Rodent Care 2011;3:4–8.').authors, [
      { family: 'Ärzteß', given: 'Ö' },
      { family: 'Żółć', given: 'Ł' },
    ])
  })

  it('tells the publisher from the town, in whatever order', () => {
    for (const imprint of [
      'Acorn Press, Lund, 2010',
      'Lund: Acorn Press, 2010',
      'Acorn Press: Lund, 2010',
      'Lund : Acorn Press; 2010',
      'Acorn Press, 2010',
    ]) {
      const fields = parseReference(`Quill MB, Oakes T. Handbook of Nests. ${imprint}.`)
      assert.deepEqual(
        [fields.title, fields.publisher, fields.year, fields.type],
        ['Handbook of Nests', 'Acorn Press', 2010, 'book'],
        imprint,
      )
    }
  })

  it('tells a book from those who edited it', () => {
    for (const book of [
      'In: Oakes T, Fern L, eds. The Dormouse Handbook. Lund: Acorn Press; 2010:33–48.',
      'In: The Dormouse Handbook, edited by Oakes, T. and de la Fern, L., Acorn Press, Lund, 33–48, 2010.',
      'In *The Dormouse Handbook*; Oakes, T., Fern, L., Eds.; Acorn Press: Lund, 2010; pp 33–48.',
      'In: Oakes T, Fern L (eds) The Dormouse Handbook. Acorn Press, Lund, 2010, pp 33–48',
      'Pages 33–48 in Oakes, T., and L. Fern, editors. The Dormouse Handbook. Acorn Press, Lund. 2010.',
    ]) {
      const fields = parseReference(`Quill MB. Nests of straw. ${book}`)
      assert.deepEqual(
        [fields.title, fields.container, fields.publisher, fields.page, fields.type],
        ['Nests of straw', 'The Dormouse Handbook', 'Acorn Press', '33-48', 'chapter'],
        book,
      )
    }
  })

  it('knows a thesis by what it calls itself', () => {
    for (const remark of [
      'PhD thesis. University of Lund, 2013.',
      'PhD diss., University of Lund, 2013.',
      'Thèse de doctorat, University of Lund, 2013.',
      'Dissertation, University of Lund, 2013.',
    ]) {
      const fields = parseReference(`Quill, Marta. *Vocal learning in dormice*. ${remark}`)
      assert.deepEqual(
        [fields.title, fields.publisher, fields.year, fields.type],
        ['Vocal learning in dormice', 'University of Lund', 2013, 'thesis'],
        remark,
      )
    }
    const apa = parseReference(
      'Quill, M. (2013). *Vocal learning in dormice* [Doctoral dissertation, University of Lund].',
    )
    assert.deepEqual([apa.title, apa.publisher], ['Vocal learning in dormice', 'University of Lund'])
  })

  it('reads the ways of Russia, China and Brazil', () => {
    const expected = {
      title: 'Tails of mice',
      container: 'Rodent Care',
      year: 2011,
      volume: '3',
      page: '4-8',
    }
    for (const text of [
      'Quill M. B., Oakes T. Tails of mice // Rodent Care. 2011. Vol. 3. P. 4–8.',
      'QUILL M B, OAKES T. Tails of mice[J]. Rodent Care, 2011, 3: 4–8.',
      'QUILL, M. B.; OAKES, T. Tails of mice. **Rodent Care**, v. 3, p. 4–8, 2011.',
    ]) {
      const { title, container, year, volume, page, authors } = parseReference(text)
      assert.deepEqual({ title, container, year, volume, page }, expected, text)
      assert.deepEqual(
        authors.map(({ family }) => family),
        ['Quill', 'Oakes'],
      )
    }
  })

  it('reads when a page was looked at, in several languages', () => {
    for (const remark of [
      'accessed 3 May 2021',
      'Acceso el 3 de mayo de 2021',
      'Acesso em: 3 maio 2021',
      'consultato il 3 maggio 2021',
      'last access: 3 May 2021',
      'abgerufen am 3. Mai 2021',
    ])
      assert.equal(
        parseReference(`Quill MB. Nests. https://example.org/nests (${remark}).`).accessed,
        '2021-05-03',
        remark,
      )
  })

  it('keeps the letter of a year apart', () => {
    const { year, yearLetter } = parseReference('Quill, M. (2019b). Tails. Rodent Care, 7, 3–9.')
    assert.deepEqual({ year, yearLetter }, { year: 2019, yearLetter: 'b' })
  })

  it('leaves absent what is not there', () => {
    assert.deepEqual(parseReference(''), { type: 'document', authors: [], etAl: false })
    assert.deepEqual(parseReference('Something about dormice'), {
      type: 'document',
      authors: [],
      etAl: false,
      title: 'Something about dormice',
    })
  })
})

function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
