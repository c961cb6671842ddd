import { mark } from './word-marks.js'

/** What a sentence does: only an assertion (or a heading-like fragment that asserts) can be a claim. */
export type SentenceForm =
  'assertion' | 'question' | 'instruction' | 'structure' | 'address' | 'rhetoric' | 'fragment'

/** What the words of a sentence may be, as `word-marks.ts` has it. */
export interface SentenceMarks {
  readonly opening: number
  readonly all: number
}

const anyMarks: SentenceMarks = { opening: -1, all: ~mark.auxiliary }

/**
 * What a sentence does, from its wording alone.
 *
 * - `question`: ends with a question mark.
 * - `instruction`: tells the reader to do something ("Consider …", "Talk to your doctor").
 * - `structure`: speaks of the text itself ("The following table lists …").
 * - `address`: speaks to or of the reader ("Your choices are …") rather than of the world.
 * - `rhetoric`: invites, sums up or frames with stock images ("This is where … begins").
 * - `fragment`: has no verb: a label, a caption, a table cell.
 * - `assertion`: everything else.
 *
 * @param sentence prose as written; only its first 2000 code units are looked at
 * @param marks where they are known already, patterns that cannot match are not tried
 */
export function formOf(sentence: string, marks: SentenceMarks = anyMarks): SentenceForm {
  const text = (sentence.length > 2000 ? sentence.slice(0, 2000) : sentence).trim()
  if (isQuestion(text)) return 'question'
  const mayOpen = (marks.opening & mark.opener) !== 0
  if (mayOpen) {
    if (instruction.test(text)) return 'instruction'
    if (structure.test(text)) return 'structure'
    if (caption.test(text)) return 'fragment'
    if (framing.test(text)) return 'rhetoric'
  }
  if ((marks.all & mark.stock) !== 0 && stockImage.test(text)) return 'rhetoric'
  if ((marks.all & (mark.address | mark.ourOwn)) !== 0 && address.test(text)) return 'address'
  return (marks.all & mark.auxiliary) !== 0 || hasVerb(text) ? 'assertion' : 'fragment'
}

function isQuestion(text: string): boolean {
  const end = text.slice(-4)
  return (end.includes('?') || end.includes('？')) && /[?？]["'”’)\]]{0,3}$/.test(end)
}

const instruction =
  /^(?:(?:please|then|so|first|next|finally|always|never|instead|also),? )?(?:(?:consider|imagine|remember|recall|try|avoid|ask|consult|think|aim|ensure|make sure|be sure|keep|take|start|begin|stop|let us|let's|see|choose|speak|talk|click|visit|look|listen|seek|focus|learn|read|check|pay attention|reflect|allow|give|bear in mind|notice|suppose|assume|discover|explore|find out|get|go|eat|drink|sleep|feel free|contact)(?= (?:a|an|the|to|of|with|on|at|in|about|for|how|what|why|whether|that|this|these|your|yourself|our|it|them|each|all|any|always|not|as|whole|more|less|enough|from|below|above|also|is|refer|table|figure|fig\.|if|seeing|us|plenty|well|by|deeply|up|steps?)\b)|see also\b|do not\b|don['’]t\b)/i

const structure = anyStart(
  'the (?:following|next|accompanying|preceding|remaining) (?:tables?|figures?|lists?|sections?|chapters?|paragraphs?|boxe?s?|diagrams?|examples?|outline|overview)',
  '(?:(?:as )?(?:shown|listed|summari[sz]ed|outlined|described|discussed|depicted|illustrated|presented|given|detailed) )?(?:in )?(?:the )?(?:table|figure|section|chapter|box) (?:below|above)',
  '(?:in )?(?:this|the present|the current|our) (?:article|review|paper|chapter|section|essay|post|guide|overview|table|figure|book|manuscript|introduction|tutorial|page|list|summary|thesis)\\b',
  '(?:the )?(?:remainder|rest|aims?|purpose|goal|scope|structure|organi[sz]ation|objectives?) of (?:this|the present|our) (?:article|review|paper|chapter|section|essay|post|guide|book|study|work|manuscript)',
  '(?:below|above|here|in what follows|in the following|next|first),? (?:we|i) (?:will |first |then |briefly |now |also )?(?:describe|discuss|review|summari[sz]e|outline|present|list|explain|introduce|turn|focus|consider|report|provide)',
  '(?:we|i) (?:will |first |then |briefly |now |also |next |here )+(?:describe|discuss|review|summari[sz]e|outline|explain|introduce|turn to|focus)',
  '(?:the )?(?:information|material|content) (?:presented|provided|given|contained) (?:here|in this|above|below)',
)

const caption =
  /^(?:fig(?:ure|\.)?|table|box|scheme|image|photo|source|credit|note|copyright|appendix|supplementary (?:figure|table))\s?[\dIVXA-Z]{0,5}[.:]/i

/** Openings that frame what is said instead of saying it. */
const framing = anyStart(
  '(?:this|that|here|it) is (?:where|why|what makes|how|not (?:just|only|merely|simply) about|about (?:more|[a-z]{4,14}ing)|(?:an? )?(?:invitation|call|reminder|journey|promise))\\b',
  '(?:the|this) (?:true |real |first )?(?:power|beauty|magic|secret|truth|key|art|work|journey|path|story|road|challenge|good news|bad news|answer|lesson|message|reward|promise)(?: (?:forward|ahead|toward|towards|to)(?: [a-z]{2,14}){0,3})? (?:lies|begins|starts|involves|is simple|is clear|is that|rests|awaits|continues|ends)\\b',
  '(?:these|those|they) are not (?:[a-z-]{2,16} ){0,3}[a-z-]{2,16};',
  "(?:understanding|recogni[sz]ing|knowing|harnessing|embracing|mastering|reclaiming) (?:[\\w’'-]{1,20} ){1,10}(?:is|begins|starts|provides|offers|gives|opens|means) (?:the|a|an|with|where|at|not)\\b",
  "(?:in (?:short|essence|the end|sum|conclusion|closing|a nutshell),|ultimately,|after all,) (?:[\\w’'-]{1,20} ){0,4}(?:is|are) (?:about|up to|within|what)\\b",
  'they are (?:waiting|listening|talking|calling|asking)\\b',
)

/** Images that writers reach for where there is nothing to report. */
const stockImage =
  /\b(?:(?:is|are) (?:an? )?(?:invitation|(?:first|next) step|powerful tool|call to action|stepping stone|journey)\b|piece of the puzzle|tip of the iceberg|food for thought|double-edged sword|game[- ]changer|empower|reclaim|peace of mind|best self|inner (?:strength|wisdom|voice)|new chapter)/i

const address = /\b(?:you(?:r|rs|rself|rselves)?|one['’]s own|our own)\b/i

/** A word that can only be, or nearly always is, the verb of a clause. */
const auxiliary =
  /\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|cannot)\b/i

/** Words that look like the verb of a clause: in -s with something behind them, or listed. Plural nouns pass for verbs: a doubt favours the claim. */
const verbal =
  /\b(?:[a-z]{2,20}[a-rt-z]s(?= [\w(])|became|began|came|felt|found|gave|got|grew|held|kept|knew|led|left|lost|made|meant|rose|saw|stood|took|went|wrote|show|lead|remain|include|act|play|become|need|seem|appear|rely|vary|exist|occur|form|contain|require|provide|make|lie|bind|reach|help|tend|differ|express|depend)\b/i
const past = /\b[a-z]{2,20}ed\b/i
const participleFirst = /^[a-z]{2,20}ed\b/i

function hasVerb(text: string): boolean {
  if (auxiliary.test(text) || /^[A-Z][a-z]{2,20}[a-rt-z]s [a-z]/.test(text)) return true
  if (text.split(' ', 4).length < 4 && !/[.!]$/.test(text)) return false
  return verbal.test(text) || (past.test(text) && !participleFirst.test(text))
}

function anyStart(...openings: readonly string[]): RegExp {
  return new RegExp(`^(?:${openings.join('|')})`, 'i')
}
