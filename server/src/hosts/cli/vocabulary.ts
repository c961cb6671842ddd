import { resolve } from 'node:path'
import { isOrdinaryWord } from '../../terms/case-policy.js'
import type { Concept } from '../../terms/concept.js'
import { readVocabulary } from '../vocabulary-files.js'
import { write, type ExitCode, type Terminal } from './terminal.js'

/** How many examples are shown of names that need care. */
const mostExamples = 12

/** Prints what vocabulary files hold: their format, their counts, names that mean several things, names that are words. */
export async function vocabularyInfo(paths: readonly string[], terminal: Terminal): Promise<ExitCode> {
  for (const path of paths) {
    const { format, concepts, isAuthority, problems } = await readVocabulary(resolve(terminal.folder, path))
    const meanings = meaningsOf(concepts)
    const ambiguous = [...meanings]
      .filter(([, ids]) => ids.size > 1)
      .map(([name, ids]) => `${name} (${ids.size})`)
    const words = [...meanings.keys()].filter(isOrdinaryWord)
    const kinds = countsOf(concepts.map(({ kind }) => kind))
    const lines = [
      path,
      `  format           ${format}, ${isAuthority ? 'an authority: its names are weighed' : 'a glossary: its names are believed'}`,
      `  concepts         ${concepts.length} (${kinds})`,
      `  names            ${concepts.reduce((sum, { names }) => sum + names.length, 0)}, of which ${meanings.size} differ in more than their capitals`,
      `  ambiguous names  ${shown(ambiguous)}`,
      `  English words    ${shown(words)}`,
      `  left out         ${problems.length === 0 ? 'nothing' : `${problems.length} rows`}`,
      ...problems.map((problem) => `    ${problem}`),
    ]
    await write(terminal.output, `${lines.join('\n')}\n`)
  }
  return 0
}

/** The concepts that each name, its capitals gone, may mean. */
function meaningsOf(concepts: readonly Concept[]): ReadonlyMap<string, ReadonlySet<string>> {
  const meanings = new Map<string, Set<string>>()
  for (const { id, names } of concepts) {
    for (const { text } of names) {
      const name = text.toLowerCase()
      const known = meanings.get(name)
      if (known) known.add(id)
      else meanings.set(name, new Set([id]))
    }
  }
  return meanings
}

function countsOf(kinds: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')
}

function shown(names: readonly string[]): string {
  if (names.length === 0) return 'none'
  const examples = names.slice(0, mostExamples).join(', ')
  return `${names.length}: ${examples}${names.length > mostExamples ? ', …' : ''}`
}
