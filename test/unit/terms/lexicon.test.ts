import assert from 'node:assert/strict'
import { compile, conceptOf } from '../../../server/src/terms/lexicon.js'
import { concept, found, lexiconOf } from './lexicon-of.js'

describe('a lexicon', () => {
  it('of no vocabulary finds nothing', () => {
    assert.deepEqual(found('BDNF', compile([])), [])
    assert.deepEqual(found('', lexiconOf(concept('t:a', 'BDNF'))), [])
  })

  it('holds every concept under its identifier', () => {
    const one = concept('t:one', 'one thing')
    const lexicon = lexiconOf(one, concept('t:two', 'two things'))
    assert.equal(lexicon.concepts.get('t:one'), one)
    assert.deepEqual([...lexicon.concepts.keys()], ['t:one', 't:two'])
  })

  it('finds a concept by any of its identifiers', () => {
    const bdnf = { ...concept('HGNC:1', 'BDNF'), identifiers: ['HGNC:1', 'NCBIGene:2'] as const }
    const lexicon = lexiconOf(bdnf)
    assert.equal(conceptOf(lexicon, 'NCBIGene:2'), bdnf)
    assert.equal(conceptOf(lexicon, 'NCBIGene:3'), undefined)
  })

  it('keeps the earlier of two equal concepts, with the names of both', () => {
    const ours = { ...concept('HGNC:1', 'BDNF'), identifiers: ['HGNC:1', 'NCBIGene:2'] as const }
    const lexicon = compile([[ours], [concept('HGNC:1', 'abrineurin')], [concept('NCBIGene:2', 'ANON2')]])
    assert.equal(lexicon.concepts.size, 1)
    assert.equal(lexicon.concepts.get('HGNC:1'), ours)
    assert.deepEqual(found('BDNF, abrineurin, ANON2', lexicon), ['BDNF → 1', 'abrineurin → 1', 'ANON2 → 1'])
  })

  it('keeps concepts of one vocabulary apart, even if they share an identifier', () => {
    const pro = { ...concept('t:pro', 'proBDNF'), identifiers: ['HGNC:1'] as const }
    const lexicon = compile([[concept('HGNC:1', 'BDNF'), pro]])
    assert.deepEqual(found('proBDNF and BDNF', lexicon), ['proBDNF → pro', 'BDNF → 1'])
    assert.equal(conceptOf(lexicon, 'HGNC:1')?.preferredName, 'BDNF')
  })

  it('does not seek single letters, numbers and signs', () => {
    const lexicon = lexiconOf(concept('t:a', 'T', '12', '+', '', ' ', 'α', 'T3'))
    assert.deepEqual(found('T 12 + α T3', lexicon), ['T3 → a'])
  })

  it('ignores white space around and inside names', () => {
    assert.deepEqual(found('growth hormone', lexiconOf(concept('t:gh', ' growth \n hormone '))), [
      'growth hormone → gh',
    ])
  })
})
