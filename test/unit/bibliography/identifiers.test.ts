import assert from 'node:assert/strict'
import { identifiersIn } from '../../../server/src/prose/identifiers.js'

const found = (text: string) =>
  identifiersIn(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)

describe('identifiersIn', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['See doi:10.1000/xyz-1.', ['doi 10.1000/xyz-1']],
    ['(https://doi.org/10.1000/xyz(1)2).', ['doi https://doi.org/10.1000/xyz(1)2']],
    ['DOI: 10.1000/a(b)c), 10.1000/d;10.1000/e', ['doi 10.1000/a(b)c', 'doi 10.1000/d', 'doi 10.1000/e']],
    ['doi.org/10.1000/a,', ['doi 10.1000/a']],
    ['“10.1000/a”', ['doi 10.1000/a']],
    ['10.1000/(SICI)1<2::AID-3>3.0.CO;2-2.', ['doi 10.1000/(SICI)1<2::AID-3>3.0.CO;2-2']],
    ['PMID: 123456; PMCID: PMC98765.', ['pmid 123456', 'pmcid PMC98765']],
    ['PubMed ID 77 and PMC1', ['pmid 77', 'pmcid PMC1']],
    ['https://pubmed.ncbi.nlm.nih.gov/31819260/', ['pmid https://pubmed.ncbi.nlm.nih.gov/31819260/']],
    [
      'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5/.',
      ['pmcid https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5/'],
    ],
    ['arXiv:1706.02216v2 or arXiv:hep-th/9901001', ['arxiv 1706.02216v2', 'arxiv hep-th/9901001']],
    ['<https://example.org/a_(b)?c=d#e>, then', ['url https://example.org/a_(b)?c=d#e']],
    [
      '[x](https://example.org/a) *https://example.org/b*',
      ['url https://example.org/a', 'url https://example.org/b'],
    ],
    ['in 10.5 of 10.1000 mice, PMID, PMC, http://, doi:', []],
    ['参考 https://example.org/a。次', ['url https://example.org/a']],
  ]
  for (const [text, expected] of cases) {
    it(`reads ${text}`, () => {
      assert.deepEqual(found(text), expected)
    })
  }

  it('gives values in one form and addresses that lead there', () => {
    const [doi, pmid] = identifiersIn('doi:10.1000/AbC, PMID 12')
    assert.deepEqual([doi!.value, doi!.url], ['10.1000/abc', 'https://doi.org/10.1000/abc'])
    assert.deepEqual([pmid!.value, pmid!.url], ['12', 'https://pubmed.ncbi.nlm.nih.gov/12/'])
  })

  it('says where a label begins', () => {
    assert.equal(identifiersIn('see doi: 10.1000/a')[0]!.labelStart, 4)
  })
})
