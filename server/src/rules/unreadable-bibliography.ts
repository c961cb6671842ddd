import { frontMatterOf } from '../prose/front-matter.js'
import { formatNames, parsedLibrary } from '../workspace/library.js'
import type { NamedLibrary, View } from '../workspace/view.js'
import type { Problem, Rule } from './rule.js'

/** A library that the document names and that is missing, unreadable, or readable only in part. */
export const unreadableBibliography: Rule = {
  id: 'unreadable-bibliography',
  summary: 'A library that the document names is missing, cannot be read, or only in part.',
  severity: 'error',
  *check(view) {
    yield* frontMatterProblem(view)
    for (const library of view.libraries) {
      const message = problemWith(library)
      if (message) yield { start: library.start, end: library.end, message }
    }
  },
}

function* frontMatterProblem({ document }: View): Iterable<Problem> {
  if (!document.frontMatter) return
  const { problem } = frontMatterOf(document.frontMatter)
  if (problem) yield { ...problem, message: `The front matter is not valid YAML: ${problem.message}` }
}

function problemWith({ file, path }: NamedLibrary): string | undefined {
  if (file.state === 'loading') return undefined
  if (file.state === 'unreadable') return `Cannot read the library '${path}': ${file.reason}`
  const parsed = parsedLibrary(file)
  if (!parsed) return `The library '${path}' is in no format that can be read here; ${formatNames} can`
  const first = parsed.skipped[0]
  if (!first) return undefined
  const others = parsed.skipped.length > 1 ? `, and ${parsed.skipped.length - 1} more` : ''
  const count = parsed.items.length === 1 ? '1 entry' : `${parsed.items.length} entries`
  return `The library '${path}' was read in part (${count}): line ${first.line + 1}: ${first.reason}${others}`
}
