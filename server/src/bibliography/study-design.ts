import type { Entry } from './entry.js'

/** What kind of evidence a work says that it is, and where it says so. */
export interface StudyDesign {
  readonly name: string
  readonly by: 'title' | 'abstract'
}

/**
 * The design that a work's title names, else its abstract; undefined where neither says. Words decide, the most telling
 * first: a meta-analysis of cohorts is a meta-analysis. Whether it is a good one, nobody can tell from here.
 */
export function studyDesignOf({ title = '', abstract = '', container = '' }: Entry): StudyDesign | undefined {
  const inTitle = designs.find(({ title: words }) => words.test(title))
  if (inTitle) return { name: inTitle.name, by: 'title' }
  if (/\bcochrane database\b/i.test(container)) return { name: 'Systematic review', by: 'title' }
  const beginning = abstract.slice(0, 3000)
  const inAbstract = designs.find((design) => design.abstract?.test(beginning))
  return inAbstract && { name: inAbstract.name, by: 'abstract' }
}

interface Design {
  readonly name: string
  readonly title: RegExp
  /** An abstract speaks of other studies as well, so that only words about the work itself count. */
  readonly abstract?: RegExp
}

const designs: readonly Design[] = [
  {
    name: 'Editorial, letter or comment',
    title:
      /^(?:editorial|letter|comment(?:ary)?|reply|response|author'?s reply)\b[:.]?(?= to\b| on\b|:|\.|$)/i,
  },
  { name: 'Correction', title: /^(?:erratum|corrigendum|correction)\b/i },
  { name: 'Study protocol', title: /\b(?:study|trial|review) protocol\b|\bprotocol (?:for|of) an?\b/i },
  {
    name: 'Meta-analysis',
    title: /\bmeta-?\s?analy(?:sis|ses|tic)\b/i,
    abstract: /\b(?:we (?:did|conducted|performed)|this) (?:an? )?(?:[\w-]+ ){0,4}meta-?analysis\b/i,
  },
  {
    name: 'Systematic review',
    title: /\b(?:systematic|scoping|umbrella)(?: literature)? (?:re|over)view\b/i,
    abstract:
      /\b(?:this|we (?:did|conducted|performed) an?) (?:systematic|scoping|umbrella)(?: literature)? review\b/i,
  },
  {
    name: 'Guideline',
    title: /\bguidelines?\b|\b(?:consensus|position|scientific) statement\b|\bclinical recommendations?\b/i,
  },
  { name: 'Mendelian randomisation study', title: /\bmendelian randomi[sz]ation\b/i },
  {
    name: 'Randomised trial',
    title: /\brandomi[sz]ed\b(?! (?:response|algorithm))|\bdouble-blind\b|\bplacebo-controlled\b/i,
    abstract:
      /\bwere (?:randomly (?:assigned|allocated)|randomi[sz]ed)\b|\bwe randomly (?:assigned|allocated)\b|\bin this randomi[sz]ed\b/i,
  },
  {
    name: 'Clinical trial',
    title:
      /\b(?:clinical|pilot|open-label|crossover|cross-over|phase (?:[1-4]|I{1,3}|IV)[ab]?)(?: clinical)? (?:trial|study)\b/i,
  },
  { name: 'Case report', title: /\bcase (?:report|series)\b|\ba report of (?:\w+ )?cases?\b/i },
  { name: 'Case–control study', title: /\bcase[-– ]control\b/i },
  {
    name: 'Cohort study',
    title: /\bcohort\b|\b(?:prospective|longitudinal|follow-up|retrospective) (?:\w+ ){0,2}study\b/i,
    abstract: /\bin this (?:prospective|retrospective|longitudinal) (?:\w+ ){0,2}(?:cohort|study)\b/i,
  },
  {
    name: 'Cross-sectional study',
    title: /\bcross-sectional\b|\b(?:national|population-based) survey\b/i,
    abstract: /\b(?:in )?this cross-sectional\b/i,
  },
  {
    name: 'Study in animals',
    title:
      /\b(?:mice|mouse|murine|rats?|rodents?|zebrafish|drosophila|rabbits?|piglets?|macaques?|dogs?|hamsters?|guinea pigs?)\b/i,
  },
  {
    name: 'Study in cells',
    title:
      /\bin vitro\b|\bcultured? (?:\w+ ){0,2}(?:cells?|neurons?|slices?)\b|\bcell lines?\b|\borganoids?\b/i,
  },
  {
    name: 'Review',
    title:
      /\b(?:narrative |critical |brief |mini-?)?(?<!peer[ -])review(?: of\b|$|[.:,?])|\ban? (?:overview|primer|update)\b|\bstate of the art\b/i,
  },
]
