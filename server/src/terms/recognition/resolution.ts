import type { Name } from '../../text/name.js'
import type { Lexicon } from '../lexicon.js'
import { hitAt, hitsIn, type Hit } from '../matcher.js'
import { ranked } from '../ranking.js'
import type { RecognisedKind } from './kinds.js'
import { hitsOfKind, type LongForms } from './knowledge.js'

/** What a stretch of text names: concepts, the likeliest first, and whether the text is a name of theirs as it stands. */
export interface Naming {
  readonly concepts: readonly Name[]
  readonly isListed: boolean
}

/**
 * The concepts of one kind that a stretch of text may name. If no vocabulary lists it as it is written, it is tried
 * without what a writer may have put to a name (a species, "phospho-", "gene"), with the Greek letters that plain text has
 * lost ("11b-HSD1"), as what the document says it is short for, and last by a listed name inside it, at its end rather
 * than elsewhere.
 */
export function naming(text: string, lexicon: Lexicon, kind: RecognisedKind, longForms: LongForms): Naming {
  const whole = conceptsAt(text, lexicon, kind)
  const shouted = kind === 'gene' && isCapitalised(text) ? conceptsAt(text.toUpperCase(), lexicon, kind) : []
  if (whole.length > 0) return { concepts: [...new Set([...whole, ...shouted])], isListed: true }
  if (shouted.length > 0) return { concepts: shouted, isListed: false }
  for (const other of rewritings(text, kind)) {
    const concepts = conceptsAt(other, lexicon, kind)
    if (concepts.length > 0) return { concepts, isListed: false }
  }
  const long = longForms.get(text) ?? longForms.get(text.replace(/s$/, ''))
  if (long !== undefined) {
    const spelledOut = [long, ...rewritings(long, kind)].map((form) => conceptsAt(form, lexicon, kind))
    const concepts = spelledOut.find((found) => found.length > 0) ?? inside(long, lexicon, kind)
    if (concepts.length > 0) return { concepts, isListed: false }
  }
  return { concepts: inside(text, lexicon, kind), isListed: false }
}

/** "Akt", "Bax": the symbol of a gene as people write the protein, or the gene of another species. */
function isCapitalised(text: string): boolean {
  return /^\p{Lu}?[\p{Ll}\p{N}]{1,6}$/u.test(text)
}

function conceptsAt(text: string, lexicon: Lexicon, kind: RecognisedKind): readonly Name[] {
  const hit = hitAt(text, lexicon.table, { start: 0, end: text.length })
  return hit ? conceptsOf([hit], lexicon, kind) : []
}

function conceptsOf(hits: readonly Hit[], lexicon: Lexicon, kind: RecognisedKind): readonly Name[] {
  const [hit] = hitsOfKind(hits, lexicon, kind)
  return hit ? ranked(hit, lexicon) : []
}

/** Less than this of a gene's name says nothing: the "II" of "carbonic anhydrase II". */
const leastShare = 0.5

/** The listed name that ends where the text does, else the longest in it; of genes, the longest. */
function inside(text: string, lexicon: Lexicon, kind: RecognisedKind): readonly Name[] {
  const hits = hitsOfKind(hitsIn(text, lexicon.table), lexicon, kind)
  const last = hits.at(-1)
  const longest = [...hits].sort((a, b) => b.end - b.start - (a.end - a.start))[0]
  const best = kind !== 'gene' && last?.end === text.length ? last : longest
  if (!best) return []
  const isTelling = kind !== 'gene' || best.end - best.start >= text.length * leastShare
  return isTelling ? ranked(best, lexicon) : []
}

const lostGreek: Readonly<Record<string, string>> = {
  a: 'alpha',
  b: 'beta',
  g: 'gamma',
  d: 'delta',
  e: 'epsilon',
  k: 'kappa',
  z: 'zeta',
}

function rewritings(text: string, kind: RecognisedKind): readonly string[] {
  const forms = [text]
  const add = (form: string): void => {
    if (form !== '' && !forms.includes(form)) forms.push(form)
  }
  if (kind === 'gene') {
    add(
      text.replace(/^(?:human|mouse|murine|rat|bovine|porcine|chicken|recombinant|endogenous|total)\s+/i, ''),
    )
    for (const form of [...forms]) {
      add(form.replace(/^(?:phospho-?|p-|c-|v-|pro-?|anti-)(?=[A-Za-z])/, ''))
      add(form.replace(/^(?:hum|rh|h|m|r|z|x|d|b|p)(?=[A-Z])/, ''))
      add(form.replace(/[\s-](?:genes?|proteins?|mRNA|family|isoforms?|subunits?|receptors?|complex)$/i, ''))
    }
    for (const form of [...forms]) {
      add(form.replace(/[vV]\d{1,2}$/, ''))
      add(form.replace(/(?<=\p{Lu}\w{0,10}\d)[A-Za-ep]$/u, ''))
      add(form.replace(/^(?:ht|s|DN|Delta|deltaN?)(?=[A-Za-z])/, ''))
      add(form.replace(/\s+antigens?$/i, ''))
      add(form.replace(/\s*\([^()]{1,20}\)/, ''))
      add(form.replace(/(?<![A-Za-z])k(?=Bp?\b)/, 'kappa '))
      add(form.replace(/(?<![A-Za-z])[abgdekz](?![A-Za-z])/g, (letter) => lostGreek[letter]!))
      add(form.replace(/(?<=[A-Z0-9]-?)[abgdekz]$/, (letter) => ` ${lostGreek[letter]!}`))
    }
  }
  if (kind === 'disease') {
    add(
      text.replace(
        /^(?:familial|hereditary|inherited|sporadic|acute|chronic|severe|human|early[- ]onset|late[- ]onset)\s+/i,
        '',
      ),
    )
    for (const form of [...forms]) {
      add(form.replace(/tumours?\b/gi, 'neoplasm'))
      add(form.replace(/\bcancers?$/i, 'carcinoma'))
      add(form.replace(/\bdisease$/i, 'disorder'))
    }
  }
  if (kind === 'chemical') {
    add(text.replace(/\((\d+)\)/g, '$1'))
    for (const form of [...forms]) {
      add(
        form.replace(
          /\s+(?:hydrochloride|hcl|sulfate|sulphate|sodium|acetate|phosphate|maleate|tartrate|citrate|bromide|chloride)$/i,
          '',
        ),
      )
      add(form.replace(/(?<=[a-z]{3})ate$/, 'ic acid'))
      add(form.replace(/^(?:d|l|dl|\(\+\)|\(-\)|\(\+\/-\)|r|s)-/i, ''))
    }
  }
  return forms.slice(1, 40)
}
