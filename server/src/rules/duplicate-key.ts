import type { Entry } from '../bibliography/entry.js'
import { derived } from '../text/derived.js'
import { footnotesOf, parsedLibrary } from '../workspace/library.js'
import type { View } from '../workspace/view.js'
import type { Problem, Rule } from './rule.js'

/** A key that a library gives to several entries, or a label that the document gives to several footnotes. */
export const duplicateKey: Rule = {
  id: 'duplicate-key',
  summary: 'Several entries of a library have one key, or several footnotes one label.',
  severity: 'warning',
  *check(view) {
    for (const { file, path, start, end } of view.libraries) {
      const keys = repeatedKeys(parsedLibrary(file)?.items ?? none)
      if (keys.length === 0) continue
      const [first, ...others] = keys
      const more = others.length === 0 ? '' : `, and ${others.length} more`
      yield {
        start,
        end,
        message: `The library '${path}' has several entries with the key '${first!}'${more}`,
      }
    }
    yield* repeatedFootnotes(view)
  },
}

const none: readonly Entry[] = []

const repeatedKeys = derived((entries: readonly Entry[]): readonly string[] => {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { names } of entries) {
    const key = names.find((name) => name.startsWith('key:'))?.slice('key:'.length)
    if (key === undefined) continue
    if (seen.has(key)) repeated.add(key)
    seen.add(key)
  }
  return [...repeated]
})

function* repeatedFootnotes(view: View): Iterable<Problem> {
  const seen = new Set<string>()
  for (const { names, source } of footnotesOf(view)) {
    const label = names[0]!.slice('footnote:'.length)
    const { start } = source.span
    if (seen.has(label))
      yield { start, end: start + label.length + 3, message: `The footnote '${label}' is defined twice` }
    seen.add(label)
  }
}
