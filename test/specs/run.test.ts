import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { opened } from './engine.js'
import { casesIn, written, type Case } from './spec.js'
import { speakerOf, type Speaker } from './speakers.js'

const here = new URL('./', import.meta.url)
const folders = ['rules', 'citations', 'terms', 'bibliography', 'features']

for (const folder of folders) {
  describe(`specs of ${folder}`, () => {
    for (const file of readdirSync(new URL(`${folder}/`, here)).filter((name) => name.endsWith('.md'))) {
      const url = new URL(`${folder}/${file}`, here)
      const speaker = speakerOf(folder, file.slice(0, -3))
      if (process.env.UPDATE) update(url, speaker)
      const cases = casesIn(readFileSync(url, 'utf8'))
      describe(file, () => {
        it('has cases, and one at least with a mark', () => {
          assert.ok(cases.some(({ marks }) => marks.length > 0))
        })
        for (const one of cases) it(one.title, () => { assert.equal(asSaid(one, speaker), asWritten(one)) }) // prettier-ignore
      })
    }
  })
}

function asSaid({ text, files }: Case, speaker: Speaker): string {
  const { view, snapshot } = opened(text, files)
  return written(text, speaker(view, snapshot))
}

function asWritten({ text, marks }: Case): string {
  return written(text, marks)
}

/** Writes the caret lines anew: read the difference before you keep it. */
function update(url: URL, speaker: Speaker): void {
  const spec = readFileSync(url, 'utf8')
  const lines = spec.split('\n')
  for (const one of [...casesIn(spec)].reverse()) {
    lines.splice(one.lines.start, one.lines.end - one.lines.start, ...asSaid(one, speaker).split('\n'))
  }
  writeFileSync(url, lines.join('\n'))
}
