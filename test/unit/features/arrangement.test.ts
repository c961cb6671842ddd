import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  byAuthor,
  byYear,
  inOrderOfCitation,
  merged,
  moved,
  withoutEntries,
} from '../../../server/src/features/rewriting/renumbering.js'
import { citesOf } from '../../../server/src/workspace/cites.js'
import { referenceListsOf, type ReferenceList } from '../../../server/src/workspace/references.js'
import type { View } from '../../../server/src/workspace/view.js'
import { opened } from '../../specs/engine.js'
import { applied } from './editing-documents.js'

const titles = Array.from({ length: 6 }, (_, i) => `The sleep of **dormice** 🐿 in part ${'FADBEC'[i]!}`)
const entry = (i: number) =>
  `${['Fern', 'Åkerlund', 'Okafor', 'de Vries', 'Li', 'Barlind'][i]!} A. ${titles[i]!}. *J Sleep Med*. ${2000 + ((7 * i) % 6)};19:1-9. [PubMed](https://example.org/${i})`

/** How a list may be marked, and how its citations may be written. */
const shapes = {
  numbers: (i: number) => `${i + 1}. `,
  brackets: (i: number) => `[${i + 1}] `,
  ones: () => '1. ',
}
const cites = {
  brackets: (some: readonly number[]) => ` [${some.join(', ')}].`,
  pages: (some: readonly number[]) => ` [see ${some[0]!}, p. 7].`,
  raised: (some: readonly number[]) => `.^${some.join(',')}^`,
  digits: (some: readonly number[]) => `.${some.map((n) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[n]!).join('˒')}`,
}

const documents = fc.record({
  shape: fc.constantFrom(...Object.values(shapes)),
  paragraphs: fc.array(
    fc.record({
      cite: fc.constantFrom(...Object.values(cites)),
      some: fc.uniqueArray(fc.integer({ min: 1, max: titles.length }), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  lineBreak: fc.constantFrom('\n', '\r\n'),
})
type Given = typeof documents extends fc.Arbitrary<infer T> ? T : never

function written({ shape, paragraphs, lineBreak }: Given): string {
  const prose = paragraphs.flatMap(({ cite, some }) => [`Dormice 🐿 sleep in winter${cite(some)}`, ''])
  return [
    ...prose,
    '## References',
    '',
    ...titles.map((_, i) => `${shape(i)}${entry(i)}`),
    '',
    '## Thanks',
    '',
  ].join(lineBreak)
}

/** By paragraph, the titles that its citations lead to. */
function cited(view: View): readonly string[][] {
  return citesOf(view).map(({ targets }) => [...new Set(targets.flatMap(({ entries }) => entries.map(({ title }) => title!)))].sort()) // prettier-ignore
}

/** The lines of the list without what marks them. */
function lines(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.includes('PubMed')).map((line) => line.replace(/^\[?\d+[.\]] /, '')) // prettier-ignore
}

type Way = (view: View, list: ReferenceList) => ReturnType<typeof byAuthor>

function check(
  given: Given,
  way: Way,
  expected: (before: readonly string[], after: readonly string[]) => void,
): void {
  const text = written(given)
  const { view } = opened(text)
  const [list] = referenceListsOf(view)
  assert.equal(list?.unplaced.length, titles.length, text)
  const edits = way(view, list)
  if (!edits) return
  const made = applied(text, edits)
  assert.deepEqual(cited(opened(made).view), cited(view), made)
  assert.equal(made.replace(/\r\n/g, '').includes('\n'), !text.includes('\r'), 'line breaks')
  expected(lines(text), lines(made))
}

const isPermuted = (before: readonly string[], after: readonly string[]) => {
  assert.deepEqual([...after].sort(), [...before].sort())
}

describe('rearranging a list of references', () => {
  it('keeps what every citation points to, when one entry moves', () => {
    let times = 0
    fc.assert(
      fc.property(documents, fc.nat(5), fc.nat(5), (given, from, to) => {
        check(given, (view, list) => moved(view, list, from, to), (before, after) => {
          times++
          isPermuted(before, after)
          assert.equal(after[to], before[from])
        }) // prettier-ignore
      }),
      { numRuns: 25 },
    )
    assert.ok(times > 10, `moved only ${times} times`)
  })

  it('keeps it when the list is sorted', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom<Way>(byAuthor, byYear, inOrderOfCitation), (given, way) => {
        check(given, way, isPermuted)
      }),
      { numRuns: 25 },
    )
  })

  it('keeps it when an entry goes that nothing cites, and lets none go that is cited', () => {
    fc.assert(
      fc.property(documents, fc.nat(5), (given, index) => {
        const { view } = opened(written(given))
        const isCited = cited(view)
          .flat()
          .some((title) => title.endsWith(titles[index]!.slice(-1)))
        check(given, (other, list) => withoutEntries(other, list, [index]), (before, after) => {
          assert.ok(!isCited)
          assert.deepEqual(after, before.filter((_, i) => i !== index))
        }) // prettier-ignore
      }),
      { numRuns: 25 },
    )
  })

  it('gives the citations of a second entry of one work to the first', () => {
    const twice = (text: string) =>
      text.replace('3. ', `3. ${entry(0)}\n4. `).replace(/\n4\. (.*)\n4\. /, '\n4. $1\n5. ')
    const text = twice(
      `One [1]. Three [3]. Both [1, 3, 4].\n\n## References\n\n1. ${entry(0)}\n2. ${entry(1)}\n3. ${entry(2)}\n`,
    )
    const { view } = opened(text)
    const made = applied(text, merged(view, referenceListsOf(view)[0]!, [2])!)
    assert.ok(made.startsWith('One [1]. Three [1]. Both [1, 3].'), made)
    assert.deepEqual(lines(made), [entry(0), entry(1), entry(2)])
  })
})
