import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../../bibliography/entry.js'
import { citesOf } from '../../workspace/cites.js'
import type { View } from '../../workspace/view.js'
import { rangeOf } from '../places.js'
import type { Fix, Fixer } from './fix.js'

/** For each work that may be meant: its letter behind the year. Where the works have none, they get some. */
export const fixAmbiguousCitation: Fixer = (view, { start, end }) => {
  const target = citesOf(view)
    .flatMap(({ targets }) => targets)
    .find((one) => one.start === start && one.end === end)
  const year = /(?<!\d)\d{4}$/.exec(view.document.text.slice(start, end))?.[0]
  const entries = target?.entries ?? []
  if (!year || entries.length > 26 || entries.some(({ source }) => source.uri !== view.uri)) return []
  const lettered = entries.map((entry, i) => entry.yearLetter ?? letterAt(i))
  const lettering = entries.map((entry, i) =>
    entry.yearLetter ? [] : lettersIn(view, entry, year, lettered[i]!),
  )
  if (new Set(lettered).size < entries.length || lettering.some((edits) => edits === undefined)) return []
  const position = rangeOf(view, { start: end, end })
  return entries.map((entry, i): Fix => ({
    title: `Cite ${year}${lettered[i]!}, “${entry.title ?? ''}”`,
    edits: [{ range: position, newText: lettered[i]! }, ...lettering.flatMap((edits) => edits!)],
    isSure: false,
  }))
}

function letterAt(index: number): string {
  return String.fromCharCode(97 + index)
}

/** The edit that puts a letter behind the year of an entry, where that stands in it once. */
function lettersIn(view: View, { source }: Entry, year: string, letter: string): TextEdit[] | undefined {
  const words = view.document.text.slice(source.span.start, source.span.end)
  const found = [...words.matchAll(new RegExp(String.raw`(?<![\d–-])${year}(?![\d\p{L}–-])`, 'gu'))]
  if (found.length !== 1) return undefined
  const at = source.span.start + found[0]!.index + year.length
  return [{ range: rangeOf(view, { start: at, end: at }), newText: letter }]
}
