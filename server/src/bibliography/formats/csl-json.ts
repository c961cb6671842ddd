import { lineCounter } from '../../text/line-counter.js'
import type { Skipped } from '../../text/parsed.js'
import type { Entry, EntrySource } from '../entry.js'
import { cslEntry, isItem, type CslItem } from './csl-item.js'
import type { BibliographyFormat } from './format.js'
import { objectsIn } from './json-objects.js'
import type { ObjectPlace } from './json-objects.js'

/** CSL-JSON: a list of items, or an object that holds one. What stands before a fault in the file is used. */
export const cslJson: BibliographyFormat = {
  name: 'csl-json',
  extensions: ['.json', '.csljson'],
  parse(uri, text) {
    const items: Entry[] = []
    const skipped: Skipped[] = []
    const lineOf = lineCounter(text)
    const places = objectsIn(text)
    for (const place of places) {
      const line = lineOf(place.span.start)
      const result = itemAt(text, place)
      if (typeof result === 'string') skipped.push({ line, reason: result })
      else items.push(cslEntry(result, sourceOf(uri, place)))
    }
    if (places.length === 0 && !/^[\s\ufeff]*(?:\[\s*\]|\{\s*\})?\s*$/.test(text)) {
      skipped.push({ line: 0, reason: 'The file holds no list of CSL-JSON items.' })
    }
    return { items, skipped }
  },
}

function sourceOf(uri: string, { span, idSpan }: ObjectPlace): EntrySource {
  return { uri, span, ...(idSpan && { keySpan: idSpan }) }
}

function itemAt(text: string, { span, idSpan, isClosed }: ObjectPlace): CslItem | string {
  const called = idSpan ? `The item "${text.slice(idSpan.start, idSpan.end)}"` : 'An item'
  if (!isClosed) return `${called} is not closed: the file ends or breaks off inside it.`
  try {
    const item: unknown = JSON.parse(text.slice(span.start, span.end))
    if (isItem(item)) return item
    return `${called} is no CSL-JSON item: it has no id, title or type.`
  } catch (error) {
    return `${called} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`
  }
}
