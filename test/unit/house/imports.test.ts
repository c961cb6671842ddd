import assert from 'node:assert/strict'
import { posix } from 'node:path'
import { importsIn, read, trackedFiles } from './repository.js'

/** The folders of the engine, from left to right: each may import itself and what stands before it. */
const folders = [
  'text',
  'prose',
  'terms',
  'citations',
  'claims',
  'bibliography',
  'workspace',
  'rules',
  'features',
  'hosts',
]
const engine = 'server/src/'
const sources = trackedFiles()
  .filter((path) => path.startsWith(engine) && path.endsWith('.ts'))
  .map((path) => ({ path, folder: path.slice(engine.length).split('/')[0]!, text: read(path) }))
const outsideHosts = sources.filter(({ folder }) => folder !== 'hosts')

describe('imports', () => {
  it('are found in every form that TypeScript has', () => {
    const text = [
      "import { a } from './a.js'",
      "import type { B } from './b.js'",
      "import {\n  type C,\n  type D,\n} from './c.js'",
      "import './e.js'",
      "export * from './f.js'",
      "const g = await import('./g.js')",
    ].join('\n')
    const found = importsIn(text)
    assert.deepEqual(
      found.map(({ from }) => from).sort(),
      ['a', 'b', 'c', 'e', 'f', 'g'].map((name) => `./${name}.js`),
    )
    assert.deepEqual(
      found.filter(({ isTypeOnly }) => isTypeOnly).map(({ from }) => from),
      ['./b.js', './c.js'],
    )
  })

  it('lead to folders on the left', () => {
    assert.ok(sources.length > 50, 'the engine was not found')
    const wrong = sources.flatMap(({ path, folder, text }) =>
      importsIn(text).flatMap(({ from }) => {
        if (!from.startsWith('.')) return []
        const target = posix.join(posix.dirname(path), from)
        // The vocabulary, the model, the retractions and the manifest are data, and lie beside the engine.
        if (/^server\/(?:vocabulary|model|retractions)\/.*\.(?:json|bin)$|^package\.json$/.test(target))
          return []
        const to = target.startsWith(engine)
          ? folders.indexOf(target.slice(engine.length).split('/')[0]!)
          : -1
        return to >= 0 && to <= folders.indexOf(folder) ? [] : [`${path} imports ${from}`]
      }),
    )
    assert.deepEqual(wrong, [])
  })

  it('of relative files end in .js or .json', () => {
    const wrong = sources.flatMap(({ path, text }) =>
      importsIn(text).flatMap(({ from }) =>
        from.startsWith('.') && !/\.js(?:on)?$/.test(from) ? [`${path}: ${from}`] : [],
      ),
    )
    assert.deepEqual(wrong, [])
  })

  it('reach the world from hosts/ alone', () => {
    const world =
      /(?<![\w.'"-])(?:require\(|process\.|fetch\(|XMLHttpRequest|WebSocket|importScripts|__dirname|setTimeout\(|setInterval\()/
    const wrong = outsideHosts.flatMap(({ path, text }) => [
      ...importsIn(text).flatMap(({ from }) =>
        /^node:|^(?:fs|path|child_process|os|http|https|url)$/.test(from) ? [`${path} imports ${from}`] : [],
      ),
      ...withoutComments(text)
        .split('\n')
        .flatMap((line) => (world.test(line) ? [`${path}: ${line.trim()}`] : [])),
    ])
    assert.deepEqual(wrong, [])
  })

  it('name each library in one file of the core only', () => {
    const users = new Map<string, Set<string>>()
    for (const { path, text } of outsideHosts) {
      for (const { from, isTypeOnly } of importsIn(text)) {
        // Trees are what the Markdown parser gives; who reads them has to tell them from other nodes.
        if (isTypeOnly || /^[.]|^vscode-|^@lezer\/common$/.test(from)) continue
        users.set(from, (users.get(from) ?? new Set()).add(path))
      }
    }
    const shared = [...users]
      .filter(([, paths]) => paths.size > 1)
      .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`)
    assert.deepEqual(shared, [])
    assert.ok(users.has('@lezer/markdown'))
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<!:)\/\/.*$/gm, '')
}
