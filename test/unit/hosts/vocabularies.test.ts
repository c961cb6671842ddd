import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { readLexicon, type ReadLexicon } from '../../../server/src/hosts/lexicons.js'
import { filesInTar } from '../../../server/src/hosts/tar.js'
import { inFirstFolder, Vocabularies } from '../../../server/src/hosts/vocabularies.js'
import { readVocabulary, vocabularyFrom } from '../../../server/src/hosts/vocabulary-files.js'
import { conceptOf } from '../../../server/src/terms/lexicon.js'
import { outcomeOf, workspaceFor } from './terminal.js'

const table = 'id,name,synonyms\nLAB:1,willow factor,WF9|salix factor\nLAB:2,,x\nLAB:3,reed factor,WF9\n'

describe('vocabulary files', () => {
  let folder: string
  const path = (name: string): string => join(folder, name)
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'bioprose-'))
    writeFileSync(path('lab.csv'), table)
    writeFileSync(path('lab.csv.gz'), gzipSync(table))
    writeFileSync(path('short.csv.gz'), gzipSync(table.repeat(50)).subarray(0, 60))
    writeFileSync(path('latin.csv'), Buffer.from('id,name\nLAB:9,Sj\u00f6 factor\n', 'latin1'))
    writeFileSync(path('picture.png'), 'no vocabulary')
    writeFileSync(
      path('families.tar.gz'),
      gzipSync(
        archive({
          'famplex/grounding_map.csv': 'Willow,FPLX,WLW,\n',
          'famplex/descriptions.csv': 'a,mesh:D1,b\n',
        }),
      ),
    )
  })
  after(() => {
    rmSync(folder, { recursive: true })
  })

  it('are read plain and compressed alike', async () => {
    const plain = await readVocabulary(path('lab.csv'))
    const compressed = await readVocabulary(path('lab.csv.gz'))
    assert.deepEqual(plain.concepts, compressed.concepts)
    assert.deepEqual(plain.problems, [`${path('lab.csv')}:3: The row has no name`])
    assert.equal(plain.isAuthority, false)
  })

  it('are read from an archive, and from Latin-1', async () => {
    const families = await readVocabulary(path('families.tar.gz'))
    assert.deepEqual(
      families.concepts.map(({ id }) => id),
      ['FPLX:WLW'],
    )
    assert.equal(families.isAuthority, true)
    assert.equal((await readVocabulary(path('latin.csv'))).concepts[0]?.preferredName, 'Sj\u00f6 factor')
  })

  it('that cannot be read are named, with the reason', async () => {
    await assert.rejects(
      readVocabulary(path('short.csv.gz')),
      /short\.csv\.gz: the compressed file is damaged or was cut short/,
    )
    await assert.rejects(readVocabulary(path('absent.obo')), /absent\.obo: there is no such file/)
    await assert.rejects(readVocabulary(path('picture.png')), /picture\.png: this is no vocabulary/)
    const { lexicon, problems } = await readLexicon([path('absent.obo'), path('lab.csv')])
    assert.match(problems[0]!, /absent\.obo: there is no such file/)
    assert.equal(conceptOf(lexicon, 'LAB:1')?.preferredName, 'willow factor')
    assert.ok(lexicon.concepts.size > 100, 'the built-in glossary is missing')
  })

  it('never throw anything but an error that says why, whatever their bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2000 }),
        fc.constantFrom('a.csv', 'a.tar', 'a.obo.gz', 'a.json'),
        (bytes, name) => {
          try {
            vocabularyFrom(name, bytes)
          } catch (error) {
            assert.ok(error instanceof Error && error.message !== '')
          }
          for (const file of filesInTar(bytes)) assert.ok(file.bytes.length <= bytes.length)
        },
      ),
    )
  })

  it('are described on the command line', async () => {
    const { code, output } = await outcomeOf(['vocabulary', 'info', 'lab.csv'], { folder })
    assert.equal(code, 0)
    assert.match(output, /concepts +2 \(2 concept\)/)
    assert.match(output, /ambiguous names +1: wf9 \(2\)/)
    assert.match(output, /lab\.csv:3: The row has no name/)
    const missing = await outcomeOf(['vocabulary', 'info', 'absent.csv'], { folder })
    assert.equal(missing.code, 2)
    assert.match(missing.errors, /absent\.csv: there is no such file/)
  })
})

describe('the vocabularies of a server', () => {
  const nothing = workspaceFor(false).snapshot.lexicon

  it('are read when the settings name others, and when a file changes, and the last question wins', async () => {
    const asked: string[][] = []
    const answers: ((answer: ReadLexicon) => void)[] = []
    const workspace = workspaceFor(false)
    const told: string[] = []
    let changes = 0
    const vocabularies = new Vocabularies(
      workspace,
      {
        readLexicon: (paths) => {
          asked.push([...paths])
          return new Promise((resolve) => answers.push(resolve))
        },
      },
      { progress: () => undefined, problem: (message) => told.push(message), changed: () => changes++ },
    )
    vocabularies.load([])
    vocabularies.load(['/a.obo'])
    vocabularies.load(['/a.obo'])
    vocabularies.reload(pathToFileURL('/b.obo').href)
    vocabularies.reload(pathToFileURL('/a.obo').href)
    assert.deepEqual(asked, [['/a.obo'], ['/a.obo']])
    const last = { ...nothing }
    answers[1]!({ lexicon: last, problems: ['one'] })
    answers[0]!({ lexicon: { ...nothing }, problems: ['late'] })
    await new Promise((resolve) => setImmediate(resolve))
    assert.equal(workspace.snapshot.lexicon, last)
    assert.deepEqual(told, ['one'])
    assert.equal(changes, 1)
  })

  it('that cannot be read leave what was there', async () => {
    const workspace = workspaceFor(true)
    const before = workspace.snapshot.lexicon
    const told: string[] = []
    const vocabularies = new Vocabularies(
      workspace,
      { readLexicon: () => Promise.reject(new Error('no memory')) },
      { progress: () => undefined, problem: (message) => told.push(message), changed: () => undefined },
    )
    vocabularies.load(['/a.obo'])
    await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual(told, ['no memory'])
    assert.equal(workspace.snapshot.lexicon, before)
  })

  it('are sought from the first folder', () => {
    const home = pathToFileURL('/home').href
    assert.deepEqual(inFirstFolder(['/a.csv', 'b.csv'], ['untitled:x', home]), [
      '/a.csv',
      join('/home', 'b.csv'),
    ])
    assert.deepEqual(inFirstFolder(['b.csv'], []), ['b.csv'])
  })
})

/** A tar archive of some texts. */
function archive(files: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(files).flatMap(([name, text]) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(text.length.toString(8).padStart(11, '0'), 124)
    header.write('0', 156)
    return [
      header,
      Buffer.concat([Buffer.from(text), Buffer.alloc(512)]).subarray(0, Math.ceil(text.length / 512) * 512),
    ]
  })
  return Buffer.concat([...parts, Buffer.alloc(1024)])
}
