import { isCapital } from './tokens.js'

/**
 * Word parts that British and American English spell differently, as [British, American]. "^" stands for the beginning of a
 * word, "$" for its end. A part that makes no word of some other word costs nothing: no text has "coell".
 */
const pairs: readonly (readonly [string, string])[] = [
  ['^oestr', '^estr'],
  ['tumour', 'tumor'],
  ['^haem', '^hem'],
  ['^anaem', '^anem'],
  ['^ischaem', '^ischem'],
  ['glycaem', 'glycem'],
  ['leukaem', 'leukem'],
  ['lipidaem', 'lipidem'],
  ['insulinaem', 'insulinem'],
  ['oedema', 'edema'],
  ['^oesoph', '^esoph'],
  ['^foetal', '^fetal'],
  ['^foetus', '^fetus'],
  ['^paediatr', '^pediatr'],
  ['^orthopaed', '^orthoped'],
  ['^gynaec', '^gynec'],
  ['^anaesth', '^anesth'],
  ['^coeliac', '^celiac'],
  ['^leuco', '^leuko'],
  ['rrhoea', 'rrhea'],
  ['pnoea', 'pnea'],
  ['signalling', 'signaling'],
  ['labelling', 'labeling'],
  ['labelled', 'labeled'],
  ['^ageing', '^aging'],
  ['behaviour', 'behavior'],
  ['colour', 'color'],
  ['fibre', 'fiber'],
  ['^centre', '^center'],
  ['analogue', 'analog$'],
  ['sulph', 'sulf'],
  ['isation', 'ization'],
  ['ised$', 'ized$'],
]

const toAmerican = respeller(pairs)
const toBritish = respeller(pairs.map(([british, american]) => [american, british]))

/** A name in American spelling; what has none stays as it is. */
export function american(text: string): string {
  return toAmerican(text)
}

/** Whether a name holds a part that British and American English may spell differently. */
export function isRespelled(text: string): boolean {
  return anySpelling.test(text)
}

/** A name in British spelling; what has none stays as it is. */
export function british(text: string): string {
  return toBritish(text)
}

const anySpelling = new RegExp(pairs.flat().map(bare).join('|'), 'i')

function respeller(parts: readonly (readonly [string, string])[]): (text: string) => string {
  const replacements = new Map(parts.map(([from, to]) => [bare(from), bare(to)]))
  const anyPart = new RegExp(parts.map(([from, to]) => pattern(from, to)).join('|'), 'gi')
  return (text) =>
    text.replace(anyPart, (written) => {
      const other = replacements.get(written.toLowerCase()) ?? written
      return isCapital(written.charCodeAt(0)) ? other.charAt(0).toUpperCase() + other.slice(1) : other
    })
}

/** The part at its place, where it is not a part of the other spelling already: the "edema" of "oedema". */
function pattern(from: string, to: string): string {
  const [part, other] = [bare(from), bare(to)]
  const start = from.startsWith('^') ? '(?<![a-z])' : ''
  const end = from.endsWith('$') ? '(?![a-z])' : ''
  const unlessBefore = other.endsWith(part) && other !== part ? `(?<!${other.slice(0, -part.length)})` : ''
  return start + unlessBefore + part + end
}

function bare(part: string): string {
  return part.replace('^', '').replace('$', '')
}
