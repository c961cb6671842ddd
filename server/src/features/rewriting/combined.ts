import type { Range, TextEdit } from 'vscode-languageserver'

/** The edits of several fixes as far as none touches what one before it changes; the same edit counts once. */
export function combined(fixes: readonly (readonly TextEdit[])[]): TextEdit[] {
  const taken: TextEdit[] = []
  for (const edits of fixes) {
    const more = edits.filter((edit) => !taken.some((one) => isSameEdit(one, edit)))
    if (more.every((edit) => taken.every((one) => !overlap(one.range, edit.range)))) taken.push(...more)
  }
  return taken.sort((a, b) => compare(a.range.start, b.range.start))
}

/** Whether two edits write the same in the same place. */
export function isSameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.newText === b.newText && compare(a.range.start, b.range.start) === 0 && compare(a.range.end, b.range.end) === 0 // prettier-ignore
}

/** Two insertions at one place overlap: which comes first would be chance. */
function overlap(a: Range, b: Range): boolean {
  if (compare(a.start, b.start) === 0) return true
  return compare(a.start, b.end) < 0 && compare(b.start, a.end) < 0
}

function compare(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character
}
