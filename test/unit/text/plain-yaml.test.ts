import assert from 'node:assert/strict'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { plainYaml } from '../../../server/src/text/plain-yaml.js'
import { yamlIn } from '../../../server/src/text/yaml.js'

const scalar = fc.oneof(
  fc.constantFrom(
    'Oakes',
    'Nests of dormice: a count',
    "d'Aubert",
    '10.1000/arc.7',
    '0012',
    '1e3',
    '0x10',
    'yes',
    '~',
  ),
  fc.constantFrom(
    'a #b',
    '- x',
    '[x]',
    '“Sweet” nests',
    'a: b',
    '2009-05-03',
    '12:30',
    '415–22',
    '3.10',
    '',
    '*a',
    '&a b',
  ),
  fc.nat(3000),
  fc.string({ maxLength: 12 }),
)
const key = fc.constantFrom('id', 'title', 'container-title', 'DOI', 'volume', 'issued', 'author')
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.dictionary(key, tie('tree')),
    fc.array(tie('tree'), { maxLength: 3 }),
  ),
}))

describe('plain YAML', () => {
  it('is read as the library reads it, or not at all', () => {
    let read = 0
    fc.assert(
      fc.property(fc.array(fc.dictionary(key, tree), { minLength: 1, maxLength: 3 }), (value) => {
        const text = stringify(value)
        const plain = plainYaml(text)
        if (!plain) return
        read++
        assert.deepEqual(plain.value, yamlIn(text).root?.value(), text)
      }),
      { numRuns: 500 },
    )
    assert.ok(read > 3, `only ${read} were read`)
  })

  it('is read as the library reads it, whatever the lines', () => {
    const line = fc.tuple(
      fc.constantFrom('', '  ', '    ', '- ', '  - ', '- - '),
      fc.constantFrom(
        'id: a',
        'title:',
        'x',
        "title: 'it''s'",
        'title: "a"',
        'year: 2009',
        'a: b: c',
        ': x',
        '? a',
        'x: y',
        '2009',
        '...',
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = lines.map((parts) => parts.join('')).join('\n')
        const plain = plainYaml(text)
        if (!plain) return
        const { root, errors } = yamlIn(text)
        assert.deepEqual([plain.value, errors], [root?.value(), []], text)
      }),
      { numRuns: 800 },
    )
  })
})
