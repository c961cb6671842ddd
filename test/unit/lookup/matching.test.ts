import assert from 'node:assert/strict'
import type { ReferenceFields } from '../../../server/src/bibliography/entry.js'
import { bestMatch } from '../../../server/src/bibliography/lookup/best-match.js'
import { mayBeSameWork } from '../../../server/src/bibliography/same-title.js'

function work(
  title: string,
  family?: string,
  year?: number,
  more: Partial<ReferenceFields> = {},
): ReferenceFields {
  return { type: 'article-journal', authors: family ? [{ family }] : [], etAl: false, title, ...(year && { year }), ...more } // prettier-ignore
}

const light = work('Evening light and melatonin onset', 'Barlind', 2009)

describe('the work that a search by title means', () => {
  const isFound = (found: ReferenceFields, sought = light) =>
    bestMatch(sought, [{ fields: found, notices: [] }]) !== undefined

  it('has the same title, author and year', () => {
    assert.ok(isFound(work('EVENING LIGHT, AND MELATONIN ONSET.', 'Bärlind', 2010)))
    assert.ok(isFound(work('Evening light and melatonin onset: a sleep diary', 'Barlind', 2009)))
    assert.ok(isFound(light, work('Evening light and melatonin onset')))
    assert.ok(isFound(work('Evening light and melatonin onset', 'de la Vega', 2009), work('Evening light and melatonin onset', 'de la V'))) // prettier-ignore
  })

  it('is none that is only near', () => {
    assert.ok(!isFound(work('Evening light and melatonin onset', 'Okafor', 2009)))
    assert.ok(!isFound(work('Evening light and melatonin onset', 'Barlind', 2012)))
    assert.ok(!isFound(work('Evening light and melatonin onset in dormice', 'Barlind', 2009)))
    assert.ok(!isFound(work('Melatonin: a review', 'Barlind', 2009), work('Melatonin', 'Barlind', 2009)))
    assert.ok(!isFound(work('', 'Barlind', 2009)))
  })
})

describe('whether an identifier is of another work', () => {
  const same = (one: ReferenceFields, other: ReferenceFields) => mayBeSameWork(one, other) && mayBeSameWork(other, one) // prettier-ignore

  it('is not said where title, spelling or subtitle differ a little', () => {
    assert.ok(same(light, work('Evening Lights and Melatonin Onsets: A Diary Study of Forty Nurses')))
    assert.ok(same(work('TNF-α and β-cells'), work('TNF alpha and beta cells')))
    assert.ok(same(work('Über das Schlafen'), work('Uber das Schlafen')))
    assert.ok(same(light, work('')))
  })

  it('is not said of a translation that stands in the same place', () => {
    const own = work('Abendlicht', 'Barlind', 2009, { volume: '19' })
    assert.ok(same(own, work('Evening light', 'Bärlind', 2010, { volume: '19' })))
    assert.ok(!same(own, work('Evening light', 'Okafor', 2009, { volume: '19' })))
    assert.ok(!same(own, work('Evening light', 'Barlind', 2009, { volume: '20' })))
  })

  it('is said where the titles have little in common', () => {
    assert.ok(!same(light, work('Noise at night', 'Okafor', 2011)))
    assert.ok(!same(light, work('Winter sleep of dormice and the evening', 'Fern', 2012)))
  })
})
