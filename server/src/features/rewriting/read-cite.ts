import type { Entry } from '../../bibliography/entry.js'
import { namesLabel } from '../../bibliography/render.js'
import { areOneWork } from '../../bibliography/same-work.js'
import type { Span } from '../../text/span.js'
import type { PlacedCite, PlacedTarget } from '../../workspace/cites.js'
import type { View } from '../../workspace/view.js'

/** What a citation says, whatever its dialect. */
export interface CiteReading {
  /** What is to be replaced to say it otherwise. */
  readonly span: Span
  readonly syntax: string
  /**
   * How it goes with its sentence: in brackets; as its subject ("@barlind2009 found"); or in brackets behind the names of
   * its authors, which stay ("Barlind [3]", "Barlind (2009)", "Barlind [-@barlind2009]").
   */
  readonly role: 'bracketed' | 'narrative' | 'named'
  readonly prefix: string
  readonly works: readonly { readonly entry: Entry; readonly suffix: string }[]
  /** The citation with the names before it, where a key alone would print the same: "Barlind (2009)". */
  readonly whole?: Span
}

const mostGap = 120

/** Reads a citation, or several that stand directly behind each other; undefined where it says what no other dialect could say, or a work is not certain. */
export function readCite(view: View, cites: readonly PlacedCite[]): CiteReading | undefined {
  const [first] = cites as [PlacedCite]
  const span = { start: first.start, end: cites.at(-1)!.end }
  const { syntax } = first
  const targets = cites.flatMap((cite) => cite.targets)
  const entries = targets.map(({ entries: found }) => onlyWork(found))
  if (targets.length === 0 || entries.some((entry) => entry === undefined)) return undefined
  const affixes = affixesOf(view, span, targets)
  if (!affixes) return undefined
  const works = entries.map((entry, i) => ({ entry: entry!, suffix: affixes.suffixes[i]! }))
  const { prefix } = affixes
  const written = view.document.content.slice(span.start, span.end)
  if (syntax === 'author-year' && !/^[[(]/.test(written))
    return narrativeYears(written, { span, syntax, prefix, works })
  if (syntax === 'pandoc' && written.startsWith('@'))
    return { span, syntax, role: 'narrative', prefix, works }
  if (syntax === 'myst') {
    const role = /^\{cite(?::p|:ps|:t)?\}/.exec(written)?.[0]
    if (role === undefined) return undefined
    return { span, syntax, role: role === '{cite:t}' ? 'narrative' : 'bracketed', prefix, works }
  }
  if (syntax === 'pandoc' && /^\[[^@]{0,20}-@/.test(written))
    return { span, syntax, role: 'named', prefix, works }
  const isNamed = works.length === 1 && followsNames(view, span.start, works[0]!.entry)
  return { span, syntax, role: isNamed ? 'named' : 'bracketed', prefix, works }
}

/** One entry, or several that are one work. */
export function onlyWork(entries: readonly Entry[]): Entry | undefined {
  const [first, ...others] = entries
  return first && others.every((other) => areOneWork(first, other)) ? first : undefined
}

/** "Barlind (2009)": the names stay, the bracket behind them is the citation. */
function narrativeYears(written: string, reading: Omit<CiteReading, 'role'>): CiteReading | undefined {
  const at = written.lastIndexOf('(')
  if (at < 1) return undefined
  const names = written.slice(0, at).trimEnd()
  const [work, another] = reading.works
  const isLabel = !another && names.replace(' & ', ' and ') === namesLabel(work!.entry)
  const span = { start: reading.span.start + names.length, end: reading.span.end }
  return { ...reading, role: 'named', span, ...(isLabel && { whole: reading.span }) }
}

/** Whether the names of the authors stand directly before. */
function followsNames(view: View, start: number, entry: Entry): boolean {
  const before = view.document.content.slice(Math.max(0, start - 160), start).trimEnd()
  const label = namesLabel(entry)
  const family = entry.authors[0]?.family ?? entry.authors[0]?.literal
  if (label === undefined || family === undefined) return false
  const spoken = [label, label.replace(' and ', ' & '), `${family} et al.`, `${family} and colleagues`]
  return spoken.some((names) => before.endsWith(names) && !/[\p{L}\p{N}]/u.test(before[before.length - names.length - 1] ?? '')) // prettier-ignore
}

interface Affixes {
  readonly prefix: string
  readonly suffixes: readonly string[]
}

/** What stands before the first work and behind each: "see", ", p. 3". Undefined where more is said, which would be lost. */
function affixesOf(view: View, span: Span, targets: readonly PlacedTarget[]): Affixes | undefined {
  const suffixes: string[] = []
  let prefix = ''
  let at = span.start
  for (const [i, target] of targets.entries()) {
    // Numbers that a range stands for share a place.
    const gap = target.start >= at ? view.document.content.slice(at, target.start) : ''
    if (gap.length > mostGap) return undefined
    if (i === 0) {
      const said = gap.replace(opening, '').trim()
      if (said !== '' && !seeing.test(said)) return undefined
      prefix = said
    } else {
      const [suffix, rest] = dividedGap(gap)
      if (rest.replace(between, '') !== '') return undefined
      suffixes.push(suffix)
    }
    at = Math.max(at, target.end)
  }
  const last = view.document.content.slice(at, span.end).replace(closing, '')
  if (last.length > mostGap || (last !== '' && !locating.test(last))) return undefined
  return { prefix, suffixes: [...suffixes, last.replace(/^ \[/, ', ').trimEnd()] }
}

function dividedGap(gap: string): readonly [suffix: string, rest: string] {
  const at = gap.indexOf(';')
  const suffix = at < 0 ? '' : gap.slice(0, at).trimEnd()
  return locating.test(suffix) ? [suffix, gap.slice(at)] : ['', gap]
}

const opening = /^(?:\{cite(?::[a-z]{1,2})?\}`|<sup>|[\s[(^{@-])*/
const seeing = /^(?:(?:but )?see(?: also)?|cf\.|e\.g\.,?|reviewed (?:in|by))[\s([@{-]*$/i
const between = /^(?:[\s;,&@{}[\]()^‐‑–—-]|and\s)*$/
const closing = /(?:<\/sup>|[\s\])}^`])*$/
const locating = /^(?:,| \[)\s?(?:pp?|chap|ch|sec|figs?|eq|table|vol)\.?\s?\d[\d–, -]{0,20}$/i
