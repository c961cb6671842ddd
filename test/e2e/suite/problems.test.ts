import assert from 'node:assert/strict'
import { definitionsAt, eventually, open, openCopy, problemsOf, rangeOf, replace } from './editor.js'

const claim = 'Studies show that eight weeks of running raise serum BDNF by 20% in older adults.'

describe('problems', () => {
  it('list a claim without citation, and no claim that has one', async () => {
    const document = await open('running.md')
    const problems = await eventually('problems', () => problemsOf(document, 'uncited-claim'))
    const sentences = problems.map(({ range }) => document.getText(range))
    assert.ok(sentences.includes(claim), `Only these: ${sentences.join(' | ')}`)
    assert.ok(!sentences.some((sentence) => sentence.includes('Lindqvist')))
    assert.ok(!sentences.some((sentence) => sentence.includes('Where do you run?')))
  })

  it('name the rule, with a link to its page', async () => {
    const document = await open('running.md')
    const [problem] = await eventually('problems', () => problemsOf(document, 'uncited-claim'))
    const code = problem?.code
    assert.ok(typeof code === 'object')
    assert.equal(code.value, 'uncited-claim')
    assert.match(code.target.toString(), /^https:.*uncited-claim/)
  })

  it('go when the claim is cited, and return when it is not', async () => {
    const document = await openCopy('running.md')
    const isListed = () =>
      problemsOf(document).some(({ range }) => document.getText(range).startsWith('Studies show'))
    await eventually('the problem', () => isListed() || undefined)
    await replace(document, 'in older adults.\n', 'in older adults (Okafor & Reyes, 2016).\n')
    await eventually('the problem to go', () => !isListed() || undefined)
    await replace(document, ' (Okafor & Reyes, 2016).', '.')
    await eventually('the problem to return', () => isListed() || undefined)
  })

  it('mark a reference that nothing cites as unnecessary', async () => {
    const document = await open('running.md')
    const [unused] = await eventually('an unused reference', () => problemsOf(document, 'unused-reference'))
    assert.ok(unused)
    assert.ok(unused.range.intersection(rangeOf(document, 'Okafor, Lena')))
    assert.ok(unused.tags && unused.tags.length > 0)
  })

  it('report a citation that leads nowhere', async () => {
    const document = await openCopy('running.md')
    await replace(document, 'Lindqvist et al., 2011', 'Nobody et al., 1999')
    const [problem] = await eventually('the problem', () => problemsOf(document, 'undefined-citation'))
    assert.ok(problem?.range.intersection(rangeOf(document, 'Nobody et al., 1999')))
  })

  it('call no key undefined that a library has', async () => {
    const document = await open('sleeping.md')
    await eventually('the library', () => definitionsAt(document, rangeOf(document, '[@|brandt2014|]')))
    assert.deepEqual(problemsOf(document, 'undefined-citation'), [])
  })
})
