/**
 * Words as Markdown that shows exactly these words: everything that came out of a document, a library or a vocabulary
 * goes through here before it stands in a hover, so that it can make no link, no heading, no table and no HTML.
 * Line breaks become spaces; control characters go.
 */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f]/g, '') // eslint-disable-line no-control-regex
    .replace(/[\\`*_{}[\]()<>#+!|~$^&@:"'=-]/g, (mark) => (needsEscape.has(mark) ? `\\${mark}` : mark))
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(/\b(https?|ftp|mailto|www)(\\?:|\.)/gi, (_, scheme: string, mark: string) =>
      mark === '.' ? `${scheme}\\.` : `${scheme}\\:`,
    )
}

/** A link whose words are escaped; the words alone where the address is not http or https, or a place in a file. */
export function markdownLink(words: string, address: string): string {
  const label = escapeMarkdown(words)
  if (!/^(?:https?|file|vscode-[a-z-]+|untitled):/i.test(address)) return label
  return `[${label}](${address.replace(/[\s<>()\\"'`[\]]/g, percentEncoded)})`
}

function percentEncoded(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

/** ASCII punctuation that can start or end markup; the rest of it is readable as it stands. */
const needsEscape = new Set('\\`*_{}[]<>#+!|~$^&@-='.split(''))
