import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { loadTermModel, termModelBytes } from '../../../../server/src/terms/recognition/model.js'

const file = readFileSync(new URL('../../../../server/model/terms.bin', import.meta.url))

describe('the model of terms', () => {
  it('is read as it was written', () => {
    const model = loadTermModel(file)
    assert.ok(model)
    assert.deepEqual(Object.keys(model), ['gene', 'chemical', 'disease'])
    assert.ok(model.gene.weights.some((weight) => weight !== 0))
    const again = loadTermModel(termModelBytes(model))
    assert.ok(again)
    for (const kind of ['gene', 'chemical', 'disease'] as const) {
      assert.deepEqual(again[kind].steps, model[kind].steps)
      assert.deepEqual(again[kind].reasons, model[kind].reasons)
      assert.equal(again[kind].threshold, model[kind].threshold)
    }
  })

  it('is refused when a byte is altered, missing or too many', () => {
    const altered = Uint8Array.from(file)
    altered[altered.length >> 1]! ^= 1
    assert.equal(loadTermModel(altered), undefined)
    assert.equal(loadTermModel(file.subarray(0, -1)), undefined)
    assert.equal(loadTermModel(Uint8Array.from([...file, 0])), undefined)
    assert.equal(loadTermModel(new Uint8Array(0)), undefined)
  })
})
