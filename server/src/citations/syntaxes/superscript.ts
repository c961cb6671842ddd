import type { Cite, Target } from '../cite.js'
import { withoutUrls } from '../readable.js'
import { isExponent } from './exponent.js'
import { numbersAt, numbersBetween, writtenNumbers } from './numbers.js'
import { all, type CitationSyntax } from './syntax.js'

/** Raised numbers: "^3^", "^2–4,7^", "^[3]^", "¹²", "²,³". */
export const superscript: CitationSyntax = {
  name: 'superscript',
  placement: 'after-stop',
  *find(block) {
    const text = withoutUrls(block)
    yield* [...carets(text), ...raisedDigits(text)].sort((a, b) => a.start - b.start)
  },
  write(works) {
    const numbers = all(works, (work) => work.number)
    return numbers && `^${writtenNumbers(numbers).replaceAll(' ', '')}^`
  },
}

function* carets(text: string): Iterable<Cite> {
  for (let at = text.indexOf('^'); at >= 0; at = text.indexOf('^', at + 1)) {
    const closing = brackets[text[at + 1] ?? ''] ?? ''
    const first = at + 1 + closing.length
    const numbers = numbersAt(text, first)
    if (!numbers || !text.startsWith(`${closing}^`, numbers.end)) continue
    const end = numbers.end + closing.length + 1
    const cite = citeOf(text, at, end, numbers.targets)
    if (cite) yield cite
    at = end - 1
  }
}

const brackets: Readonly<Record<string, string>> = { '[': ']', '(': ')' }

function* raisedDigits(text: string): Iterable<Cite> {
  for (const { 0: run, index } of text.matchAll(raised)) {
    const targets = numbersBetween(lowered(run), 0, run.length)
    const cite = targets && citeOf(text, index, index + run.length, targets.map(movedBy(index)))
    if (cite) yield cite
  }
}

/** Raised digits and signs, and commas and dashes between them. Bounded, since no citation is longer. */
const raised = /[⁰¹²³⁴-⁻](?:[⁰¹²³⁴-⁻]|[,˒–-](?=[⁰¹²³⁴-⁹])){0,200}/g

/** The same signs on the line, one code unit for each. */
function lowered(run: string): string {
  return run.replace(/[⁰¹²³⁴-⁻˒]/g, (sign) => onTheLine[sign]!)
}

const raisedSigns = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻˒'
const onTheLine: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(raisedSigns, (sign, i) => [sign, '0123456789+-,'[i]!]),
)

function movedBy(by: number): (target: Target) => Target {
  return ({ start, end, names }) => ({ start: start + by, end: end + by, names })
}

function citeOf(text: string, start: number, end: number, targets: readonly Target[]): Cite | undefined {
  if (isExponent(text, start, end, targets)) return undefined
  return { start, end, syntax: 'superscript', targets, weak: true }
}
