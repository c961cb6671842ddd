import type { Span } from '../../text/span.js'

/** The notes in place of a text, "^[…]", signs included, in order of their ends. Linear in the text. */
export function inlineNotesIn(text: string): readonly Span[] {
  if (!text.includes('^[')) return []
  const notes: Span[] = []
  const open: number[] = []
  for (const { 0: sign, index } of text.matchAll(/[[\]]/g)) {
    if (sign === '[') open.push(index)
    else {
      const start = open.pop()
      if (start === undefined || text[start - 1] !== '^' || text[start + 1] === '^') continue
      notes.push({ start: start - 1, end: index + 1 })
    }
  }
  return notes
}

/**
 * Those notes that are a reference themselves: "^[Li A. Light. J Foo 2009;3:1.]". The names and years in them are parts
 * of it and point nowhere, unlike those of "^[See Li (2009), p. 3.]".
 */
export function spelledOutNotes(text: string): readonly Span[] {
  return inlineNotesIn(text).filter(({ start, end }) => {
    const words = text.slice(start + 2, end - 1)
    const stops = words.match(/[.?!]\s+[\p{Lu}*_“"]/gu)?.length ?? 0
    return stops > 1 || /\b(?:1[5-9]|20)\d\d[a-z]?[;:]\s?\d/.test(words)
  })
}
