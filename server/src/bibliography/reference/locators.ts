import { datePattern, mayHoldDate, monthPattern, yearPattern } from './dates.js'

/** Where in its container a work stands: a run of numbers, labels and dates, and where that run begins and ends. */
export interface Locators {
  readonly start: number
  readonly end: number
  readonly year?: number
  readonly yearLetter?: string
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  /** How many of the fields were written with a label or in their own punctuation, as a measure of trust. */
  readonly strength: number
}

/**
 * Runs of volume, issue, pages and dates in a text, in order: "2019;20(1):123–45", "vol. 20, no. 1, 2019, pp. 1–2",
 * "20 (1), 1–2 (2019)", "10, 3 (Mar. 2013), 186–187". A number's role follows from its label, from the brackets and
 * colons around it and from its place among the others, not from any style.
 *
 * @param knownYear the year, where it was read before
 */
export function locatorsIn(text: string, knownYear: number | undefined): Locators[] {
  const runs: Locators[] = []
  let run: Token[] = []
  let offset = 0
  const flush = (): void => {
    const used = withoutLeadingBrackets(run)
    if (used.length > 0) runs.push(rolesOf(used, knownYear))
    run = []
  }
  while (offset < text.length) {
    const token = tokenAt(text, offset)
    if (token) {
      run.push(token)
      if (run.length === longestRun) flush()
      offset = token.end
      continue
    }
    const gap = matchAt(gapPattern, text, offset)
    if (gap) {
      offset += gap[0].length
      if (/\n|\.\s*\S?\s*\.\s/.test(gap[0])) flush()
      continue
    }
    flush()
    offset += matchAt(otherPattern, text, offset)?.[0].length ?? 1
  }
  flush()
  return runs
}

/** A bracket that no number stands before belongs to the words, "(IEEE)", unless it holds a date or labels. */
function withoutLeadingBrackets(run: readonly Token[]): readonly Token[] {
  const first = run.findIndex(
    (token) =>
      token.kind !== 'bracket' ||
      yearInBrackets(token) !== undefined ||
      /\b(?:vol|pp?|no)\b|^\d[\d\s,:.–-]*$/i.test(token.value),
  )
  return first < 0 ? [] : run.slice(first)
}

/** No work is placed by more numbers than this; what is longer is a table, or made to take quadratic time. */
const longestRun = 30

interface Token {
  readonly kind: 'date' | 'day' | 'year' | 'volume' | 'issue' | 'page' | 'bracket' | 'number' | 'range'
  readonly value: string
  readonly year?: number
  readonly letter?: string
  readonly start: number
  readonly end: number
  /** The punctuation before it: ":" announces pages. */
  readonly before: string
}

const dash = String.raw`\s?(?:[-‐‑‒–—−]{1,2})\s?`
const value = String.raw`(?!\d{0,3}(?:st|nd|rd|th)\b)(?:\p{L}{0,4}[.-]?\d[\d]{0,9}(?:[.,/]\d{1,6})?(?:\p{L}{1,2}\d{0,4})?(?:\.\p{L}{1,3}\d{1,4}|(?<=\p{L}\d{0,9})v\d{1,2})?)(?![\p{L}\d])`
const roman = String.raw`(?:[ivxlc]{1,8}|[IVXLC]{1,8})(?![\p{L}\d])`
const range = String.raw`${value}(?:${dash}${value})+`
const pageList = String.raw`(?:${value}|${roman})(?:(?:${dash})(?:${value}|${roman}))?(?:\+)?(?:,\s(?:\d{1,5}${dash}\d{1,5})(?![\d(]))*`

const tokenPatterns: readonly [Token['kind'], RegExp][] = [
  [
    'volume',
    sticky(
      String.raw`(?:vol(?:ume)?s?|v(?=\.\s?\d)|Bd|Band|tomo?|т)\b\.?\s?(?<value>${range}|${value}|${roman})`,
    ),
  ],
  [
    'issue',
    sticky(
      String.raw`(?:no|nos|issue|iss|num(?:ber)?|nr|n|Heft|núm|№|n[°º])(?:\.\s?|\s|(?<=[°º]))(?<value>(?:${range}|${value})(?:\s(?:pt|part|suppl)\.?\s?\d{0,3})?)`,
    ),
  ],
  ['page', sticky(String.raw`(?:pp?|pages?|pgs?|págs?|S|с)(?:\.\s?|\s)(?<value>${pageList})`)],
  ['issue', sticky(String.raw`no\.\s(?<value>[a-z]{3,12}(?:[_\s]\d{1,2}|\sissue)?)(?=[,.;:)])`)],
  [
    'page',
    sticky(
      String.raw`(?:art(?:icle)?\b\.?(?:\s?(?:no|number|id|nr|e?)\b\.?)?|e-?locator|Artn?\b|Paper(?:\sno\.)?)\s?(?<value>${value})`,
    ),
  ],
  [
    'issue',
    sticky(
      String.raw`(?<value>suppl(?:ement)?\b\.?(?:\s?(?:[A-Z]?\d{1,3}|[A-Z])\b)?|(?:pt|part)\.?\s\d{1,2}\b|special issue)`,
    ),
  ],
  ['date', sticky(String.raw`(?:${datePattern})`)],
  [
    'day',
    sticky(
      String.raw`(?:${monthPattern}(?:\s\d{1,2}(?![\d–-]))?|\d{1,2}\s${monthPattern})(?=\s?(?:[,;:.)]|$))`,
    ),
  ],
  ['bracket', sticky(String.raw`[([](?<value>[^()[\]]{1,60})[)\]]`)],
  ['year', sticky(String.raw`(?<value>${yearPattern})(?<letter>[a-z])?(?![\p{L}\d])(?!${dash}\d)`)],
  ['range', sticky(String.raw`(?<value>${range})`)],
  ['number', sticky(String.raw`(?<value>${value})`)],
]

/** Between the parts of a run. A full stop may stand there, a word may not. */
const gapPattern = /(?:[\s,;:.]|&|\band\b){1,6}/uy
const otherPattern = /(?:[\p{L}\p{M}]{1,100}(?:['’-][\p{L}\p{M}]{1,60}){0,3}|[^\p{L}\p{N}\s([])/uy

function sticky(source: string): RegExp {
  return new RegExp(source, 'iuy')
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text) ?? undefined
}

function tokenAt(text: string, start: number): Token | undefined {
  const previous = text[start - 1] ?? ' '
  if (/[\p{L}\p{N}]/u.test(previous) && !'(['.includes(text[start]!)) return undefined
  if (!/[\p{L}\p{N}([№]/u.test(text[start]!)) return undefined
  const isDated = mayHoldDate(text.slice(start, start + longestDate))
  for (const [kind, pattern] of tokenPatterns) {
    if (kind === 'date' && !isDated) continue
    const match = matchAt(pattern, text, start)
    if (!match) continue
    const groups = match.groups ?? {}
    const written = groups.value ?? match[0]
    const year =
      groups.year1 ?? groups.year2 ?? groups.year3 ?? groups.year4 ?? (kind === 'year' ? written : undefined)
    return {
      kind,
      value: written,
      start,
      end: start + match[0].length,
      before: punctuationBefore(text, start),
      ...(year && { year: Number(year) }),
      ...(groups.letter && { letter: groups.letter }),
    }
  }
  return undefined
}

/** "30th–31st September–December 31–31, 2009" is shorter. */
const longestDate = 60

function punctuationBefore(text: string, start: number): string {
  for (let i = start - 1; i >= 0 && i >= start - 3; i--) {
    if (text[i] !== ' ') return /[\p{L}\p{N}]/u.test(text[i]!) ? '' : text[i]!
  }
  return ''
}

interface Roles {
  year?: number
  yearLetter?: string
  volume?: string
  issue?: string
  page?: string
  strength: number
}

function rolesOf(run: readonly Token[], knownYear: number | undefined): Locators {
  const roles: Roles = { strength: 0 }
  for (const { kind, value } of run) {
    if (kind !== 'volume' && kind !== 'issue' && kind !== 'page') continue
    if (roles[kind] === undefined) {
      roles[kind] = normalized(kind, value)
      roles.strength += 2
    }
  }
  readDates(run, roles, knownYear)
  for (let i = 0; i < run.length; i++) readNumber(run, i, roles, roles.year ?? knownYear)
  return { ...roles, start: run[0]!.start, end: run[run.length - 1]!.end }
}

/** A date with a month, or a year in brackets, is the year surely; then a bare year is a volume's number. */
function readDates(run: readonly Token[], roles: Roles, knownYear: number | undefined): void {
  if (knownYear !== undefined) return
  const sure =
    run.find((token) => token.kind === 'date') ?? run.find((token) => yearInBrackets(token) !== undefined)
  const chosen = sure ?? run.find((token) => token.kind === 'year' && token.before !== ':')
  if (!chosen) return
  const year = chosen.year ?? yearInBrackets(chosen)
  if (year === undefined) return
  roles.year = year
  roles.strength++
  const letter = chosen.letter ?? /\d([a-z])\b/.exec(chosen.value)?.[1]
  if (letter && chosen.kind !== 'date') roles.yearLetter = letter
}

const bracketedYear = new RegExp(
  String.raw`^(?:[^\d]{0,20}\s|\d{1,2}\s\p{L}{3,9}\.?\s|\p{L}{3,9}\.?\s\d{1,2},\s)?(${yearPattern})[a-z]?(?:[,\s]\s?\p{L}[^\d]{0,20}(?:\d{1,2})?)?$`,
  'u',
)
const wholeDate = new RegExp(`^(?:${datePattern})$`, 'iu')

function yearInBrackets(token: Token): number | undefined {
  if (token.kind !== 'bracket') return undefined
  const match = bracketedYear.exec(token.value)
  return match ? Number(match[1]) : undefined
}

function readNumber(run: readonly Token[], index: number, roles: Roles, year: number | undefined): void {
  const token = run[index]!
  if (token.kind === 'bracket') {
    readBracket(token, run[index - 1], roles)
    return
  }
  if (token.kind === 'year' && token.year === year && isTheYear(run, index, roles)) return
  if (token.kind !== 'number' && token.kind !== 'range' && token.kind !== 'year') return
  const role = roleOf(run, index, roles)
  if (role === undefined || roles[role] !== undefined) return
  roles[role] = normalized(role, token.value)
  roles.strength += token.before === ':' || token.kind === 'range' ? 1.5 : 0.75
}

/** The first token that says the year is it; the same number again is a volume: "2014;2014:bau038". */
function isTheYear(run: readonly Token[], index: number, roles: Roles): boolean {
  if (roles.year === undefined) return false
  const first = run.findIndex((token) => (token.year ?? yearInBrackets(token)) === roles.year)
  const inBrackets = run.findIndex((token) => yearInBrackets(token) === roles.year || token.kind === 'date')
  return inBrackets >= 0 ? index === inBrackets : index === first
}

function roleOf(run: readonly Token[], index: number, roles: Roles): 'volume' | 'issue' | 'page' | undefined {
  const token = run[index]!
  const later = run
    .slice(index + 1)
    .filter((one) => one.kind === 'number' || one.kind === 'range' || one.kind === 'page')
  // "12:3, 201–209": pages follow, so that the number behind the colon is the issue.
  const isIssue = token.kind === 'number' && later.some(({ kind }) => kind === 'range' || kind === 'page')
  if (token.before === ':') return isIssue && roles.issue === undefined ? 'issue' : 'page'
  if (roles.volume === undefined) {
    if (roles.page !== undefined && run.some((one) => one.kind === 'page' && one.start < token.start))
      return undefined
    const lone =
      later.length === 0 &&
      !run.slice(index + 1).some((one) => one.kind === 'bracket' && yearInBrackets(one) === undefined)
    if (lone && (token.kind === 'range' || /^[a-z]{1,4}\d{3,}/i.test(token.value))) return 'page'
    return 'volume'
  }
  if (token.kind === 'range') return 'page'
  if (roles.issue === undefined && later.length > 0 && index > 0) return 'issue'
  return 'page'
}

/** What brackets hold behind a volume is its issue, unless it is a date or holds labels of its own. */
function readBracket(token: Token, previous: Token | undefined, roles: Roles): void {
  if (
    yearInBrackets(token) !== undefined &&
    !(roles.year !== yearInBrackets(token) && previous?.kind === 'number')
  )
    return
  if (mayHoldDate(token.value) && wholeDate.test(token.value)) return
  const inner = locatorsIn(token.value, 0)
  const labelled = inner.find((one) => one.strength >= 2)
  if (labelled) {
    roles.volume ??= labelled.volume
    roles.issue ??= labelled.issue
    roles.page ??= labelled.page
    roles.strength += 2
    return
  }
  const follows =
    previous &&
    (previous.kind === 'number' ||
      previous.kind === 'volume' ||
      previous.kind === 'range' ||
      previous.kind === 'year')
  if (!follows || roles.volume === undefined || roles.issue !== undefined) return
  roles.issue = normalized('issue', token.value)
  roles.strength += 1.5
}

function normalized(role: 'volume' | 'issue' | 'page', value: string): string {
  const plain = value.trim().replace(/\s?[‐‑‒–—−]{1,2}\s?/g, '-')
  return role === 'issue' ? plain.replace(/^(?:no|iss(?:ue)?|nr|num(?:ber)?)\.?\s(?=\d)/i, '') : plain
}
