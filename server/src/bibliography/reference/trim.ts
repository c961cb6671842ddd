/**
 * A text without some marks at its beginning and others at its end. A loop, since a regular expression that looks for
 * marks at the end of a text takes quadratic time where they stand everywhere else.
 */
export function trimmed(text: string, before: string, after: string): string {
  let start = 0
  let end = text.length
  while (start < end && before.includes(text[start]!)) start++
  while (end > start && after.includes(text[end - 1]!)) end--
  return text.slice(start, end)
}
