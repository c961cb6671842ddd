import assert from 'node:assert/strict'
import { allRules } from '../../../server/src/rules/registry.js'
import { generated } from './generated.js'
import { read, trackedFiles } from './repository.js'

const files = new Set(trackedFiles())

describe('every rule', () => {
  for (const { id, summary } of allRules()) {
    it(`${id} has a file, a spec and a line in the registry of its name`, () => {
      assert.ok(files.has(`server/src/rules/${id}.ts`))
      assert.ok(read('server/src/rules/index.ts').includes(`from './${id}.js'`))
      const page = read(`test/specs/rules/${id}.md`)
      assert.ok(page.startsWith(`# ${id}\n\n*${summary}*\n`), 'the page opens with the id and the summary')
      assert.ok(page.includes(`"${id}": "off"`), 'the page says how to switch the rule off')
    })
  }

  it('is named by a spec only if there is one', () => {
    const ids = [...files].flatMap((path) => /^test\/specs\/rules\/([\w-]+)\.md$/.exec(path)?.[1] ?? [])
    assert.deepEqual(
      ids.sort(),
      allRules()
        .map(({ id }) => id)
        .sort(),
    )
  })
})

describe('what follows from the rules', () => {
  for (const { path, actual, expected } of generated()) {
    it(`is current in ${path} (UPDATE=1 writes it)`, () => { assert.equal(actual, expected) }) // prettier-ignore
  }
})
