import assert from 'node:assert/strict'
import fc from 'fast-check'
import { retractionList, retractionWatch } from '../../../server/src/bibliography/retraction-watch.js'
import { builtInRetractions } from '../../../server/src/bibliography/retractions.js'

const head = 'Record ID,Title,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature'

describe('a file of Retraction Watch', () => {
  it('tells retractions, concerns and corrections apart, and lets the gravest hold', () => {
    const { items, skipped } = retractionWatch(`\ufeff${head}
1,"Light, and sleep",3/4/2021 0:00,10.1000/ARC.1,0,Retraction
2,Noise,3/5/2021 0:00,10.1000/arc.2,77,Expression of concern
3,Meals,3/6/2021 0:00,10.1000/arc.3,,Correction
4,Light,3/7/2021 0:00,10.1000/arc.1,,Correction
5,Fat,3/8/2021 0:00,10.1000/arc.5,,Reinstatement
`)
    assert.deepEqual(skipped, [])
    const list = retractionList(items)
    assert.deepEqual(list.find({ doi: '10.1000/arc.1' })?.kind, 'retraction')
    assert.deepEqual(list.find({ doi: '10.1000/arc.1' })?.date, '2021-03-04')
    assert.equal(list.find({ pmid: '77' })?.kind, 'expression of concern')
    assert.equal(list.find({ doi: '10.1000/ARC.3' })?.kind, 'correction')
    assert.equal(list.find({ doi: '10.1000/arc.5' }), undefined)
    assert.equal(list.find({}), undefined)
    assert.equal(list.asOf, '2021-03-07')
  })

  it('skips rows that name no work or no known nature, with their lines', () => {
    const { items, skipped } = retractionWatch(`${head}
1,Light,3/4/2021,unavailable,0,Retraction
2,Noise,3/5/2021,10.1000/arc.2,,Applause
3,Meals,3/6/2021,10.1000/arc.3,,Retraction
`)
    assert.equal(items.length, 1)
    assert.deepEqual(
      skipped.map(({ line }) => line),
      [1, 2],
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '\u0000', '😀'), maxLength: 40 }),
        (text) => {
          retractionWatch(text)
          retractionWatch(`${head}\n${text}`)
        },
      ),
    )
  })
})

describe('the list that comes along', () => {
  it('is dated and knows thousands of works by their PubMed numbers', () => {
    const list = builtInRetractions()
    assert.match(list.asOf, /^20\d\d/)
    let count = 0
    for (let pmid = 20_000_000; pmid < 20_200_000; pmid++) if (list.find({ pmid: String(pmid) })) count++
    assert.ok(count > 20 && count < 2000, `${count} of 200,000`)
  })
})
