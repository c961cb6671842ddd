/**
 * Counts the lines of a text as a parser goes through it: the zero-based line that an offset falls on. Offsets are
 * asked for in rising order, so that all questions together take one pass. LF, CRLF and CR end a line.
 */
export function lineCounter(text: string): (offset: number) => number {
  let line = 0
  let read = 0
  return (offset) => {
    for (; read < offset; read++) {
      const letter = text[read]
      if (letter === '\n' || (letter === '\r' && text[read + 1] !== '\n')) line++
    }
    return line
  }
}
