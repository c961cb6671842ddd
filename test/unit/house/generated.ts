import { writeFileSync } from 'node:fs'
import { pageOf } from '../../../server/src/features/diagnostic.js'
import { allRules } from '../../../server/src/rules/registry.js'
import { severities } from '../../../server/src/workspace/settings.js'
import { read, root } from './repository.js'

/** A part of a file that follows from the rules: the file as it is and as it should be. */
export interface Generated {
  readonly path: string
  readonly actual: string
  readonly expected: string
}

/** README's table of rules and the settings of the manifest. `UPDATE=1` writes them. */
export function generated(): readonly Generated[] {
  const files = [withRuleTable('README.md'), withRuleSettings('package.json')]
  if (process.env.UPDATE) for (const { path, expected } of files) writeFileSync(`${root}${path}`, expected)
  return process.env.UPDATE ? files.map((file) => ({ ...file, actual: file.expected })) : files
}

const start = '<!-- rules:start -->'
const end = '<!-- rules:end -->'

function withRuleTable(path: string): Generated {
  const actual = read(path)
  const from = actual.indexOf(start)
  const to = actual.indexOf(end)
  if (from < 0 || to < from) throw new Error(`${path} lacks the lines ${start} and ${end}`)
  const rows = allRules().map(
    ({ id, summary, severity }) => `| [${id}](test/specs/rules/${id}.md) | ${summary} | ${severity} |`,
  )
  const table = ['| Rule | What it reports | Severity |', '| --- | --- | --- |', ...rows].join('\n')
  return {
    path,
    actual,
    expected: `${actual.slice(0, from + start.length)}\n\n${table}\n\n${actual.slice(to)}`,
  }
}

interface Manifest {
  contributes: { configuration: { properties: Record<string, Record<string, unknown>> } }
}

function withRuleSettings(path: string): Generated {
  const actual = read(path)
  const manifest = JSON.parse(actual) as Manifest
  const property = manifest.contributes.configuration.properties['bioprose.rules']!
  property.properties = Object.fromEntries(
    allRules().map(({ id, summary, severity }) => [
      id,
      {
        type: 'string',
        enum: [...severities, 'off'],
        default: severity,
        markdownDescription: `${summary} [More](${pageOf(id)})`,
      },
    ]),
  )
  return { path, actual, expected: `${JSON.stringify(manifest, null, 2)}\n` }
}
