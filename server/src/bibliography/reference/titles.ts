import { namesPeriodical, titleBoundary } from './containers.js'
import { yearPattern } from './dates.js'
import { locatorsIn } from './locators.js'
import type { Locators } from './locators.js'
import type { Reading } from './markup.js'
import { partOf } from './markup.js'
import {
  cleanName,
  imprintBehind,
  placesIn,
  present,
  publisherIn,
  publisherInBrackets,
  titleOf,
} from './places.js'

/** What follows the authors: the work's title, what it stands in, where in it, and who published it. */
export interface Work {
  readonly title?: string
  readonly container?: string
  readonly publisher?: string
  readonly locators?: Locators
  readonly year?: number
  readonly yearLetter?: string
  /** The title was emphasized as styles do with books, and not a part of something. */
  readonly standsAlone: boolean
  /** "In:" leads to the container. */
  readonly isPart: boolean
}

/**
 * Splits what stands behind the authors. A title in quotation marks ends with them; else the numbers (volume, pages,
 * date) are found first and the words before them are split into title and container.
 */
export function workIn(reading: Reading, knownYear: number | undefined, siteFirst = false): Work {
  const site = siteFirst ? siteIn(reading.text) : undefined
  if (site) return site
  const quoted = quotedTitle(reading.text)
  if (quoted) return behindTitle(quoted.title, partOf(reading, quoted.end), knownYear, false)
  const emphasized = emphasizedTitle(reading)
  if (emphasized) return behindTitle(emphasized.title, partOf(reading, emphasized.end), knownYear, true)
  return unquoted(reading, knownYear)
}

const sitePattern = new RegExp(
  String.raw`^[\s.]{0,10}([^.]{2,100})\.\s(${yearPattern})[^.]{0,20}\.\s+(.+)$`,
  'u',
)

/** "Name of a Site. 2016. Title of the page." */
function siteIn(text: string): Work | undefined {
  const match = sitePattern.exec(text)
  if (!match) return undefined
  return {
    ...titleOf(match[3]!),
    container: match[1]!,
    year: Number(match[2]),
    standsAlone: false,
    isPart: false,
  }
}

function quotedTitle(text: string): { title: string; end: number } | undefined {
  const start = /^[\s.,;:]*/.exec(text)![0].length
  const opening = text[start]
  const closing = opening === undefined ? undefined : pairs[opening]
  if (opening === undefined || closing === undefined) return undefined
  let depth = 1
  for (let i = start + 1; i < text.length; i++) {
    const letter = text[i]!
    if (closing.includes(letter) && closes(text, i, opening)) depth--
    else if (letter === opening && opening !== '"') depth++
    if (depth === 0) return isWhole(text, i) ? { title: text.slice(start + 1, i), end: i + 1 } : undefined
  }
  return undefined
}

/** "“Orthogonal” separations of": the mark closes a word of the title, not the title. */
function isWhole(text: string, closing: number): boolean {
  if (/^\s{0,8}(?:[.,;]|$|\(|\[|[Ii]n\s)/.test(text.slice(closing + 1, closing + 12))) return true
  return '.,?!…'.includes(text[closing - 1]!) && /\s/.test(text[closing + 1] ?? '')
}

/** What each opening quotation mark is closed by. */
const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  '«': '»',
  '„': '“”',
  "'": "'",
  '「': '」',
  '『': '』',
}

/** An apostrophe is no closing mark, nor is a straight mark that opens a word. */
function closes(text: string, at: number, opening: string): boolean {
  const after = text[at + 1] ?? ' '
  if (opening === '‘' || opening === "'")
    return (
      !/\p{L}/u.test(after) &&
      (!/\s/.test(after) || '.,?!:'.includes(text[at - 1]!) || !text.includes(pairs[opening]!, at + 1))
    )
  if (opening === '"') return /[\s.,;:)\]]/.test(after)
  return true
}

/** A title that is emphasized from its first letter to its full stop, with more to follow that is not. */
function emphasizedTitle({ text, emphasized }: Reading): { title: string; end: number } | undefined {
  const start = /^[\s.,;:]*/.exec(text)![0].length
  const span = emphasized.find((one) => one.start <= start && one.end > start + 3)
  if (!span) return undefined
  const after = text.slice(span.end)
  if (!/^\s*(?:$|[.,([])/.test(after) && !/[.?!]\s*$/.test(text.slice(0, span.end))) return undefined
  return { title: text.slice(start, span.end), end: span.end }
}

function unquoted(reading: Reading, knownYear: number | undefined): Work {
  const runs = runsOutside(reading, knownYear)
  const leading = inBoundary(reading)
  if (leading) {
    const work = behindTitle(
      reading.text.slice(0, leading.titleEnd),
      partOf(reading, leading.containerStart),
      knownYear,
      false,
    )
    // "Title // Journal. 2016. Vol. 3" stands in a journal.
    const isPart =
      work.locators?.volume === undefined || !/\/\/\s?$/.test(reading.text.slice(0, leading.containerStart))
    return { ...withPage(work, leading.page), isPart }
  }
  let run = bestRun(reading, runs)
  let before = partOf(reading, 0, run?.start ?? reading.text.length)
  if (run && run.strength < 2.5 && !titleBoundary(before, 0) && !isAtEnd(reading.text, run)) {
    run = undefined
    before = reading
  }
  const hasNumbers = run?.volume !== undefined || run?.issue !== undefined
  const onlyYear = !hasNumbers && run?.page === undefined
  const book = onlyYear && !/;\s*$/.test(before.text) ? bookIn(reading, run) : undefined
  if (book) return { ...book, ...yearOf(run, runs, knownYear), ...(run && { locators: run }) }
  const boundary = titleBoundary(before, onlyYear ? 2.2 : run && run.strength >= 3 ? -2 : 0)
  const year = yearOf(run, runs, knownYear)
  if (!boundary) {
    if (!run || run.strength < 2.5) {
      const { title, publisher } = publisherInBrackets(beforeTrailingYear(reading, run))
      return {
        ...titleOf(title),
        ...present({ publisher }),
        ...year,
        standsAlone: publisher !== undefined,
        isPart: false,
      }
    }
    return { ...titleOf(before.text), locators: run, ...year, standsAlone: false, isPart: false }
  }
  const tail = partOf(before, boundary.containerStart)
  const after = run ? reading.text.slice(run.end) : ''
  const common = { ...(run && { locators: run }), ...year, isPart: false }
  if (!hasNumbers && /;\s*$/.test(before.text)) {
    return { ...publishedIn(partOf(before, 0, boundary.titleEnd), tail.text), ...common }
  }
  const places = placesIn(tail, after, hasNumbers)
  return {
    ...titleOf(before.text.slice(0, boundary.titleEnd)),
    ...present(places),
    ...common,
    standsAlone: false,
  }
}

/** The pages may stand before the book: "Title. Pages 211–30 in Handbook". */
function withPage(work: Work, page: string | undefined): Work {
  if (page === undefined) return work
  const { start = 0, end = 0, strength = 0, ...others } = work.locators ?? {}
  return { ...work, locators: { start, end, strength, page, ...others } }
}

/** "Title. Acorn Press, Lund, 2016": where all behind the title is an imprint, it stands alone. */
function bookIn(reading: Reading, run: Locators | undefined): Work | undefined {
  const words = beforeTrailingYear(reading, run)
  const found = imprintBehind(words)
  if (!found || namesPeriodical(found.imprint)) return undefined
  const isEmphasized = reading.emphasized.some(
    ({ start }) => Math.abs(start - words.lastIndexOf(found.imprint)) <= 1 && start > 0,
  )
  const publisher = isEmphasized ? undefined : publisherIn(found.imprint)
  if (publisher === undefined) return undefined
  return { ...titleOf(found.title), publisher, standsAlone: true, isPart: false }
}

/** "Title. Publisher; 2016", "Title. Proceedings of Things, Publisher; 2016", "Title. Container. Publisher; 2016". */
function publishedIn(
  title: Reading,
  tail: string,
): Pick<Work, 'title' | 'container' | 'publisher' | 'standsAlone'> {
  const split = /^(.+),\s+([^,]+)$/.exec(tail)
  if (split && (split[1]!.split(' ').length > 3 || namesSeries(split[1]!))) {
    return {
      ...titleOf(title.text),
      ...present({ container: cleanName(split[1]!), publisher: publisherIn(split[2]!) }),
      standsAlone: false,
    }
  }
  const publisher = publisherIn(tail)
  const boundary = titleBoundary(title, 4)
  if (!boundary) return { ...titleOf(title.text), ...present({ publisher }), standsAlone: true }
  const container = cleanName(title.text.slice(boundary.containerStart))
  return {
    ...titleOf(title.text.slice(0, boundary.titleEnd)),
    ...present({ container, publisher }),
    standsAlone: false,
  }
}

function namesSeries(words: string): boolean {
  return /(?:Proceedings|Conference|Symposium|Workshop|Lecture Notes|Advances in|Handbook|Encyclopedia|Methods in)/.test(
    words,
  )
}

/** ". In: Book" or ". In Book": what follows holds the work. A title may go on with "In vivo", "In the dark". */
function inBoundary({
  text,
  emphasized,
}: Reading): { titleEnd: number; containerStart: number; page?: string } | undefined {
  const slashes = /\s?\/\/\s?(?=\p{L})/u.exec(text)
  if (slashes && slashes.index > 2)
    return { titleEnd: slashes.index, containerStart: slashes.index + slashes[0].length }
  const match = inPattern.exec(text)
  if (!match) return undefined
  const containerStart = match.index + match[0].length
  const isSure = match[0].includes(':') || match.groups?.pages !== undefined || !match[0].startsWith(',')
  const behind = text.slice(containerStart)
  const isArticle = /^(?:The|A|An)\s/.test(behind)
  const isNamed =
    emphasized.some(({ start }) => start === containerStart) || /\bpp?\.\s?\d|\b[Ee]ds?\b/.test(behind)
  if (!isSure || (isArticle && !isNamed && !match[0].includes(':'))) return undefined
  const page = match.groups?.pages?.replace('–', '-')
  return { titleEnd: match.index + 1, containerStart, ...(page && { page }) }
}

const inPattern =
  /(?:[.?!],?|,|(?<=[.,?!])[”"])[)\]]?,?\s+(?:[–—]\s)?(?:(?:Dans|dans|En|Em|Nel|W)(?=\s?:\s)\s?|In|in|IN|[Pp](?:ages?|p?\.?)\s(?<pages>\d{1,6}[–-]\d{1,6})[,.]?\s[Ii]n(?=\s))(?::\s+|\s+(?=(?!(?:Vivo|Vitro|Silico|Situ|Utero|Search|Memoriam|Defen[cs]e)\s)\p{Lu}|\d{4}\s|[*“"]|\p{Ll}{1,5}\p{Lu})|\.\s+(?=\p{Lu}))/u

/** Runs of numbers, without those that are part of an emphasized name: "*Advances in Processing Systems 28*". */
function runsOutside(reading: Reading, knownYear: number | undefined): Locators[] {
  return locatorsIn(reading.text, knownYear).filter(
    (run) =>
      !reading.emphasized.some(
        ({ start, end }) =>
          start < run.start && run.end <= end && /\p{L}{3}/u.test(reading.text.slice(start, run.start)),
      ),
  )
}

function isAtEnd(text: string, run: Locators): boolean {
  return /^[\s.,;:)\]]*$/.test(text.slice(run.end))
}

/** The run with the most to say; a lone number inside the words says nothing. */
function bestRun(reading: Reading, runs: readonly Locators[]): Locators | undefined {
  let best: Locators | undefined
  for (const run of runs) {
    if (run.start === 0) continue
    const closes = isAtEnd(reading.text, run)
    const afterEmphasis = reading.emphasized.some(({ end }) => end <= run.start && run.start - end <= 3)
    if (run.strength <= 1 && !closes && !afterEmphasis) continue
    if (!best || run.strength + (closes ? 0.5 : 0) >= best.strength) best = run
  }
  return best
}

function yearOf(
  run: Locators | undefined,
  runs: readonly Locators[],
  knownYear: number | undefined,
): Pick<Work, 'year' | 'yearLetter'> {
  if (knownYear !== undefined) return {}
  const dated = run?.year !== undefined ? run : runs.findLast((one) => one.year !== undefined)
  if (dated?.year === undefined) return {}
  return { year: dated.year, ...(dated.yearLetter && { yearLetter: dated.yearLetter }) }
}

function beforeTrailingYear(reading: Reading, run: Locators | undefined): string {
  if (run?.year === undefined) return reading.text
  if (isAtEnd(reading.text, run) && !run.volume && !run.page) return reading.text.slice(0, run.start)
  return reading.text.replace(trailingYear, '')
}

const trailingYear = new RegExp(String.raw`[\s,;.]{0,5}\(?${yearPattern}[a-z]?\)?[\s.]{0,5}$`)

/** What stands behind a title whose end is known. */
function behindTitle(
  title: string,
  tail: Reading,
  knownYear: number | undefined,
  standsAlone: boolean,
): Work {
  const runs = runsOutside(tail, knownYear)
  const run = bestTailRun(tail, runs)
  const before = partOf(tail, 0, run?.start ?? tail.text.length)
  const lead = /^[\s.,;:)\]]*(?:[Ii]n(?::\s*|\s+)|pp?\.\s*)?/.exec(before.text)![0]
  const isPart = /[Ii]n/.test(lead)
  const named = partOf(before, lead.length)
  const after = run ? tail.text.slice(run.end) : ''
  const hasNumbers = run?.volume !== undefined || run?.issue !== undefined
  const alone = standsAlone && !isPart && !hasNumbers
  const places = alone
    ? { publisher: publisherIn(named.text) ?? publisherIn(after) }
    : placesIn(named, after, hasNumbers)
  return {
    ...titleOf(title),
    ...present(places),
    ...(run && { locators: run }),
    ...yearOf(run, runs, knownYear),
    standsAlone: alone,
    isPart,
  }
}

/** Behind a known title, a lone number counts only where it ends the reference or follows an emphasized name. */
function bestTailRun(tail: Reading, runs: readonly Locators[]): Locators | undefined {
  let best: Locators | undefined
  for (const run of runs) {
    const isPlaced =
      run.strength >= 1 ||
      isAtEnd(tail.text, run) ||
      tail.emphasized.some(({ end }) => end <= run.start && run.start - end <= 3)
    if (isPlaced && (!best || run.strength > best.strength)) best = run
  }
  return best
}
