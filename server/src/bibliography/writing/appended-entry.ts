import type { Entry } from '../entry.js'
import type { BibliographyFormat } from '../formats/format.js'
import { keysFor, writtenBibtex } from '../write-bibtex.js'
import type { Insertion } from './completed-entry.js'
import { cslMembers } from '../write-csl-json.js'
import { writableFormat } from './writable-format.js'

/** An insertion that adds an entry to a library, and the key that it bears there. */
export interface Appended extends Insertion {
  readonly key: string
}

const insertions = { bibtex: intoBibtex, 'csl-json': intoCslJson }

/** What adds an entry at the end of a library; undefined where the library would not be read back with exactly one entry more. */
export function appendedEntry(uri: string, text: string, entry: Entry): Appended | undefined {
  const format = writableFormat(uri)
  if (!format) return undefined
  const before = format.parse(uri, text).items
  const keys = before.flatMap(({ names }) => keyOf(names) ?? [])
  const [key] = keysFor([entry], keys)
  const made = insertions[format.name](text, entry, key!)
  return made && isOneMore(format, text, made, before.length, key!) ? { ...made, key: key! } : undefined
}

function isOneMore(
  format: BibliographyFormat,
  text: string,
  made: Insertion,
  count: number,
  key: string,
): boolean {
  const after = format.parse('', text.slice(0, made.offset) + made.text + text.slice(made.offset)).items
  return after.length === count + 1 && keyOf(after.at(-1)!.names) === key
}

function keyOf(names: Entry['names']): string | undefined {
  return names.find((name) => name.startsWith('key:'))?.slice('key:'.length)
}

function intoBibtex(text: string, entry: Entry, key: string): Insertion {
  const end = text.trimEnd().length
  const line = text.includes('\r\n') ? '\r\n' : '\n'
  const written = writtenBibtex([entry], [key]).trimEnd().replace(/\n/g, line)
  return { offset: end, text: `${end === 0 ? '' : line + line}${written}${end === text.length ? line : ''}` }
}

/** Behind the last item of the list, set out as that is. */
function intoCslJson(text: string, entry: Entry, key: string): Insertion | undefined {
  const close = text.lastIndexOf(']')
  if (close < 0) return undefined
  const body = text.slice(0, close).trimEnd()
  const isFirst = body.endsWith('[')
  const [gap] = isFirst ? ['\n  '] : (/\r?\n[ \t]*(?=\{)/.exec(body) ?? [' '])
  const isLaidOut = gap.includes('\n')
  const item = JSON.stringify({ id: key, ...cslMembers(entry) }, null, isLaidOut ? 2 : undefined)
  const written = isLaidOut ? item.replace(/\n/g, gap) : item
  return { offset: body.length, text: `${isFirst ? '' : ','}${gap}${written}${isFirst ? '\n' : ''}` }
}
