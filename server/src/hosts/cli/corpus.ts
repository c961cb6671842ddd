import type { Readable } from 'node:stream'

/** A document of a corpus, as one line of JSON gives it. */
export interface CorpusDocument {
  readonly id: string
  readonly text: string
}

/** A line that gives none, and why; with the id as far as it could be read. */
export interface Unreadable {
  readonly id: string | number | null
  readonly error: string
}

/**
 * The lines of a stream, without their ends, as it delivers them. Only "\n" and "\r\n" end a line: JSON may hold all
 * other separators inside its strings, so that `readline`, which knows more of them, would tear documents apart.
 */
export async function* linesFrom(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let begun: string[] = []
  for await (const chunk of input as AsyncIterable<Uint8Array | string>) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const pieces = text.split('\n')
    const last = pieces.pop() ?? ''
    for (const piece of pieces) {
      yield withoutReturn(begun.join('') + piece)
      begun = []
    }
    if (last !== '') begun.push(last)
  }
  const rest = begun.join('') + decoder.decode()
  if (rest !== '') yield withoutReturn(rest)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

/** Reads one line, `{"id": "…", "text": "…"}`. */
export function documentIn(line: string): CorpusDocument | Unreadable {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return {
      id: null,
      error: `this line is no JSON: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, error: 'this line is no JSON object' }
  const { id, text } = value as { id?: unknown; text?: unknown }
  if (typeof id !== 'string')
    return { id: typeof id === 'number' ? id : null, error: '"id" must be a string' }
  if (typeof text !== 'string') return { id, error: '"text" must be a string' }
  return { id, text }
}
