import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outcomeOf } from './terminal.js'

const lost = 'Toads sang [@nobody1900].\n'
const library = '@article{frog2001, title = {Songs of frogs}, author = {Frog, Ada}, year = {2001}}\n'

describe('bioprose check', () => {
  let folder: string
  const put = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const check = (...args: readonly string[]) => outcomeOf(['check', ...args], { folder })

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bioprose-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  it('ends with 0 where nothing is wrong, and says so', async () => {
    put('calm.md', '# Notes\n\nWe thank everybody.\n')
    assert.deepEqual(await check('calm.md'), {
      code: 0,
      output: 'No findings; 1 file checked.\n',
      errors: '',
    })
  })

  it('ends with 1 at a finding, and shows it with its sentence', async () => {
    put('toads.md', `# Notes\n\n${lost}`)
    const { code, output } = await check('toads.md')
    assert.equal(code, 1)
    assert.match(
      output,
      /^toads\.md:3:\d+ {2}warning {2}No entry for .*nobody1900.* {2}undefined-citation\n {4}Toads sang \[@nobody1900\]\.$/m,
    )
    assert.match(output, /^1 finding \(1 warning\); 1 file checked\.\n {2}1 {2}undefined-citation$/m)
  })

  it('lists a claim that names no source', async () => {
    const { code, output } = await outcomeOf(['check', '-', '--format', 'jsonl'], {
      folder,
      text: 'Several studies have shown that melatonin shortens the time to fall asleep in older adults.\n',
    })
    assert.equal(code, 1)
    assert.equal((JSON.parse(output) as { rule: string }).rule, 'uncited-claim')
  })

  it('fails on what it is told to fail on', async () => {
    put('toads.md', lost)
    assert.equal((await check('toads.md', '--fail-on', 'error')).code, 0)
    assert.equal((await check('toads.md', '--fail-on', 'hint')).code, 1)
    assert.equal((await check('toads.md', '--fail-on', 'never')).code, 0)
  })

  it('ends with 2 where a file is missing, names it, and checks the others', async () => {
    put('toads.md', lost)
    const { code, output, errors } = await check('absent.md', 'toads.md')
    assert.equal(code, 2)
    assert.equal(errors, 'bioprose: absent.md: there is no such file\n')
    assert.match(output, /toads\.md:1:/)
  })

  it('ends with 2 where a pattern or a folder has nothing', async () => {
    assert.match((await check('*.qmd')).errors, /\*\.qmd: no file matches/)
    const { code, errors } = await check()
    assert.equal(code, 2)
    assert.match(errors, /no Markdown file/)
  })

  it('ends with 2 at options that it does not know', async () => {
    const { code, errors } = await check('--format', 'poem')
    assert.equal(code, 2)
    assert.match(errors, /poem/)
  })

  it('searches folders for prose, and reads a named file whatever its ending', async () => {
    for (const name of [
      'a.md',
      'b/c.markdown',
      'b/d.qmd',
      'b/e.Rmd',
      'f.txt',
      'node_modules/g/h.md',
      '.git/i.md',
      'dist/j.md',
    ])
      put(name, lost)
    const filesOf = async (...args: readonly string[]) => {
      const { output } = await check(...args, '--format', 'jsonl')
      return output.trim().split('\n').map((line) => (JSON.parse(line) as { file: string }).file) // prettier-ignore
    }
    assert.deepEqual(await filesOf(), ['a.md', 'b/c.markdown', 'b/d.qmd', 'b/e.Rmd'])
    assert.deepEqual(await filesOf('f.txt', 'b/*.qmd', 'f.txt'), ['f.txt', 'b/d.qmd'])
  })

  it('looks for a library in the folder that it runs in, as Pandoc does', async () => {
    put('frogs.bib', library)
    put('chapters/one.md', '---\nbibliography: frogs.bib\n---\n\nFrogs sang [@frog2001].\n')
    assert.equal((await check('chapters/one.md')).code, 0)
  })

  it('reads standard input under the name that it is given, beside whose folder libraries are sought', async () => {
    put('chapters/frogs.bib', library)
    const text = '---\nbibliography: frogs.bib\n---\n\nFrogs sang [@frog2001]. Toads sang [@toad2002].\n'
    const { output } = await outcomeOf(
      ['check', '-', '--stdin-filename', 'chapters/one.md', '--format', 'json'],
      { folder, text },
    )
    const { files } = JSON.parse(output) as {
      files: { file: string; findings: { rule: string; text: string; line: number; column: number }[] }[]
    }
    assert.equal(files[0]?.file, 'chapters/one.md')
    const undefinedOnes = files[0].findings.filter(({ rule }) => rule === 'undefined-citation')
    assert.equal(undefinedOnes.length, 1)
    assert.equal(undefinedOnes[0]?.line, 5)
    assert.match(undefinedOnes[0].text, /toad2002/)
  })

  it('reports a library that is not there', async () => {
    put('one.md', '---\nbibliography: absent.bib\n---\n\nFrogs sang [@frog2001].\n')
    const { code, output } = await check('one.md')
    assert.equal(code, 1)
    assert.match(output, /error .*absent\.bib.*unreadable-bibliography/)
  })

  it('counts columns in UTF-16 code units', async () => {
    put('emoji.md', '🐸🐸 sang [@nobody1900].\r\n\r\n🐸 sang [@nobody1900].\r\n')
    const { output } = await check('emoji.md', '--format', 'jsonl')
    const places = output.trim().split('\n').map((line) => JSON.parse(line) as { line: number; column: number; text: string }) // prettier-ignore
    const offset = places[0]!.text.startsWith('[') ? 0 : 1
    assert.deepEqual(places.map(({ line, column }) => [line, column - offset]), [[1, 11], [3, 9]]) // prettier-ignore
  })

  it('colours for a terminal, and for nobody who asked for no colour', async () => {
    put('toads.md', lost)
    const coloured = async (environment: Record<string, string>) =>
      (await outcomeOf(['check', 'toads.md'], { folder, environment })).output.includes('\u001b[')
    assert.equal(await coloured({}), false)
    assert.equal(await coloured({ FORCE_COLOR: '1' }), true)
    assert.equal(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' }), false)
  })
})

describe('the command line', () => {
  it('helps, with examples, and tells its version', async () => {
    const help = await outcomeOf(['--help'])
    assert.equal(help.code, 0)
    assert.match(help.output, /Examples:\n {2}bioprose check/)
    assert.match((await outcomeOf(['--version'])).output, /^\d+\.\d+\.\d+\n$/)
  })

  it('ends with 2 at a command that it does not know', async () => {
    const { code, errors } = await outcomeOf(['chekc'])
    assert.equal(code, 2)
    assert.match(errors, /check/)
  })
})

describe('bioprose explain', () => {
  it('lists the rules', async () => {
    const { code, output } = await outcomeOf(['explain'])
    assert.equal(code, 0)
    assert.match(output, /uncited-claim +warning +A sentence/)
  })

  it('shows the page of one', async () => {
    const { code, output } = await outcomeOf(['explain', 'uncited-claim'])
    assert.equal(code, 0)
    assert.match(output, /^uncited-claim \(warning\)\nA sentence/)
  })

  it('names the nearest where there is no such rule', async () => {
    const { code, errors } = await outcomeOf(['explain', 'uncited-clam'])
    assert.equal(code, 2)
    assert.match(errors, /no rule uncited-clam\. Did you mean uncited-claim\?/)
    assert.match(errors, /undefined-citation/)
  })
})
