import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { statusWords } from '../../../client/src/library-words.js'
import { libraryStatus } from '../../../server/src/features/library-status.js'
import { readLibrary } from '../../../server/src/hosts/files.js'
import { Libraries } from '../../../server/src/hosts/libraries.js'
import { citableOf } from '../../../server/src/workspace/library.js'
import { settingsFrom } from '../../../server/src/workspace/settings.js'
import { workspaceFor } from './terminal.js'

const book = (key: string): string => `@book{${key}, title = {The book of ${key}}, year = {1999}}\n`

describe('the libraries that a document names', () => {
  let root: string
  const put = (name: string, text: string): void => {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const uriOf = (name: string): string => pathToFileURL(join(root, name)).href

  beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'bioprose libraries-')) }) // prettier-ignore
  afterEach(() => { rmSync(root, { recursive: true, force: true }) }) // prettier-ignore

  /** A document in a chapter of a project, beside which lies the user's own folder. */
  const opened = (frontMatter: string, settings: unknown = {}) => {
    const uri = uriOf('project/chapters/one.md')
    const workspace = workspaceFor(false)
    const watched: string[] = []
    let reading: Promise<unknown>[] = []
    const read = (library: string) => {
      const file = readLibrary(library)
      reading.push(file)
      return file
    }
    const libraries = new Libraries(
      workspace,
      { readLibrary: read },
      () => undefined,
      (library) => watched.push(library),
    )
    workspace.apply([
      { kind: 'places', places: { folders: [uriOf('project')], home: uriOf('home') } },
      { kind: 'settings', settings: settingsFrom(settings) },
      { kind: 'open', uri, text: `---\n${frontMatter}\n---\n\nIt is so.\n` },
    ])
    libraries.loadFor(uri)
    const view = async () => {
      while (reading.length > 0) {
        const asked = reading
        reading = []
        await Promise.all(asked)
        await Promise.resolve()
      }
      return workspace.snapshot.view(uri)!
    }
    const keys = async () =>
      citableOf(await view()).entries.flatMap(({ names }) => names.filter((name) => name.startsWith('key:')))
    const status = async () => {
      const now = await view()
      return statusWords(citableOf(now).entries.length, now.libraries.map(libraryStatus))
    }
    return { libraries, watched, keys, status, uri, workspace }
  }

  it('are one or many', async () => {
    put('project/chapters/a.bib', book('a'))
    put('project/chapters/b.bib', book('b'))
    assert.deepEqual(await opened('bibliography: a.bib').keys(), ['key:a'])
    assert.deepEqual(await opened('bibliography: [a.bib, b.bib]').keys(), ['key:a', 'key:b'])
    assert.deepEqual(await opened('bibliography:\n  - b.bib\n  - "a.bib"').keys(), ['key:b', 'key:a'])
  })

  it('lie beside the document, else in the folder of the project, and the nearer one counts', async () => {
    put('project/refs/all.bib', book('project'))
    assert.deepEqual(await opened('bibliography: refs/all.bib').keys(), ['key:project'])
    assert.deepEqual(await opened('bibliography: ../refs/all.bib').keys(), ['key:project'])
    assert.deepEqual(await opened('bibliography: /refs/all.bib').keys(), ['key:project'])
    put('project/chapters/refs/all.bib', book('chapter'))
    assert.deepEqual(await opened('bibliography: refs/all.bib').keys(), ['key:chapter'])
  })

  it('lie in the folder of the user, or anywhere, and are watched there', async () => {
    put('home/zotero/my library.bib', book('home'))
    const { keys, watched } = opened('bibliography: ~/zotero/my library.bib')
    assert.deepEqual(await keys(), ['key:home'])
    assert.deepEqual(watched, [uriOf('home/zotero/my library.bib')])
    const path = join(root, 'home/zotero/my library.bib')
    assert.deepEqual(await opened(`bibliography: ${JSON.stringify(path)}`).keys(), ['key:home'])
    assert.deepEqual(await opened('title: One', { bibliographies: ['~/zotero/my library.bib'] }).keys(), [
      'key:home',
    ])
  })

  it('are read again when they change, appear and disappear', async () => {
    put('project/all.bib', book('before'))
    const { libraries, keys } = opened('bibliography: all.bib')
    assert.deepEqual(await keys(), ['key:before'])
    put('project/all.bib', book('after'))
    await libraries.reload(uriOf('project/all.bib'))
    assert.deepEqual(await keys(), ['key:after'])
    put('project/chapters/all.bib', book('nearer'))
    await libraries.reload(uriOf('project/chapters/all.bib'))
    assert.deepEqual(await keys(), ['key:nearer'])
    rmSync(join(root, 'project/chapters/all.bib'))
    await libraries.reload(uriOf('project/chapters/all.bib'))
    assert.deepEqual(await keys(), ['key:after'])
  })

  it('are told with their entries, and what was skipped and why', async () => {
    put('project/chapters/a.bib', `${book('a')}${book('b')}@book{c, title = {Never closed\n`)
    put('project/chapters/b.txt', 'What is this?')
    const { status } = opened('bibliography: [a.bib, b.txt, c.bib]')
    assert.deepEqual(await status(), {
      text: '2 entries to cite',
      detail:
        'a.bib: 2 entries, 1 skipped · b.txt: not read, its format is not known · c.bib: not read, there is no such file · ' +
        'a.bib, line 3: The entry "c" is not closed: a brace is missing.',
      isTroubled: true,
    })
  })

  it('are told without complaint where they are whole', async () => {
    put('project/chapters/a.bib', book('a'))
    assert.deepEqual(await opened('bibliography: a.bib').status(), {
      text: '1 entry to cite',
      detail: 'a.bib: 1 entry',
      isTroubled: false,
    })
    assert.deepEqual(statusWords(0, []), { text: 'Nothing to cite', detail: '', isTroubled: false })
  })

  it('count what was skipped beyond the reasons that are shown', () => {
    const problems = [0, 1, 2, 3, 4].map((line) => ({ line, reason: 'no' }))
    const { detail } = statusWords(1, [
      { path: 'a.bib', uri: 'file:///a.bib', state: 'read', entries: 1, skipped: 5, problems },
    ])
    assert.match(detail, / · a\.bib, line 3: no · 2 more skipped$/)
  })
})
