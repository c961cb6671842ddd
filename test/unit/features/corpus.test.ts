import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { annotationOf } from '../../../server/src/features/annotations.js'
import { opened } from '../../specs/engine.js'

const folder = new URL('../../corpus/', import.meta.url)

/** Whole documents and all that is said of them: a change that makes BioProse louder shows here. */
describe('the corpus', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    it(`${name} is annotated as in its snapshot (UPDATE=1 writes it)`, () => {
      const url = new URL(name.replace(/\.md$/, '.txt'), folder)
      const said = report(readFileSync(new URL(name, folder), 'utf8'))
      if (process.env.UPDATE) writeFileSync(url, said)
      assert.equal(said, readFileSync(url, 'utf8'))
    })
  }
})

/** One line for each thing, so that a difference reads well. Probabilities are left out: training changes them all. */
function report(text: string): string {
  const { mentions, sentences, citations, references, findings } = annotationOf(opened(text).view)
  const quoted = ({ start, end }: { start: number; end: number }) =>
    JSON.stringify(text.slice(start, end).slice(0, 70))
  const sections: Readonly<Record<string, readonly string[]>> = {
    findings: findings.map((finding) => `${finding.rule} ${quoted(finding)}`),
    'cited sentences': sentences.filter(({ cited }) => cited).map(quoted),
    citations: citations.map((cite) => `${quoted(cite)} → ${cite.entries.join(' ')}`),
    references: references.map(({ names, title }) => `${names.join(' ')} ${JSON.stringify(title)}`),
    mentions: mentions.map((mention) => `${quoted(mention)} ${mention.label}`),
  }
  return Object.entries(sections)
    .map(([title, lines]) => [`# ${title}`, ...lines, ''].join('\n'))
    .join('\n')
}
