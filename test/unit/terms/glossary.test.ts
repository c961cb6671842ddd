import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { builtInConcepts } from '../../../server/src/terms/builtin.js'
import { inferredCase } from '../../../server/src/terms/case-policy.js'
import {
  casePolicies,
  conceptKinds,
  regulatoryStatuses,
  relationKinds,
} from '../../../server/src/terms/concept.js'
import { glossary } from '../../../server/src/terms/formats/glossary.js'

const folder = new URL('../../../server/vocabulary/', import.meta.url)
const schemaText = readFileSync(new URL('glossary.schema.json', folder), 'utf8')
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))

describe('the glossary format', () => {
  const willow = { name: 'salicin', kind: 'chemical', definition: 'A bitter compound of willow bark.' }
  const textOf = (...concepts: readonly unknown[]): string => JSON.stringify({ concepts }, null, 2)

  it('reads a concept with everything that it may hold', () => {
    const { items, skipped } = glossary.parse(
      textOf(
        {
          ...willow,
          synonyms: ['SAL', { text: 'Salicin', case: 'first' }],
          identifiers: ['CHEBI:17814', 'CAS:138-52-3'],
          related: [{ relation: 'metabolised to', concept: 'salicylic acid' }],
          regulatory: [
            { status: 'unapproved', authority: 'FDA', asOf: '2024-05', note: 'A made-up example.' },
          ],
        },
        { name: 'salicylic acid', kind: 'chemical', definition: 'A plant hormone.', id: 'CHEBI:16914' },
      ),
    )
    assert.deepEqual(skipped, [])
    assert.deepEqual(items[0], {
      id: 'CHEBI:17814',
      preferredName: 'salicin',
      names: [
        { text: 'salicin', case: 'any' },
        { text: 'SAL', case: 'exact' },
        { text: 'Salicin', case: 'first' },
      ],
      kind: 'chemical',
      definition: 'A bitter compound of willow bark.',
      identifiers: ['CHEBI:17814', 'CAS:138-52-3'],
      related: [{ kind: 'metabolised to', to: 'CHEBI:16914' }],
      regulatory: [{ status: 'unapproved', authority: 'FDA', asOf: '2024-05', note: 'A made-up example.' }],
    })
  })

  it('makes an id of the name where there is no identifier', () => {
    const { items } = glossary.parse(textOf({ ...willow, name: "Willow's (inner) bark" }))
    assert.equal(items[0]?.id, 'bioprose:willow-s-inner-bark')
  })

  it('keeps a relation to a name that it does not know, for another vocabulary may', () => {
    const { items } = glossary.parse(
      textOf({ ...willow, related: [{ relation: 'part of', concept: 'bark' }] }),
    )
    assert.deepEqual(items[0]?.related, [{ kind: 'part of', to: 'name:bark' }])
  })

  const flaws: readonly (readonly [string, unknown, RegExp])[] = [
    ['a concept that is a text', 'salicin', /concept must be an object/],
    ['no name', { ...willow, name: undefined }, /"name" must be a text/],
    ['a name of punctuation', { ...willow, name: '--' }, /neither letter nor digit/],
    ['an unknown kind', { ...willow, kind: 'tree' }, /"kind" must be one of: gene/],
    ['no definition', { ...willow, definition: ' ' }, /"definition" must be a text/],
    ['a synonym that is a number', { ...willow, synonyms: [7] }, /"synonyms" must be an object/],
    ['synonyms that are no list', { ...willow, synonyms: 'bark' }, /"synonyms" must be a list/],
    ['an unknown case policy', { ...willow, case: 'upper' }, /"case" must be one of/],
    ['an identifier without authority', { ...willow, identifiers: ['17814'] }, /no identifier like/],
    [
      'an unknown relation',
      { ...willow, related: [{ relation: 'likes', concept: 'x' }] },
      /"relation" must be/,
    ],
    [
      'a status without a date',
      { ...willow, regulatory: [{ status: 'approved', authority: 'FDA' }] },
      /"asOf" must be a text/,
    ],
    [
      'a date in words',
      { ...willow, regulatory: [{ status: 'approved', authority: 'FDA', asOf: 'May' }] },
      /no date/,
    ],
  ]
  for (const [flaw, concept, reason] of flaws) {
    it(`skips ${flaw}, says so, and reads the rest`, () => {
      const { items, skipped } = glossary.parse(textOf(concept, { ...willow, name: 'bark' }))
      assert.deepEqual(
        items.map((item) => item.preferredName),
        ['bark'],
      )
      assert.equal(skipped.length, 1)
      assert.equal(skipped[0]?.line, 2)
      assert.match(skipped[0].reason, reason)
    })
  }

  it('skips a second concept with the same id', () => {
    const { items, skipped } = glossary.parse(textOf(willow, { ...willow, definition: 'Something else.' }))
    assert.equal(items.length, 1)
    assert.deepEqual(skipped, [{ line: 7, reason: 'There is a concept bioprose:salicin already' }])
  })

  it('loses only the concept in which the JSON is broken', () => {
    const broken = textOf(willow, { ...willow, name: 'bark' }).replace('"kind"', 'kind')
    const { items, skipped } = glossary.parse(broken.replaceAll('\n', '\r\n'))
    assert.deepEqual(
      items.map((item) => item.preferredName),
      ['bark'],
    )
    assert.equal(skipped[0]?.line, 2)
    assert.match(skipped[0].reason, /no JSON/)
  })

  it('says where a bracket or quote is never closed', () => {
    const { items, skipped } = glossary.parse(textOf(willow, { ...willow, name: 'bark' }).slice(0, -30))
    assert.equal(items.length, 1)
    assert.deepEqual(skipped, [{ line: 7, reason: 'A bracket or a quote is never closed' }])
  })

  it('says that a file holds no concepts', () => {
    for (const text of ['', '[]', '{}', 'BDNF', '{"concepts": "none"}', '\u0000']) {
      assert.deepEqual(
        glossary.parse(text).skipped,
        [{ line: 0, reason: 'There is no list "concepts"' }],
        text,
      )
    }
  })

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"concepts"',
      ':',
      ',',
      '"',
      '\\',
      '{"name":',
      'x',
      '\n',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    )
    fc.assert(fc.property(text, (written) => Array.isArray(glossary.parse(written).items)))
    glossary.parse('{"concepts":['.repeat(80_000))
    glossary.parse(`{"concepts":[${'['.repeat(500_000)}${']'.repeat(500_000)}]}`)
  })
})

describe('the case policy of a name that has none', () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    any: ['BDNF', 'TrkB', 'IGF-1', 'GHRH', 'E2F1', 'mTOR', 'neurogenesis', "Parkinson's disease", 'HPG axis'],
    exact: ['GH', 'LH', 'ERK', 'cAMP', 'REST', 'SET', 'WAS', 'CAT', 'KIT', 'IMPACT', 'CLOCK', 'Trap'],
  }
  for (const [policy, names] of Object.entries(expected)) {
    for (const name of names) {
      it(`${name}: ${policy}`, () => {
        assert.equal(inferredCase(name), policy)
      })
    }
  }
})

describe('the glossary that is built in', () => {
  const concepts = builtInConcepts()

  it('satisfies its schema, file by file', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(schemaText) as object)
    for (const file of files) {
      validate(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
      assert.deepEqual(validate.errors ?? [], [], file)
    }
  })

  it('has a schema that lists what the parser knows', () => {
    const allowed = [...schemaText.matchAll(/"enum": (\[[^\]]*\])/g)].map(
      ([, list]) => JSON.parse(list!) as unknown,
    )
    assert.deepEqual(allowed, [conceptKinds, relationKinds, regulatoryStatuses, casePolicies])
  })

  it('is read from every file, whole', () => {
    const parsed = files.map((file) => glossary.parse(readFileSync(new URL(file, folder), 'utf8')))
    assert.deepEqual(
      parsed.flatMap((file) => file.skipped),
      [],
    )
    const ids = parsed.flatMap((file) => file.items.map((concept) => concept.id))
    assert.deepEqual(ids.sort(), concepts.map((concept) => concept.id).sort())
  })

  it('holds at least 150 concepts', () => {
    assert.ok(concepts.length >= 150, `${concepts.length}`)
  })

  it('gives every identifier to one concept only', () => {
    assert.deepEqual(repeated(concepts.flatMap((c) => [...new Set([c.id, ...c.identifiers])])), [])
  })

  it('gives every name to one concept only, however it is hyphenated', () => {
    const owners = new Map<string, string>()
    const shared: string[] = []
    for (const concept of concepts) {
      for (const { text } of concept.names) {
        const owner = owners.get(lettersOf(text))
        if (owner !== undefined && owner !== concept.id) shared.push(`${text}: ${owner}, ${concept.id}`)
        owners.set(lettersOf(text), concept.id)
      }
    }
    assert.deepEqual(shared, [])
  })

  it('gives no name twice to a concept', () => {
    const twice = concepts.flatMap((c) => repeated(c.names.map((name) => name.text.toLowerCase())))
    assert.deepEqual(twice, [])
  })

  it('relates concepts to other concepts, and says nothing twice', () => {
    const ids = new Set(concepts.map((concept) => concept.id))
    for (const { id, related } of concepts) {
      assert.deepEqual(repeated(related.map(({ kind, to }) => `${kind} ${to}`)), [], id)
      for (const { to } of related) assert.ok(ids.has(to) && to !== id, `${id} -> ${to}`)
    }
  })

  it('defines in one or two sentences of at most 45 words', () => {
    for (const { id, definition } of concepts) {
      const ends = definition.match(/[.!?](?=\s+\p{Lu}|$)/gu) ?? []
      assert.ok(ends.length === 1 || ends.length === 2, `${id}: ${definition}`)
      assert.match(definition, /^[\p{L}\d].*\.$/u, id)
      assert.ok(definition.split(/\s+/).length <= 45, id)
    }
  })

  it('speaks of regulators for substances only', () => {
    const substances = ['drug', 'peptide', 'hormone', 'chemical', 'chemical class', 'nutrient']
    for (const { id, kind, regulatory } of concepts) {
      if (regulatory.length > 0) assert.ok(substances.includes(kind), id)
      for (const { note, asOf } of regulatory) {
        assert.match(note ?? '', /\.$/, id)
        assert.ok(Number(asOf.slice(0, 4)) >= 2000 && Number(asOf.slice(0, 4)) <= 2026, id)
      }
    }
  })

  it('lets every authority say a thing once', () => {
    for (const { id, regulatory } of concepts) {
      assert.deepEqual(repeated(regulatory.map((status) => `${status.authority} ${status.status}`)), [], id)
    }
  })

  it('never takes an everyday word for a symbol', () => {
    const everyday = [
      'set',
      'rest',
      'was',
      'camp',
      'goat',
      'cat',
      'max',
      'kit',
      'impact',
      'clock',
      'bad',
      'era',
      'erb',
    ]
    const free = concepts.flatMap((c) =>
      c.names.filter((name) => name.case !== 'exact').map((name) => lettersOf(name.text)),
    )
    for (const word of everyday) assert.ok(!free.includes(lettersOf(word)), word)
  })
})

function repeated<T>(values: readonly T[]): T[] {
  return values.filter((value, at) => values.indexOf(value) !== at)
}

/** What is left of a name without case, accents, hyphens and spaces. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
