import { footnotesOf } from '../../workspace/library.js'
import { rangeOf } from '../places.js'
import type { Fixer } from './fix.js'

/** A note that says the same as the one before can go. */
export const fixDuplicateKey: Fixer = (view, { start }) => {
  const { text } = view.document
  const notes = footnotesOf(view).map(({ names, source }) => ({ label: names[0]!, ...source.span }))
  const second = notes.find((note) => note.start === start)
  const first = second && notes.find(({ label }) => label === second.label)
  if (!second || !first || first === second) return []
  const words = (note: typeof first): string => text.slice(note.start, note.end).replace(/\s+/g, ' ').trim()
  if (words(first) !== words(second)) return []
  const end = second.end + (/^\r?\n/.exec(text.slice(second.end, second.end + 2))?.[0].length ?? 0)
  const edits = [{ range: rangeOf(view, { start, end }), newText: '' }]
  return [{ title: 'Remove the second of two equal notes', edits, isSure: true }]
}
