import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectIn, projectOf, settled } from '../../../server/src/hosts/project.js'
import { settingsFrom } from '../../../server/src/workspace/settings.js'

describe('a project', () => {
  let folder: string
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'bioprose-project-')) }) // prettier-ignore
  afterEach(() => { rmSync(folder, { recursive: true, force: true }) }) // prettier-ignore
  const write = (name: string, text: string) => { writeFileSync(join(folder, name), text) } // prettier-ignore

  it('has settings in its own file, in JSON or YAML, with libraries relative to it', async () => {
    write('.bioprose.yaml', 'claims: {sensitivity: quiet}\nbibliographies: [refs/sleep.bib]\n')
    assert.deepEqual(await projectIn(folder), {
      settings: { claims: { sensitivity: 'quiet' }, bibliographies: [join(folder, 'refs/sleep.bib')] },
      problems: [],
    })
    write('.bioprose.json', '{"rules": {"unused-reference": "off"}, "bibliographies": ["/a.bib"]}')
    assert.deepEqual((await projectIn(folder))!.settings, {
      rules: { 'unused-reference': 'off' },
      bibliographies: ['/a.bib'],
    })
  })

  it('has the libraries that Quarto, bookdown and MyST name', async () => {
    write('_quarto.yml', 'book:\n  bibliography: [a.bib, b.json]\n')
    write('_bookdown.yml', 'bibliography: c.bib\n')
    write('myst.yml', 'project:\n  bibliography:\n    - d.bib\n')
    const { settings } = (await projectIn(folder))!
    assert.deepEqual(
      settings.bibliographies,
      ['a.bib', 'b.json', 'c.bib', 'd.bib'].map((name) => join(folder, name)),
    )
  })

  it('is the one of the nearest folder', async () => {
    write('.bioprose.json', '{"claims": {"sensitivity": "strict"}}')
    mkdirSync(join(folder, 'chapter'))
    const project = await projectOf(join(folder, 'chapter', 'one.md'), new Map())
    assert.deepEqual(project?.settings, { claims: { sensitivity: 'strict' } })
  })

  it('says which file is broken, and keeps what could be read', async () => {
    write('.bioprose.json', '{"claims": {"sensitivity": "quiet"}, "rules": {')
    const { problems, settings } = (await projectIn(folder))!
    assert.equal(problems.length, 1)
    assert.ok(problems[0]!.startsWith(join(folder, '.bioprose.json')))
    assert.deepEqual(settings.claims, { sensitivity: 'quiet' })
  })

  it('is none where there is no such file', async () => {
    assert.equal(await projectIn(folder), undefined)
    assert.equal(await projectIn(join(folder, 'nowhere')), undefined)
  })

  it('wins over the editor, setting by setting', () => {
    const editor = { claims: { sensitivity: 'strict' }, rules: { a: 'off', b: 'off' }, retractions: '/r.csv' }
    const project = { settings: { claims: { sensitivity: 'quiet' }, rules: { a: 'hint' } }, problems: [] }
    assert.deepEqual(settled(editor, project), {
      claims: { sensitivity: 'quiet' },
      rules: { a: 'hint', b: 'off' },
      retractions: '/r.csv',
    })
    assert.deepEqual(settled(undefined, undefined), {})
  })

  it('never turns the network on', () => {
    const project = {
      settings: { lookup: { enabled: true, offline: false, email: 'a@b.example' } },
      problems: [],
    }
    const lookupOf = (editor: unknown) => settingsFrom(settled(editor, project)).lookup
    const off = { enabled: false, offline: false, email: '' }
    assert.deepEqual(lookupOf(undefined), off)
    assert.deepEqual(lookupOf({ lookup: null }), off)
    assert.deepEqual(lookupOf({ lookup: { enabled: 'yes' } }), off)
    const own = { enabled: true, offline: true, email: '' }
    assert.deepEqual(lookupOf({ lookup: own }), own)
  })
})
