import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { ReferenceFields } from '../../../server/src/bibliography/entry.js'
import { parseReference } from '../../../server/src/bibliography/reference/parse.js'
import { pageLike } from '../../../server/src/bibliography/writing/page-form.js'
import { writtenLike } from '../../../server/src/bibliography/writing/written-like.js'

const work: ReferenceFields = {
  type: 'article-journal',
  authors: [
    { family: 'Nightingale', given: 'Lea-Marie' },
    { family: 'van Dorn', given: 'Ole Jan' },
  ],
  etAl: false,
  title: 'Street lamps and the song of robins',
  container: 'Journal of Dusk',
  year: 2019,
  volume: '7',
  issue: '2',
  page: '101-109',
  doi: '10.5555/robins.7',
}

/** Two references of a list, and the work as that list would write it. */
const lists: readonly (readonly [one: string, other: string, written: string])[] = [
  [
    'Barlind A, Wren B. Evening light and melatonin onset. J Sleep Med. 2009;19(5):415-22.',
    'Okafor C, Fern L, Oakes M. Noise at night. Rest. 2011;2(1):1-9. doi:10.5555/noise.2',
    'Nightingale LM, van Dorn OJ. Street lamps and the song of robins. Journal of Dusk. 2019;7(2):101-9. doi:10.5555/robins.7',
  ],
  [
    'Barlind, A. M., & Wren, B. (2009). Evening light and melatonin onset. *Journal of Sleep Medicine*, *19*(5), 415–422.',
    'Okafor, C., Fern, L., & Oakes, M. (2011). Noise at night. *Rest*, *2*(1), 1–9. https://doi.org/10.5555/noise.2',
    'Nightingale, L.-M., & van Dorn, O. J. (2019). Street lamps and the song of robins. *Journal of Dusk*, *7*(2), 101–109. https://doi.org/10.5555/robins.7',
  ],
  [
    'Barlind, Anna, and Bo Wren. “Evening Light and Melatonin Onset.” *Journal of Sleep Medicine*, vol. 19, no. 5, 2009, pp. 415–22.',
    'Okafor, Chi, and Lea Fern. “Noise at Night.” *Rest*, vol. 2, no. 1, May 2011, pp. 1–9.',
    'Nightingale, Lea-Marie, and Ole Jan van Dorn. “Street lamps and the song of robins.” *Journal of Dusk*, vol. 7, no. 2, 2019, pp. 101–9.',
  ],
  [
    'A. M. Barlind and B. Wren, “Evening light and melatonin onset,” *J Sleep Med*, vol. 19, no. 5, pp. 415–422, 2009.',
    'C. Okafor, L. Fern, and M. Oakes, “Noise at night,” *Rest*, vol. 2, no. 1, pp. 1–9, 2011, doi: 10.5555/noise.2.',
    'L.-M. Nightingale and O. J. van Dorn, “Street lamps and the song of robins,” *Journal of Dusk*, vol. 7, no. 2, pp. 101–109, 2019, doi: 10.5555/robins.7.',
  ],
  [
    'Barlind, A. M. & Wren, B. Evening light and melatonin onset. *J. Sleep Med.* **19**, 415–422 (2009).',
    'Okafor, C., Fern, L. & Oakes, M. Noise at night. *Rest* **2**, 1–9 (2011).',
    'Nightingale, L.-M. & van Dorn, O. J. Street lamps and the song of robins. *Journal of Dusk* **7**, 101–109 (2019).',
  ],
]

function without(...names: readonly (keyof ReferenceFields)[]): ReferenceFields {
  const kept = Object.entries(work).filter(([name]) => !names.some((one) => one === name))
  return Object.fromEntries(kept) as unknown as ReferenceFields
}

const examplesOf = (...texts: readonly string[]) =>
  texts.map((text) => ({ text, fields: parseReference(text) }))

describe('a reference written like those of a list', () => {
  for (const [one, other, written] of lists) {
    it(`looks like “${one.slice(0, 50)}…”`, () => {
      assert.equal(writtenLike(work, examplesOf(one, other)), written)
    })
  }

  it('leaves out what is missing, with what stands before it', () => {
    const rest = without('issue', 'doi')
    for (const [one, other] of lists) {
      const written = writtenLike(rest, examplesOf(one, other))
      assert.ok(written !== undefined, one)
      const read = parseReference(written)
      assert.deepEqual([read.title, read.container, read.year, read.volume, read.issue, read.doi], [rest.title, rest.container, 2019, '7', undefined, undefined]) // prettier-ignore
      assert.doesNotMatch(written, /\(\)|\*\*\*|no\.\s?,|doi/)
    }
  })

  it('cuts a long list of authors where the list does', () => {
    const examples = examplesOf(
      'Barlind A, Wren B, Fern L, et al. Evening light and melatonin onset. J Sleep Med. 2009;19(5):415-22.',
      'Okafor C, Fern L, Oakes M. Noise at night. Rest. 2011;2(1):1-9.',
    )
    const authors = ['Ash', 'Birch', 'Cedar', 'Elder', 'Fir'].map((family) => ({ family, given: 'Kim' }))
    assert.match(
      writtenLike({ ...work, authors }, examples)!,
      /^Ash K, Birch K, Cedar K, et al\. Street lamps/,
    )
    assert.match(writtenLike(work, examples)!, /^Nightingale LM, van Dorn OJ\. Street lamps/)
  })

  it('is written as most of medicine does where there is no example', () => {
    assert.equal(
      writtenLike(work, []),
      'Nightingale LM, van Dorn OJ. Street lamps and the song of robins. Journal of Dusk. 2019;7(2):101-109. doi:10.5555/robins.7',
    )
    const rest = without('doi')
    assert.match(writtenLike({ ...rest, pmid: '900007' }, [])!, /101-109\. PMID: 900007$/)
  })

  it('takes over nothing of the example: no month, no remark', () => {
    const written = writtenLike(
      work,
      examplesOf(
        'Barlind A, Wren B. Evening light and melatonin onset. J Sleep Med. 2009 Nov 8;19(5):415-22.',
        'Okafor C, Fern L. Noise at night [in Igbo]. Rest. 2011 May;2(1):1-9.',
      ),
    )
    assert.equal(
      written,
      'Nightingale LM, van Dorn OJ. Street lamps and the song of robins. Journal of Dusk. 2019;7(2):101-9.',
    )
  })

  it('goes on where the lines of an example break', () => {
    const [one, , written] = lists[2]!
    const broken = one.replace('“Evening Light', '“Evening\n  Light').replace(', vol.', ',\n  vol.')
    assert.equal(writtenLike(work, examplesOf(broken)), written)
  })

  it('shows what Markdown would take for markup', () => {
    const written = writtenLike({ ...work, title: 'The *lac* operon_of [toads]' }, examplesOf(lists[0]![0]))
    assert.ok(written === undefined || written.includes('The \\*lac\\* operon\\_of \\[toads\\]'), written)
  })

  it('is read back with what it says, or not written', () => {
    const word = fc.constantFrom(
      'Light',
      'night',
      'p53',
      'β-cells',
      '2010',
      '(pilot)',
      'sleep?',
      'A',
      'vol. 3',
      '“dim”',
      '*',
    )
    const name = fc.record({
      family: fc.constantFrom('Ash', 'de la Cruz', 'O’Hara', 'Łoś', 'Ng'),
      given: fc.constantFrom('K', 'Kim', 'K. L.', 'Kim-Lee'),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...lists),
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.array(name, { maxLength: 4 }),
        fc.record({ year: fc.integer({ min: 1950, max: 2026 }), volume: fc.nat(400).map(String), page: fc.constantFrom('1-9', 'e77', '99-101') }, { requiredKeys: [] }),
        ([one, other], words, authors, more) => {
          const fields: ReferenceFields = { type: 'article-journal', authors, etAl: false, title: words.join(' '), container: 'Rest', ...more }
          const written = writtenLike(fields, examplesOf(one, other))
          if (written === undefined) return
          assert.doesNotMatch(written, /\n/)
          assert.equal(parseReference(written).year, fields.year)
        },
      ),
    ) // prettier-ignore
  })
})

describe('pages', () => {
  it('are written in short or in full, as others are', () => {
    assert.deepEqual(pageLike('415-422', ['101-9']), { page: '415-22' })
    assert.deepEqual(pageLike('415-22', ['101-109']), { page: '415-422' })
    assert.deepEqual(pageLike('415-22', ['1-9', undefined, 'e7']), {})
    assert.deepEqual(pageLike('e77', ['101-9']), {})
    assert.deepEqual(pageLike('99-101', ['101-9']), { page: '99-101' })
    assert.deepEqual(pageLike('11-19', ['101-9']), { page: '11-19' })
  })
})
