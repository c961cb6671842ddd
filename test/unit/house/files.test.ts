import assert from 'node:assert/strict'
import { read, trackedFiles } from './repository.js'

const files = trackedFiles()
const code = files.filter((path) => /\.(?:ts|mjs|cjs|js)$/.test(path))
const texts = files.filter((path) =>
  /\.(?:ts|mjs|cjs|js|json|jsonc|md|ya?ml|bib|html|css|svg)$|(?:^|\/)(?:run|LICENSE|\.[\w.]+)$/.test(path),
)
const mostLines = 400

/** What a reader meets first. An entry more here is a decision. */
const topLevel = [
  '.ci', '.gitattributes', '.gitignore', '.mocharc.json', '.prettierignore', '.prettierrc.json', '.vscode', '.vscodeignore',
  'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md',
  'client', 'docs', 'esbuild.mjs', 'eslint.config.mjs', 'examples', 'media', 'package-lock.json', 'package.json',
  'server', 'syntaxes', 'test', 'tsconfig.json', 'bioprose.schema.json', 'schemas',
] // prettier-ignore

describe('files', () => {
  it('stay short enough to be read at once', () => {
    const long = code
      .map((path) => ({ path, lines: read(path).split('\n').length }))
      .filter(({ lines }) => lines > mostLines)
    assert.deepEqual(long, [])
  })

  it('lie where a reader looks for them', () => {
    const unexpected = new Set(
      files.map((path) => path.split('/')[0]!).filter((name) => !topLevel.includes(name)),
    )
    assert.deepEqual([...unexpected], [])
  })

  it('have one name style: words in lower case, joined by hyphens', () => {
    const odd = files
      .filter((path) => /^(?:server|client|test)\//.test(path) && code.includes(path))
      .filter((path) => !/^[a-z0-9./-]+$/.test(path))
    assert.deepEqual(odd, [])
  })

  it('name no place that only one machine has', () => {
    const local = new RegExp(
      [
        '/wo',
        'rk/|/ro',
        'ot/|/ho',
        'me/[a-z]|C:\\\\\\\\Us',
        'ers|local',
        'host:4873|\\b10\\.\\d+\\.\\d+\\.\\d+:',
      ].join(''),
    )
    const wrong = texts.flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, i) => (local.test(line) ? [`${path}:${i + 1}: ${line.trim().slice(0, 120)}`] : [])),
    )
    assert.deepEqual(wrong, [])
  })

  it('take packages from the public registry alone', () => {
    const hosts = new Set(
      [...read('package-lock.json').matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(([, host]) => host),
    )
    assert.deepEqual(
      [...hosts].filter((host) => host !== 'registry.npmjs.org'),
      [],
    )
  })
})
