import type { TextEdit } from 'vscode-languageserver'
import { writtenNumbers } from '../../citations/syntaxes/numbers.js'
import type { Span } from '../../text/span.js'
import type { PlacedCite } from '../../workspace/cites.js'
import type { View } from '../../workspace/view.js'
import { rangeOf } from '../places.js'

/**
 * The edits that write other numbers into a citation: in order and as ranges where it holds nothing but numbers, each
 * in its place where a page or a word would lose its number. Undefined where neither is exact.
 *
 * @param numbers by old number the new one; those not in it stay
 */
export function renumberedCite(
  view: View,
  { targets, ...cite }: PlacedCite,
  numbers: ReadonlyMap<number, number>,
): readonly TextEdit[] | undefined {
  const { content } = view.document
  const span = {
    start: Math.min(...targets.map(({ start }) => start)),
    end: Math.max(...targets.map(({ end }) => end)),
  }
  const written = content.slice(span.start, span.end)
  const old = targets.map(({ names }) => numberIn(names[0]!))
  if (old.some((number) => number === undefined)) return inPlace(view, targets, numbers)
  const all = old.map((number) => numbers.get(number!) ?? number!)
  const isAlone = /^[\s\])}^⁾>]{0,3}$/.test(content.slice(span.end, cite.end))
  if (plain.test(written) && isAlone) return [edit(view, span, likeBefore(writtenNumbers(all), written))]
  const whole = content.slice(cite.start, cite.end)
  if (/^\[[\d\s,;[\]‐‑–—-]{1,200}\]$/.test(whole)) return [edit(view, cite, `[${writtenNumbers(all)}]`)]
  return inPlace(view, targets, numbers)
}

const plain = /^[\d\s,;‐‑‒–—−-]{1,200}$|^[⁰¹²³⁴-⁹,˒⁻‒–-]{1,200}$/

/** "²⁻⁴" stays raised, and "2,4" without spaces. */
function likeBefore(numbers: string, written: string): string {
  if (/[⁰¹²³⁴-⁹]/.test(written))
    return numbers.replaceAll(' ', '').replace(/[\d,–]/g, (sign) => raised[sign]!)
  return /[,;]\d/.test(written) ? numbers.replaceAll(' ', '') : numbers
}

const raised: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (sign, i) => [String(i), sign])),
  ',': '˒',
  '–': '⁻',
}

/** Each number in its own place: possible where none is only implied by a range. */
function inPlace(
  view: View,
  targets: PlacedCite['targets'],
  numbers: ReadonlyMap<number, number>,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = []
  for (const target of targets) {
    const number = target.names.map(numberIn).find((one) => one !== undefined)
    const next = number === undefined ? undefined : numbers.get(number)
    if (number === undefined || next === undefined || next === number) continue
    if (view.document.content.slice(target.start, target.end) !== String(number)) return undefined
    // A range would stretch over other works when its ends move.
    if (targets.some((other) => other !== target && other.start <= target.start && target.end <= other.end)) return undefined // prettier-ignore
    edits.push(edit(view, target, String(next)))
  }
  return edits
}

/** The number that a name means; a footnote without a definition may stand for one. */
export function numberIn(name: string): number | undefined {
  const match = /^(?:number|footnote):(\d{1,4})$/.exec(name)
  return match ? Number(match[1]) : undefined
}

function edit(view: View, span: Span, newText: string): TextEdit {
  return { range: rangeOf(view, span), newText }
}
