import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { outcomeOf } from './terminal.js'

const schemaFile = new URL('../../../server/src/hosts/reports/annotation.schema.json', import.meta.url)
const isAnnotation = new Ajv2020().compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)

const text = `# Testosterone 🐸 and sleep

Follicle stimulating hormone (FSH) rose by 12% in 40 men (Barlow et al., 2009). Short sleep lowered testosterone by 15% in a trial of 24 men.

| Hormone | Change |
| --- | --- |
| cortisol | rose |

## References

Barlow A, Quill B, et al. Sleep and testosterone in men. J Sleep Tests. 2009;19(5):415-22.
`

interface Mention {
  start: number
  end: number
  text: string
  concept: string
}
interface Annotation {
  id: string
  mentions: Mention[]
  sentences: { start: number; end: number; cited: boolean }[]
  citations: { start: number; end: number; text: string; entries: string[] }[]
  references: { title: string; etAl: boolean }[]
  suggestions: unknown[]
  findings: unknown[]
}

const line = (id: unknown, words: unknown): string => `${JSON.stringify({ id, text: words })}\n`
const recordsIn = (output: string): Record<string, unknown>[] =>
  output.split('\n').filter(Boolean).map((one) => JSON.parse(one) as Record<string, unknown>) // prettier-ignore

function assertValid(value: unknown): void {
  assert.ok(isAnnotation(value), JSON.stringify(isAnnotation.errors))
}

describe('bioprose annotate', () => {
  let folder: string
  const annotate = (args: readonly string[], input?: string) =>
    outcomeOf(['annotate', ...args], { folder, text: input })

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'bioprose-'))
    writeFileSync(join(folder, 'sleep.md'), text)
    writeFileSync(join(folder, 'calm.md'), 'Nothing here.\n')
  })
  after(() => {
    rmSync(folder, { recursive: true })
  })

  it('prints one document as one object that fits the schema, its id first', async () => {
    const { code, output, errors } = await annotate(['sleep.md'])
    assert.deepEqual({ code, errors }, { code: 0, errors: '' })
    const annotation = JSON.parse(output) as Annotation
    assertValid(annotation)
    assert.equal(Object.keys(annotation)[0], 'id')
    assert.equal(annotation.id, 'sleep.md')
    assert.ok(annotation.mentions.some((mention) => mention.text === 'testosterone'))
    for (const mention of annotation.mentions)
      assert.equal(text.slice(mention.start, mention.end), mention.text)
    for (const citation of annotation.citations)
      assert.equal(text.slice(citation.start, citation.end), citation.text)
    assert.equal(annotation.references[0]?.title, 'Sleep and testosterone in men')
    assert.equal(annotation.citations[0]?.entries.length, 1)
    assert.ok(annotation.sentences.some(({ start, end }) => text.slice(start, end) === 'cortisol'))
  })

  it('suggests for every sentence when asked to', async () => {
    const few = JSON.parse((await annotate(['sleep.md'])).output) as Annotation
    const { output } = await annotate(['sleep.md', '--suggest-all'])
    const all = JSON.parse(output) as Annotation
    assertValid(all)
    assert.ok(all.suggestions.length > few.suggestions.length)
  })

  it('prints several documents as a list, or one on each line', async () => {
    const list = JSON.parse((await annotate(['sleep.md', 'calm.md'])).output) as Annotation[]
    assert.deepEqual(list.map(({ id }) => id), ['sleep.md', 'calm.md']) // prettier-ignore
    const lines = recordsIn((await annotate(['sleep.md', 'calm.md', '--format', 'jsonl'])).output)
    assert.deepEqual(lines, list)
  })

  it('reads standard input for -', async () => {
    const { output } = await annotate(['-'], text)
    assert.equal((JSON.parse(output) as Annotation).id, 'stdin.md')
  })

  it('ends with 2 where a file is missing, or nothing was asked for', async () => {
    const { code, errors } = await annotate(['absent.md'])
    assert.equal(code, 2)
    assert.match(errors, /absent\.md: there is no such file/)
    assert.equal((await annotate([])).code, 2)
  })

  it('writes BioC whose offsets hold', async () => {
    const { output } = await annotate(['sleep.md', '--format', 'bioc-json'])
    interface Passage {
      text: string
      annotations: {
        text: string
        infons: { identifier: string; type: string }
        locations: { offset: number; length: number }[]
      }[]
    }
    const { documents, infons } = JSON.parse(output) as {
      infons: { offsets: string }
      documents: { id: string; passages: Passage[] }[]
    }
    assert.equal(infons.offsets, 'UTF-16 code units')
    const passage = documents[0]!.passages[0]!
    assert.ok(passage.annotations.length > 2)
    for (const { text: words, locations } of passage.annotations) {
      assert.equal(
        passage.text.slice(locations[0]!.offset, locations[0]!.offset + locations[0]!.length),
        words,
      )
    }
  })

  it('writes PubTator whose offsets hold', async () => {
    const { output } = await annotate(['sleep.md', '--format', 'pubtator'])
    const [title, abstract, ...mentions] = output.split('\n')
    assert.match(title!, /^sleep\.md\|t\|# Testosterone/)
    assert.match(abstract!, /^sleep\.md\|a\| Follicle/)
    const whole = `${title!.split('|t|')[1]!}\n${abstract!.split('|a|')[1]!}`
    assert.equal(whole.length, text.length)
    const rows = mentions.filter(Boolean).map((row) => row.split('\t'))
    assert.ok(rows.length > 2)
    for (const [, start, end, words] of rows) assert.equal(whole.slice(Number(start), Number(end)), words)
  })

  it('writes Web Annotations with positions and quotations', async () => {
    const { output } = await annotate(['sleep.md', '--format', 'web-annotation'])
    interface Item {
      motivation: string
      target: { selector: [{ start: number; end: number }, { exact: string; prefix: string }] }
    }
    const page = JSON.parse(output) as { '@context': string; type: string; items: Item[] }
    assert.equal(page['@context'], 'http://www.w3.org/ns/anno.jsonld')
    assert.equal(page.type, 'AnnotationPage')
    assert.deepEqual([...new Set(page.items.map(({ motivation }) => motivation))].slice(0, 2), [
      'identifying',
      'linking',
    ])
    for (const { target } of page.items) {
      const [place, quote] = target.selector
      assert.equal(text.slice(place.start, place.end), quote.exact)
      assert.ok(text.slice(0, place.start).endsWith(quote.prefix))
    }
  })
})

describe('bioprose annotate --input jsonl', () => {
  const annotate = (input: string, ...args: readonly string[]) =>
    outcomeOf(['annotate', '--input', 'jsonl', ...args], { text: input })

  it('answers each line in its place', async () => {
    const { code, output } = await annotate(line('b', text) + line('a', '') + line('c', 'Fine.').trim())
    assert.equal(code, 0)
    const records = recordsIn(output)
    for (const record of records) assertValid(record)
    assert.deepEqual(records.map(({ id }) => id), ['b', 'a', 'c']) // prettier-ignore
  })

  it('puts an error in the place of a line that is not valid, goes on, and ends with 2', async () => {
    const { code, output } = await annotate(
      `${line('a', 'x')}{oops\n\n[]\n${line(7, 'x')}${line('b', 8)}${line('c', 'x')}`,
    )
    assert.equal(code, 2)
    const records = recordsIn(output)
    for (const record of records) assertValid(record)
    assert.deepEqual(records.map(({ id, error }) => [id, error !== undefined]), [
      ['a', false], [null, true], [null, true], [null, true], [7, true], ['b', true], ['c', false],
    ]) // prettier-ignore
  })

  it('does not tear lines at the separators that JSON allows in strings, nor letters at the ends of chunks', async () => {
    const bytes = Buffer.from(
      line('a', '').replace('""', '"Frogs\u2028sang 🐸 by night."') +
        line('b\u2029', 'Dull.').replace('\n', '\r\n'),
    )
    const chunks = [...bytes].map((byte) => Buffer.from([byte]))
    const { code, output } = await outcomeOf(['annotate', '--input', 'jsonl'], {
      input: Readable.from(chunks),
    })
    assert.equal(code, 0)
    assert.deepEqual(recordsIn(output).map(({ id }) => id), ['a', 'b\u2029']) // prettier-ignore
  })

  it('reads no further than a slow reader lets it write', async () => {
    let read = 0
    let most = 0
    let written = 0
    const input = Readable.from(
      (function* () {
        for (; read < 60; read++) yield Buffer.from(line(String(read), 'Frogs sang.'))
      })(),
      { highWaterMark: 1 },
    )
    const output = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        most = Math.max(most, read - written++)
        setImmediate(done)
      },
    })
    await outcomeOf(['annotate', '--input', 'jsonl'], { input, output })
    assert.equal(written, 60)
    assert.ok(most <= 4, `${most} documents were read ahead`)
  })

  it('uses the vocabularies that it is given, before the built-in one or alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bioprose-'))
    try {
      const concepts = [
        { name: 'croaking index', kind: 'measure', definition: 'How much a pond croaks.', id: 'POND:1' },
        { name: '' },
      ]
      writeFileSync(join(folder, 'pond.json'), JSON.stringify({ concepts }))
      const input = line('a', 'The croaking index follows testosterone.')
      const conceptsWith = async (...args: readonly string[]) => {
        const { output, errors } = await outcomeOf(['annotate', '--input', 'jsonl', ...args], {
          folder,
          text: input,
        })
        assert.equal(/pond\.json:1: .*left out/.test(errors), args.includes('pond.json'))
        return (JSON.parse(output) as Annotation).mentions.map((mention) => mention.text)
      }
      assert.deepEqual(await conceptsWith('--vocabulary', 'pond.json'), ['croaking index', 'testosterone'])
      assert.deepEqual(await conceptsWith('--vocabulary', 'pond.json', '--no-builtin'), ['croaking index'])
      assert.deepEqual(await conceptsWith('--no-builtin'), [])
      const missing = await outcomeOf(['annotate', '--input', 'jsonl', '--vocabulary', 'absent.json'], {
        folder,
        text: input,
      })
      assert.equal(missing.code, 2)
      assert.match(missing.errors, /absent\.json: there is no such file/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('writes whole JSON of no documents', async () => {
    assert.deepEqual(JSON.parse((await annotate('', '--format', 'json')).output), [])
    assert.deepEqual(JSON.parse((await annotate('', '--format', 'web-annotation')).output), [])
    assert.deepEqual(
      (JSON.parse((await annotate('', '--format', 'bioc-json')).output) as { documents: [] }).documents,
      [],
    )
    assert.equal((await annotate('')).output, '')
  })

  it('goes on through other formats, and tells errors beside them', async () => {
    const { code, output, errors } = await annotate(
      `${line('a', 'x')}oops\n${line('b', 'y')}`,
      '--format',
      'bioc-json',
    )
    assert.equal(code, 2)
    assert.equal((JSON.parse(output) as { documents: unknown[] }).documents.length, 2)
    assert.match(errors, /without an id: this line is no JSON/)
  })
})
