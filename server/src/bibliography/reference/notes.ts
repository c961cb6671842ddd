import { identifiersIn } from '../../prose/identifiers.js'
import type { Span } from '../../text/span.js'
import { datePattern, isoDate, yearPattern } from './dates.js'
import type { Reading } from './markup.js'
import { without } from './markup.js'

/** What stands in a reference beside its authors, title, container and numbers, and the reading without all that. */
export interface Notes {
  readonly rest: Reading
  readonly doi?: string
  readonly pmid?: string
  readonly pmcid?: string
  readonly arxiv?: string
  readonly url?: string
  readonly accessed?: string
  /** Where a thesis was handed in, where the remark that it is one says so: "[Doctoral dissertation, University of Lund]". */
  readonly school?: string
  /** It says "In:" or "[Internet]", "preprint", "thesis" and the like: hints at the type of work. */
  readonly hints: ReadonlySet<Hint>
}

export type Hint = 'online' | 'site' | 'preprint' | 'thesis' | 'report' | 'in' | 'book'

/** Takes identifiers, addresses, access dates and remarks out of a reference, each with the words that announce it. */
export function takeNotes(reading: Reading): Notes {
  const found: Found = {}
  const cuts: Span[] = []
  for (const identifier of identifiersIn(reading.text).slice(0, mostIdentifiers)) {
    if (identifier.kind === 'isbn' || identifier.kind === 'nct' || identifier.kind === 'isrctn') continue
    const written = reading.text.slice(identifier.start, identifier.end)
    if (identifier.kind === 'url') found.url ??= written
    else found[identifier.kind] ??= identifier.value
    if (identifier.kind !== 'url' && written.startsWith('http')) found.link ??= written
    cuts.push(withAnnouncement(reading.text, identifier.labelStart, identifier.end))
  }
  const bare = without(reading, merged(cuts))
  const { rest, accessed, school, hints } = takeRemarks(bare)
  const url = found.url ?? found.link
  return {
    rest,
    ...(found.doi && { doi: found.doi }),
    ...(found.pmid && { pmid: found.pmid }),
    ...(found.pmcid && { pmcid: found.pmcid }),
    ...(found.arxiv && { arxiv: found.arxiv }),
    ...(url && { url }),
    ...(accessed && { accessed }),
    ...(school && { school }),
    hints,
  }
}

const mostIdentifiers = 20

interface Found {
  doi?: string
  pmid?: string
  pmcid?: string
  arxiv?: string
  url?: string
  link?: string
}

/** The identifier with what leads to it ("Available from: ", "doi:", "*Crossref*, ") and the mark that closes it. */
function withAnnouncement(text: string, start: number, end: number): Span {
  const before = text.slice(Math.max(0, start - 80), start)
  const announced = announcement.exec(before)
  const after = /^\s?[)\]>]?[.,;]?(?=\s|$)/.exec(text.slice(end, end + 4))?.[0] ?? ''
  return { start: start - (announced?.[0].length ?? 0), end: end + after.replace(/\s/g, '').length }
}

const announcement =
  /(?:[.,;:]?\s{0,2}\(?\[?(?:(?:PubMed|Crossref|DOI\.org \(Crossref\)|GitHub|JSTOR|arXiv\.org|ScienceDirect|Wiley Online Library|Silverchair|SpringerLink|PubMed Central|Google Scholar|ProQuest),\s|(?:available|accessible)(?:\s(?:online|electronically))?(?:\s(?:from|at|on|under))?:?\s?|(?:retrieved|downloaded|accessed|obtained)\s(?:from|at|via):?\s?|disponible (?:en|sur|à)\s?:?\s?|disponível em:?\s?|disponibile (?:su|a|all['’]indirizzo):?\s?|verfügbar (?:unter|bei):?\s?|URL:?\s?|DOI\s?[:=]?\s?|PubMed Central\s|link:\s?|at:?\s|from:?\s|[<(]))$/i

function merged(cuts: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const cut of cuts) {
    const last = result[result.length - 1]
    if (last && cut.start < last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, cut.end) }
    else result.push(cut)
  }
  return result
}

/** One of these is in every remark; most references have none, and looking for each kind of remark takes time. */
const remarkable =
  /acces|acess|cited|retriev|visit|viewed|zugegriff|abgeruf|consult|geraadpl|online|publish|posted|ahead|press|forthcoming|preprint|version|report|rxiv|thes|dissert|diss\.|thèse|tesis|tesi\s|tese\s|arbeit|\d\s?(?:pp?|S|с|Seiten|pages|págs)\b\.?\s?$|\[/i

interface Remark {
  readonly pattern: RegExp
  readonly hint?: Hint
  /** What stays in its place: the year of "Published online April 28, 2016". */
  readonly keepsYear?: boolean
  readonly isAccess?: boolean
  /** What all that the pattern matches holds, where looking for it is cheaper. */
  readonly sign?: RegExp
}

const date =
  String.raw`(?:${datePattern}|${yearPattern}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}/\d{1,2}/\d{2,4})`.replace(
    /\?<year\d>/g,
    '?:',
  )

/** What a thesis calls itself, in several languages. */
const thesis = String.raw`(?:(?:Ph\.?\s?D\.?|D\.?\s?Phil\.?|M\.?\s?D\.?|M\.?\s?Sc\.?|M\.?\s?Phil\.?|doctoral|doctorate|master['’]?s?|bachelor['’]?s?|diploma)\s(?:thesis|dissertation|diss(?=\.))|thesis|dissertation|diss(?=\.)|inaugural-?dissertation|(?:doktor|master|diplom|bachelor)arbeit|thèse(?:\sde\sdoctorat)?|tesis(?:\sdoctoral|\sde\s\p{L}{5,12})?|tesi\s(?:di\sdottorato|di\slaurea)|proefschrift|(?:tese|dissertação)(?:\sde\s\p{L}{5,12}|\s\(\p{L}{5,12}\))?)`

/** "3 de mayo de 2021", "3 maggio 2021": in a remark of access any word may be the month. */
const wordyDate = String.raw`\d{1,2}\.?(?:º|°)?\s(?:de\s)?\p{L}{3,12}\.?\s(?:de\s)?\d{4}`

const remarks: readonly Remark[] = [
  // What Chinese and Russian references call the type of a work: "[J]", "[M/OL]".
  { pattern: /\s?\[(?:[JMCDRNPSZGA]|EB|DB|CP)(?:\/(?:OL|CD|MT|DK))?\](?=[.\s:/]|$)/g },
  { pattern: /(?<=[.,;(]”?\s?)version\s(?:v\.?)?\d[\d.]{0,10}\w{0,6}(?=[.,;)]|$)[.,]?/gi },

  {
    pattern:
      /(?:,\s|\s|\()Report\s\d{4}\.\d{4,5}(?:v\d{1,2})?\)?\.?|(?<=rxiv)[\s,]{1,3}\(?\d{4}\.\d{4,5}(?:v\d{1,2})?(?:;\s[Vv]ersion\s\S{1,6})?\)?/giu,
    hint: 'preprint',
  },
  {
    pattern:
      /\s?\[(?:internet|online|electronic(?: resource)?|web ?page|website|data ?set|computer software|software|blog|video|pdf)\]/gi,
    hint: 'online',
  },
  {
    pattern: new RegExp(
      String.raw`[,;.]?\s?[([]?\b(?:(?:date )?(?:last )?(?:access(?:ed)?|cited|retrieved|visited|viewed|zugegriffen|abgerufen|consult[ée]|consultado|geraadpleegd|consultato|acceso|acess[oa](?:do)?)(?:\s(?:on|at|am|le|el|il|em|op|in|date))?):?,?\s(?:${date}|${wordyDate})(?:,?\s(?:from|at)\b:?)?[)\]]?\.?`,
      'giu',
    ),
    isAccess: true,
    sign: /acces|acess|cited|retriev|visit|viewed|zugegriff|abgeruf|consult|geraadpl/i,
  },
  { pattern: new RegExp(String.raw`\[\s?(?:updated|modified)\s[^\]]{1,40}\]`, 'giu') },
  {
    pattern: new RegExp(
      String.raw`(?:published|e-?pub(?:lished)?|preprint posted|posted|first published|advance access published|prepublished)(?:\s(?:online|on|ahead of print))*:?,?\s(?=${date})`,
      'giu',
    ),
    keepsYear: true,
    sign: /publish|e-?pub|posted/i,
  },
  { pattern: /[,.;]?\s?[([]?(?:e-?pub )?ahead of print[)\]]?/gi },
  { pattern: /(?<=[.,;(]\s?)(?:in press|forthcoming|online first|early access)\b\.?/gi },
  {
    pattern: /[([]?\bpreprint(?: at| posted(?: at| on)?| available at)?[)\]]?[.,]?(?=\s|$)/gi,
    hint: 'preprint',
  },
  { pattern: /\s?\[(?:preprint|Database|Thesis)\]/gi, hint: 'online' },
  // How long a book is.
  { pattern: /(?<=[.,;]\s)\d{1,4}\s?(?:pp?|S|с|Seiten|pages|págs)\b\.?\s?$/gu, sign: /\d\s?(?:p|S|с)/ },
  {
    pattern: new RegExp(
      String.raw`(?:\s?[[(]|(?<=[.,;?!”"»])\s)(?:unpublished\s|unveröffentlichte\s)?${thesis}(?:\.(?=\s?[,\])])|(?=[.,;:\])]|\s[–—]|\s?$))(?:(?<=[[(][^[\]()]{1,80}),\s(?<school>[^[\]()]{3,80}))?[\])]?`,
      'giu',
    ),
    hint: 'thesis',
    sign: /thes|dissert|diss\.|thèse|tesis|tesi\s|tese\s|arbeit/i,
  },
]

/** "Name of a Site [Internet]. 2016. Title of the page." */
const titleFollows = new RegExp(
  String.raw`^\.\s${yearPattern}[^.[\]]{0,20}(?:\[[^\]]{1,40}\])?\.\s+(?!Available|Report|In\b)\p{Lu}`,
  'u',
)

/** "Kemp ML, Martelli P, eds." behind the title: sentences of nothing but names that end so. */
function editorsIn(text: string): Span[] {
  const cuts: Span[] = []
  for (const match of text.matchAll(/,\s\(?[Ee]d(?:itor)?s?\b\.?\)?[.,]?(?:\s|$)/g)) {
    const before = text.slice(Math.max(0, match.index - 300), match.index)
    const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('? '), before.lastIndexOf('! '))
    const names = before.slice(stop + 2).split(/,\s|\s(?:and|&)\s/)
    if (stop < 0 || !names.every((name) => /^[\p{L}'’ -]{2,60}\s\p{Lu}{1,4}$/u.test(name))) continue
    cuts.push({ start: match.index - before.length + stop + 2, end: match.index + match[0].length })
  }
  return cuts
}

function takeRemarks(reading: Reading): {
  rest: Reading
  accessed?: string
  school?: string
  hints: Set<Hint>
} {
  const hints = new Set<Hint>()
  let rest = without(reading, editorsIn(reading.text))
  let accessed: string | undefined
  let school: string | undefined
  if (!remarkable.test(rest.text)) return { rest, hints }
  for (const { pattern, hint, isAccess, sign } of remarks) {
    if (sign && !sign.test(rest.text)) continue
    const cuts: Span[] = []
    for (const match of rest.text.matchAll(pattern)) {
      if (match.index === 0) continue
      if (
        hint === 'online' &&
        titleFollows.test(rest.text.slice(match.index + match[0].length, match.index + 150))
      )
        hints.add('site')
      cuts.push({ start: match.index, end: match.index + match[0].length })
      if (hint) hints.add(hint)
      if (isAccess) accessed ??= isoDate(match[0])
      school ??= match.groups?.school
    }
    rest = without(rest, cuts)
  }
  return { rest, hints, ...(accessed && { accessed }), ...(school && { school }) }
}
