import assert from 'node:assert/strict'
import { parseDocument } from '../../../server/src/prose/document.js'
import { suppressionsOf } from '../../../server/src/prose/suppressions.js'

/** What each suppression of a text names, and the words that it silences. */
function read(text: string) {
  return suppressionsOf(parseDocument(text))
    .filter(({ isEnable }) => !isEnable)
    .map(({ rules, scope, unknown }) => ({
      rules: rules.map(({ id }) => id),
      scope: text.slice(scope.start, scope.end).trim(),
      ...(unknown !== undefined && { unknown }),
    }))
}

describe('a suppression', () => {
  it('of the next line skips blank lines', () => {
    assert.deepEqual(read('<!-- bioprose-disable-next-line a-rule -->\n\nOne.\nTwo.'), [
      { rules: ['a-rule'], scope: 'One.' },
    ])
  })

  it('of its line reaches over the whole of it', () => {
    assert.deepEqual(read('One.\nTwo. <!-- bioprose-disable-line a-rule --> More.\nThree.'), [
      { rules: ['a-rule'], scope: 'Two. <!-- bioprose-disable-line a-rule --> More.' },
    ])
  })

  it('reaches to the end, or to where its rules are enabled', () => {
    assert.deepEqual(read('One.\n\n<!-- bioprose-disable a-rule -->\n\nTwo.'), [
      { rules: ['a-rule'], scope: 'Two.' },
    ])
    assert.deepEqual(read('<!-- bioprose-disable a-rule -->\n\nOne.\n\n<!-- bioprose-enable -->\n\nTwo.'), [
      { rules: ['a-rule'], scope: 'One.' },
    ])
  })

  it('of the file reaches over what stands before it', () => {
    const text = 'One.\n\n<!-- bioprose-disable-file -->\n\nTwo.'
    assert.deepEqual(read(text), [{ rules: [], scope: text }])
  })

  it('names rules with commas or spaces between, each in its place, and keeps the reason apart', () => {
    const text = '<!-- bioprose-disable a-rule, b-rule c-rule -- a-reason, not a rule -->'
    const [one] = suppressionsOf(parseDocument(text))
    assert.deepEqual(
      one?.rules.map(({ id, start, end }) => [id, text.slice(start, end)]),
      [
        ['a-rule', 'a-rule'],
        ['b-rule', 'b-rule'],
        ['c-rule', 'c-rule'],
      ],
    )
  })

  it('names rules in their place even where the directive has their name', () => {
    const text = '<!-- bioprose-disable-line line -->'
    const rule = suppressionsOf(parseDocument(`One. ${text}`))[0]?.rules[0]
    assert.deepEqual(
      [rule?.start, rule?.end],
      [5 + text.lastIndexOf('line'), 5 + text.lastIndexOf('line') + 4],
    )
  })

  it('of several rules, or all, goes on for those that an enable does not name', () => {
    for (const rules of ['a-rule b-rule', '']) {
      const text = `<!-- bioprose-disable ${rules} -->\n\nOne.\n\n<!-- bioprose-enable a-rule -->\n\nTwo.`
      const [one] = suppressionsOf(parseDocument(text))
      assert.deepEqual(one?.scope, { start: text.indexOf('-->') + 3, end: text.length })
      assert.deepEqual([...one.reopened], [['a-rule', text.indexOf('<!-- bioprose-enable')]])
    }
  })

  it('at the very end of a text is still one', () => {
    assert.deepEqual(read('One.\n\n<!-- bioprose-disable a-rule -->'), [{ rules: ['a-rule'], scope: '' }])
  })

  it('is read in linear time', function () {
    this.timeout(1000)
    assert.equal(suppressionsOf(parseDocument('<!-- bioprose-disable a -->\n\n'.repeat(5000))).length, 5000)
  })

  it('of a directive that there is not says so', () => {
    assert.deepEqual(
      read('<!-- bioprose-off a-rule -->').map(({ unknown }) => unknown),
      ['off'],
    )
  })

  it('stands in lists and quotations, too', () => {
    assert.deepEqual(
      read('- One.\n- <!-- bioprose-disable-next-line -->\n  Two.\n- Three.').map(({ scope }) => scope),
      ['Two.'],
    )
    assert.deepEqual(
      read('> <!-- bioprose-disable-next-line -->\n> One.\n\nTwo.').map(({ scope }) => scope),
      ['> One.'],
    )
  })

  it('is no other comment, and none in code', () => {
    assert.deepEqual(
      read('<!-- prettier-ignore -->\n\n`<!-- bioprose-disable -->`\n\n    <!-- bioprose-disable -->'),
      [],
    )
  })
})
