import { isIsbn } from '../text/check-digits.js'
import type { Span } from '../text/span.js'

export type IdentifierKind = 'doi' | 'pmid' | 'pmcid' | 'arxiv' | 'isbn' | 'nct' | 'isrctn' | 'url'

/** An identifier as it stands in text. Its span holds the identifier alone: "10.1000/x" of "doi:10.1000/x". */
export interface Identifier extends Span {
  readonly kind: IdentifierKind
  /** DOIs in lower case, PMIDs as digits, PMCIDs as "PMC123", arXiv as "1706.02216v2", ISBNs as digits, trials as "NCT01234567" or "ISRCTN01234567", URLs as written. */
  readonly value: string
  /** Where it leads. */
  readonly url: string
  /** Where its label begins: "doi:", "PMID: ", "arXiv:"; equal to `start` where there is none. */
  readonly labelStart: number
}

/**
 * The identifiers in a text, in order: DOIs (bare, labelled, as doi.org link), PMIDs, PMCIDs, arXiv numbers, and other
 * http(s) addresses. Punctuation that ends the sentence and brackets that open elsewhere are not part of one.
 *
 * Time is linear in the text's length.
 */
export function identifiersIn(text: string): Identifier[] {
  const found: Identifier[] = []
  for (let at = nextBeginning(text, 0); at < text.length; at = nextBeginning(text, at)) {
    opening.lastIndex = at
    const match = opening.exec(text)
    const identifier = match && identifierAt(text, match)
    if (identifier && identifier.value !== '') found.push(withoutResume(identifier))
    at = Math.max(at + 1, opening.lastIndex, identifier?.resume ?? 0)
    if (match && isPlural(match)) at = takeMore(text, at, found)
  }
  return found
}

/**
 * The offset of the next three letters that an identifier or its label may begin with, or the length of the text. Most
 * prose holds none; those that it does are looked at closely.
 */
function nextBeginning(text: string, from: number): number {
  let code = text.charCodeAt(from)
  for (let i = from; i < text.length; i++) {
    const next = text.charCodeAt(i + 1)
    if (code < 128 && next < 128) {
      const third = thirdLetters[code * 128 + next]
      if (third !== 0 && (third === anyLetter || third === (text.charCodeAt(i + 2) | 0x20))) return i
    }
    code = next
  }
  return text.length
}

/** By the codes of two letters the code of a third, in lower case, with which they begin an identifier; 0 for most. */
const thirdLetters = new Uint8Array(128 * 128)
const anyLetter = 0xff
for (const [first, second, third] of ['htt', 'doi', '10.', 'pm', 'pub', 'arx', 'nct', 'isb']) {
  for (const one of [first!, first!.toUpperCase()])
    for (const two of [second!, second!.toUpperCase()])
      thirdLetters[one.charCodeAt(0) * 128 + two.charCodeAt(0)] = third
        ? third.charCodeAt(0) | 0x20
        : anyLetter
}

// Half of all prose has words with "is" in them; the register writes itself in capitals.
thirdLetters['I'.charCodeAt(0) * 128 + 'S'.charCodeAt(0)] = anyLetter

function withoutResume({ kind, value, url, start, end, labelStart }: Candidate): Identifier {
  return { kind, value, url, start, end, labelStart }
}

/** "PMIDs 12345, 67890 and 24680": the label holds for all of them. */
function isPlural({ 0: label, groups }: RegExpExecArray): boolean {
  return groups?.pmid !== undefined && /s:?\s*$/i.test(label)
}

function takeMore(text: string, from: number, found: Identifier[]): number {
  const next = /\s?(?:[,;]\s?)?(?:(?:and|&)\s)?(?<=[,;&d]\s?)([1-9]\d{3,8})(?![\p{L}\p{N}]|\.\d)/uy
  next.lastIndex = from
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const value = match[1]!
    const start = match.index + match[0].length - value.length
    const place = { start, end: start + value.length, labelStart: start }
    found.push({ kind: 'pmid', value, url: addressOf('pmid', value), ...place })
    from = next.lastIndex
  }
  return from
}

/** The address that an identifier leads to. */
export function addressOf(kind: Exclude<IdentifierKind, 'url'>, value: string): string {
  if (kind === 'doi')
    return `https://doi.org/${encodeURI(withoutLoneSurrogates(value)).replace(/[#?]/g, encodeURIComponent)}`
  if (kind === 'pmid') return `https://pubmed.ncbi.nlm.nih.gov/${value}/`
  if (kind === 'pmcid') return `https://pmc.ncbi.nlm.nih.gov/articles/${value}/`
  if (kind === 'nct') return `https://clinicaltrials.gov/study/${value}`
  if (kind === 'isrctn') return `https://www.isrctn.com/${value}`
  if (kind === 'isbn') return `https://openlibrary.org/isbn/${value}`
  return `https://arxiv.org/abs/${value}`
}

/** Half a character cannot be encoded, and encodeURI would throw. */
function withoutLoneSurrogates(value: string): string {
  return value.replace(/[\ud800-\udfff]/gu, '\ufffd')
}

/** `resume`: where to go on reading, which is behind what was read, not behind what was kept. */
interface Candidate extends Identifier {
  readonly resume: number
}

const opening = new RegExp(
  [
    String.raw`(?<url>https?:\/\/)`,
    String.raw`(?<doi>(?<![\p{L}\p{N}.\/-])(?:doi(?:\.org\/|[:.]?\s{0,2}))?10\.\d{4,9}(?:\.\d{1,9}){0,3}\/)`,
    String.raw`(?<pmid>(?<![\p{L}\p{N}])(?:PMIDs?|PubMed(?:\s{1,2}(?:PMID|IDs?))?):?\s{0,2}(?=[1-9]\d{0,8}(?![\p{L}\p{N}])))`,
    String.raw`(?<pmcid>(?<![\p{L}\p{N}])(?:PMCID:?\s{0,2})?(?=PMC\d{1,9}(?![\p{L}\p{N}])))`,
    String.raw`(?<arxiv>(?<![\p{L}\p{N}])arXiv:\s{0,2}(?=\d{4}\.\d{4,5}|[a-z-]{2,9}(?:\.[A-Z]{2})?\/\d{7}))`,
    String.raw`(?<nct>(?<![\p{L}\p{N}])(?=NCT\d{8}(?![\p{L}\p{N}])))`,
    String.raw`(?<isrctn>(?<![\p{L}\p{N}])(?=ISRCTN\d{8}(?![\p{L}\p{N}])))`,
    String.raw`(?<isbn>(?<![\p{L}\p{N}])ISBN(?:-1[03])?:?\s?(?=[\dX][\dX-]{8,16}))`,
  ].join('|'),
  'iuy',
)

function identifierAt(text: string, match: RegExpExecArray): Candidate | undefined {
  const { url, doi, pmid, pmcid, nct, isrctn, isbn } = match.groups ?? {}
  const labelStart = match.index
  if (url !== undefined) return urlAt(text, labelStart)
  if (doi !== undefined) return doiAt(text, labelStart + doi.search(/10\./), labelStart)
  const start = labelStart + match[0].length
  if (pmid !== undefined) return shaped('pmid', text, start, labelStart, /\d{1,9}/y)
  if (nct !== undefined) return shaped('nct', text, start, labelStart, /NCT\d{8}/iy)
  if (isrctn !== undefined) return shaped('isrctn', text, start, labelStart, /ISRCTN\d{8}/iy)
  if (isbn !== undefined) return isbnAt(text, start, labelStart)
  if (pmcid !== undefined) return shaped('pmcid', text, start, labelStart, /PMC\d{1,9}/iy)
  return shaped(
    'arxiv',
    text,
    start,
    labelStart,
    /(?:\d{4}\.\d{4,5}|[a-z-]{2,9}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,2})?/iy,
  )
}

function shaped(
  kind: 'pmid' | 'pmcid' | 'arxiv' | 'nct' | 'isrctn',
  text: string,
  start: number,
  labelStart: number,
  shape: RegExp,
): Candidate | undefined {
  shape.lastIndex = start
  const written = shape.exec(text)?.[0]
  if (!written) return undefined
  const value = valueOf(kind, written)
  const end = start + written.length
  return { kind, value, url: addressOf(kind, value), start, end, labelStart, resume: end }
}

/** An ISBN whose last digit does not follow from the others stands for no book. */
function isbnAt(text: string, start: number, labelStart: number): Candidate {
  const shape = /\d[\dX-]{8,16}(?![\p{L}\p{N}-])/iuy
  shape.lastIndex = start
  const written = shape.exec(text)?.[0] ?? ''
  const place = {
    start,
    end: start + written.length,
    labelStart,
    resume: start + Math.max(1, written.length),
  }
  if (!isIsbn(written)) return { ...nothing, ...place }
  const value = written.replace(/-/g, '').toUpperCase()
  return { kind: 'isbn', value, url: addressOf('isbn', value), ...place }
}

function doiAt(text: string, start: number, labelStart: number): Candidate {
  const end = endOfRun(text, start, stopsOfDoi)
  const value = text.slice(start, end).toLowerCase()
  if (!/^10\.[\d.]+\/./.test(value)) return { ...nothing, start, end: start, labelStart, resume: start + 3 }
  return { kind: 'doi', value, url: addressOf('doi', value), start, end, labelStart, resume: end }
}

function urlAt(text: string, start: number): Candidate {
  const end = endOfRun(text, start, stopsOfUrl)
  const written = text.slice(start, end)
  const place = { start, end, labelStart: start }
  if (!/^https?:\/\/[\p{L}\p{N}[]/iu.test(written)) return { ...nothing, ...place, resume: start + 7 }
  return { ...meaningOfUrl(written), ...place, resume: end }
}

const nothing = { kind: 'url', value: '', url: '' } as const

/** An address of doi.org, PubMed, PMC, arXiv or a register of trials stands for the identifier that it carries. */
function meaningOfUrl(written: string): Pick<Identifier, 'kind' | 'value' | 'url'> {
  for (const [kind, pattern] of meaningfulUrls) {
    const value = pattern.exec(written)?.[1]
    if (value) return { kind, value: valueOf(kind, value), url: written }
  }
  return { kind: 'url', value: written, url: written }
}

const host = (pattern: string): string => String.raw`^https?:\/\/(?:www\.)?(?:${pattern})`
const behind = String.raw`\/?(?:[?#].*)?$`

const meaningfulUrls: readonly (readonly [Exclude<IdentifierKind, 'url' | 'isbn'>, RegExp])[] = [
  [
    'doi',
    /^https?:\/\/(?:[a-z-]{1,20}\.)?doi\.org\/(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?(10\.\d{4,9}[\d.]{0,20}(?:\/|%2f).+)$/i,
  ],
  [
    'pmid',
    new RegExp(
      host(
        String.raw`pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed|europepmc\.org\/(?:article|abstract)\/med`,
      ) + String.raw`\/(\d{1,9})${behind}`,
      'i',
    ),
  ],
  [
    'pmcid',
    new RegExp(
      host(
        String.raw`(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pmc|europepmc\.org)\/articles|europepmc\.org\/article\/pmc`,
      ) + String.raw`\/(PMC\d{1,9})(?:\/pdf(?:\/[^/?#]{0,100})?)?${behind}`,
      'i',
    ),
  ],
  [
    'arxiv',
    new RegExp(
      host(String.raw`arxiv\.org`) +
        String.raw`\/(?:abs|pdf)\/([a-z-]{0,9}(?:\.[A-Z]{2})?\/?\d[\d.]{3,12}(?:v\d{1,2})?)(?:\.pdf)?${behind}`,
      'i',
    ),
  ],
  [
    'nct',
    new RegExp(
      host(String.raw`(?:classic\.)?clinicaltrials\.gov`) +
        String.raw`\/(?:ct2\/)?(?:show|study)\/(NCT\d{8})${behind}`,
      'i',
    ),
  ],
  ['isrctn', new RegExp(host(String.raw`isrctn\.com`) + String.raw`\/(ISRCTN\d{8})${behind}`, 'i')],
]

function valueOf(kind: IdentifierKind, written: string): string {
  if (kind === 'doi') return percentDecoded(written).toLowerCase()
  return kind === 'pmcid' || kind === 'nct' || kind === 'isrctn' ? written.toUpperCase() : written
}

function percentDecoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/**
 * Where an identifier that begins at `start` ends: before white space and quotation marks, before a closing bracket
 * that was not opened inside, and before a comma or semicolon that joins the next identifier to it without a space.
 */
function endOfRun(text: string, start: number, stops: ReadonlySet<string>): number {
  const open = { ')': 0, ']': 0, '>': 0 }
  let end = start
  for (; end < text.length; end++) {
    const letter = text[end]!
    if (letter <= ' ' || stops.has(letter) || isWide(letter)) break
    if (letter === '(') open[')']++
    else if (letter === '[') open[']']++
    else if (letter === '<') open['>']++
    else if (letter === ')' || letter === ']' || letter === '>') {
      if (open[letter]-- === 0) break
    } else if ((letter === ',' || letter === ';') && joinsAnother(text, end)) break
  }
  return withoutTrailing(text, start, end)
}

const stopsOfDoi: ReadonlySet<string> = new Set('"“”„«»`{}|\\\u00a0\u2028\u2029\u007f')
const stopsOfUrl: ReadonlySet<string> = new Set([...stopsOfDoi, '<', '>', '^'])

/** Full-width and ideographic punctuation ends an identifier just as a space does. */
function isWide(letter: string): boolean {
  return (
    (letter >= '\u2000' && letter <= '\u200b') ||
    (letter >= '\u3000' && letter <= '\u303f') ||
    letter >= '\uff00'
  )
}

function joinsAnother(text: string, offset: number): boolean {
  const next = /[,;](?:doi:|https?:\/\/|10\.\d{4,9}\/|PMID)/iy
  next.lastIndex = offset
  return next.test(text)
}

function withoutTrailing(text: string, start: number, end: number): number {
  let cut = end
  while (cut > start && /[.,;:!?'’‘*_~<([…]/.test(text[cut - 1]!)) cut--
  return cut
}
