import type { Span } from '../../text/span.js'

/** One object of a list in a JSON file, by its place. */
export interface ObjectPlace {
  readonly span: Span
  /** The value of its own member `id`, quotation marks not included. */
  readonly idSpan?: Span
  /** False where the text ends, or is broken, before the object does. */
  readonly isClosed: boolean
}

/**
 * The places of the objects in a JSON text's list: in `[…]`, or in a list that the outermost object holds
 * (`{"items": […]}`), or the one object that the text consists of. Only brackets and strings are followed, in one
 * pass, so that a text with a fault in it gives the objects before the fault.
 */
export function objectsIn(text: string): ObjectPlace[] {
  const places: ObjectPlace[] = []
  const outer: { bracket: string; start: number }[] = []
  const mark = /["{}[\]]/g
  let item: { start: number; depth: number; idSpan?: Span } | undefined
  let listed = false
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const at = match.index
    const bracket = match[0]
    if (bracket === '"') {
      const end = endOfString(text, at)
      if (item?.depth === outer.length && text.slice(at, end) === '"id"') {
        const idSpan = memberAt(text, end)
        if (idSpan) item.idSpan = idSpan
      }
      mark.lastIndex = end
    } else if (bracket === '{' || bracket === '[') {
      const isItem =
        bracket === '{' && !item && outer.length > 0 && outer.length <= 2 && outer.at(-1)!.bracket === '['
      outer.push({ bracket, start: at })
      if (isItem) item = { start: at, depth: outer.length }
      listed ||= isItem
    } else {
      outer.pop()
      if (outer.length < (item?.depth ?? 0)) {
        places.push(placeOf(item!, at + 1, bracket === '}'))
        item = undefined
      }
    }
  }
  if (item) places.push(placeOf(item, text.length, false))
  return listed ? places : soleObject(text)
}

function placeOf(
  { start, idSpan }: { start: number; idSpan?: Span },
  end: number,
  isClosed: boolean,
): ObjectPlace {
  return { span: { start, end }, isClosed, ...(idSpan && { idSpan }) }
}

/** Behind the closing quotation mark; the end of the line where there is none, for no JSON string spans lines. */
function endOfString(text: string, start: number): number {
  const rest = /(?:[^"\\\n]|\\[^\n])*"?/y
  rest.lastIndex = start + 1
  return start + 1 + rest.exec(text)![0].length
}

function memberAt(text: string, offset: number): Span | undefined {
  const value = /\s{0,100}:\s{0,100}(?:"((?:[^"\\\n]|\\[^\n])*)"|(-?\d[\d.]*))/y
  value.lastIndex = offset
  const match = value.exec(text)
  if (!match) return undefined
  const isString = match[1] !== undefined
  const end = offset + match[0].length - (isString ? 1 : 0)
  return { start: end - (match[1] ?? match[2]!).length, end }
}

function soleObject(text: string): ObjectPlace[] {
  const start = text.search(/\S/)
  if (start < 0 || text[start] !== '{' || !/"(?:id|type|title)"\s{0,20}:/.test(text)) return []
  const end = text.trimEnd().length
  const id = /"id"(?=\s{0,100}:)/.exec(text)
  const idSpan = id ? memberAt(text, id.index + 4) : undefined
  return [{ span: { start, end }, isClosed: text[end - 1] === '}', ...(idSpan && { idSpan }) }]
}
