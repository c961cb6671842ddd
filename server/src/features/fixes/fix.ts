import type { TextEdit } from 'vscode-languageserver'
import type { Finding } from '../../rules/rule.js'
import type { View } from '../../workspace/view.js'
import { rangeOf } from '../places.js'

/** A way to mend a finding: what it does, in words, and the edits that do it exactly. */
export interface Fix {
  readonly title: string
  readonly edits: readonly TextEdit[]
  /** It loses nothing and is all but surely what the writer wants, so that it may be done unasked to all findings. */
  readonly isSure: boolean
}

/** Finds the ways to mend a finding of one rule; none where nothing is safe. */
export type Fixer = (view: View, finding: Finding) => readonly Fix[]

/** Writes one word for another. */
export function replacing(view: View, start: number, old: string, newText: string, isSure = true): Fix {
  const range = rangeOf(view, { start, end: start + old.length })
  return { title: `Change '${old}' to '${newText}'`, edits: [{ range, newText }], isSure }
}
