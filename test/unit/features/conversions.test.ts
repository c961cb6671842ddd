import assert from 'node:assert/strict'
import fc from 'fast-check'
import { citesOf } from '../../../server/src/workspace/cites.js'
import { opened } from '../../specs/engine.js'
import { actionsFor, afterAction, applied, editsOf } from './editing-documents.js'

interface Work {
  readonly family: string
  readonly year: number
  readonly title: string
}

/** Works that no two of which share an author and a year, so that each dialect can name them. */
const works: readonly Work[] = ['Barlind', 'Okafor', 'Fern', 'Żółć', 'Li', 'van Holm', 'O’Hara'].map(
  (family, i) => ({
    family,
    year: 2009 + i,
    title: `Evening light and the sleep of dormice, part ${String.fromCharCode(65 + i)}`,
  }),
)

const reference = ({ family, year, title }: Work) =>
  `${family} A. ${title}. J Sleep Med. ${year};19(5):415-22.`
const key = ({ family, year }: Work) => `${family.replace(/[^a-z]/gi, '').toLowerCase()}${year}`

/** How each dialect cites some works, and where it keeps them. */
const dialects = {
  numbers: {
    cite: (some: readonly number[]) => ` [${some.map((i) => i + 1).join(', ')}].`,
    tail: ['## References', '', ...works.map((work, i) => `${i + 1}. ${reference(work)}`), ''],
  },
  superscripts: {
    cite: (some: readonly number[]) => `.^${some.map((i) => i + 1).join(',')}^`,
    tail: ['## References', '', ...works.map((work, i) => `${i + 1}. ${reference(work)}`), ''],
  },
  'author and year': {
    cite: (some: readonly number[]) =>
      ` (${some.map((i) => `${works[i]!.family}, ${works[i]!.year}`).join('; ')}).`,
    tail: ['## References', '', ...works.map((work) => `- ${reference(work)}`), ''],
  },
  footnotes: {
    cite: (some: readonly number[]) => `.${some.map((i) => `[^${key(works[i]!)}]`).join('')}`,
    tail: works.map((work) => `[^${key(work)}]: ${reference(work)}`),
  },
  'cite keys': {
    cite: (some: readonly number[]) => ` [${some.map((i) => `@${key(works[i]!)}`).join('; ')}].`,
    tail: [],
  },
} as const
type Dialect = keyof typeof dialects

const library = works
  .map(
    (work) =>
      `@article{${key(work)}, author = {${work.family}, A}, title = {${work.title}}, journal = {J Sleep Med}, year = {${work.year}}, volume = {19}, number = {5}, pages = {415--22}}`,
  )
  .join('\n')
const files = new Map([['sleep.bib', library]])
const frontMatter = ['---', 'bibliography: sleep.bib', '---', '']

const sentence = fc.record({
  words: fc.constantFrom(
    'Light delays sleep',
    'Noise 🦉 wakes the dormouse',
    'Café hours, it seems, do not',
    'In *mice*, `[3]` is no citation and warmth',
  ),
  some: fc.uniqueArray(fc.nat(works.length - 1), { minLength: 1, maxLength: 4 }),
})
const prose = fc.record({
  sentences: fc.array(sentence, { minLength: 1, maxLength: 6 }),
  isCrlf: fc.boolean(),
})

function written(
  dialect: Dialect,
  {
    sentences,
    isCrlf,
  }: { sentences: readonly { words: string; some: readonly number[] }[]; isCrlf: boolean },
): string {
  const { cite, tail } = dialects[dialect]
  const lines = [
    ...frontMatter,
    ...sentences.flatMap(({ words, some }) => [`${words}${cite(some)} More follows.`, '']),
    ...tail,
  ]
  return lines.join(isCrlf ? '\r\n' : '\n')
}

/** By paragraph, the titles that its citations lead to: what a conversion must keep. */
function cited(text: string): readonly string[][] {
  const { view } = opened(text, files)
  const paragraphs = new Map<number, Set<string>>()
  for (const { block, targets } of citesOf(view)) {
    const titles = paragraphs.get(block) ?? new Set()
    for (const { entries } of targets) titles.add([...new Set(entries.map(({ title }) => title))].join('|'))
    paragraphs.set(block, titles)
  }
  return [...paragraphs.values()].map((titles) => [...titles].sort())
}

describe('conversions of whole documents', () => {
  for (const from of Object.keys(dialects) as Dialect[]) {
    for (const to of ['numbers', 'author and year', 'footnotes', 'cite keys'] as const) {
      if (from === to) continue
      it(`keep what each citation points to, from ${from} to ${to} and back`, () => {
        fc.assert(
          fc.property(prose, (given) => {
            const text = written(from, given)
            const there = afterAction(text, files, new RegExp(`^Convert all citations to ${to}$`))
            assert.ok(there !== undefined, `not offered for:\n${text}`)
            assert.deepEqual(cited(there), cited(text), there)
            assert.equal(there.includes('\r'), given.isCrlf)
            assert.ok(!given.isCrlf || !/[^\r]\n/.test(there), 'a lone line feed')
            if (from === 'superscripts') return
            const back = afterAction(there, files, new RegExp(`^Convert all citations to ${from}$`))
            assert.ok(back !== undefined, `no way back from:\n${there}`)
            assert.deepEqual(cited(back), cited(text), back)
          }),
          { numRuns: 4 },
        )
      })
    }
  }
})

describe('every action that is offered', () => {
  it('applies exactly, wherever it is asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(dialects) as Dialect[])),
        prose,
        fc.nat(),
        (dialect, given, at) => {
          const text = written(dialect, given)
          const { view, snapshot } = opened(text, files)
          for (const start of [at % text.length, text.indexOf('## Ref') + 1, (7 * at) % text.length])
            for (const action of actionsFor(view, snapshot, { start, end: start }))
              assert.notEqual(applied(text, editsOf(action)), text, action.title)
        },
      ),
      { numRuns: 25 },
    )
  })
})
