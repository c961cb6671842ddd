/** Text on one line: white space becomes one blank, and what a terminal would obey or XML forbids is dropped. */
export function onOneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ')
}

/** Text without control characters other than tabs and line ends, and without halves of surrogate pairs. */
export function printable(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu, '')
}

/** "1 file", "2 files". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** How often each word occurs, the most frequent first and the rest by the alphabet. */
export function tally(words: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** The first `length` code units of a text at most, no surrogate pair torn apart, with an ellipsis where there is more. */
export function cutEnd(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text
    .slice(0, Math.max(0, length - 1))
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`
}

/** The last `length` code units of a text at most, with an ellipsis where there is more. */
export function cutStart(text: string, length: number): string {
  if (text.length <= length) return text
  return `…${text
    .slice(text.length - Math.max(0, length - 1))
    .replace(/^[\uDC00-\uDFFF]/, '')
    .trimStart()}`
}
