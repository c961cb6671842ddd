/** What kind of text a section is, as far as its heading tells. */
export const sectionKinds = [
  'other',
  'introduction',
  'methods',
  'results',
  'discussion',
  'results and discussion',
  'conclusion',
  'abstract',
  'end matter',
] as const
export type SectionKind = (typeof sectionKinds)[number]

const patterns: readonly (readonly [SectionKind, RegExp])[] = [
  ['results and discussion', /result.{1,20}discuss|discuss.{1,20}result/],
  ['introduction', /intro|background/],
  ['conclusion', /^(?!.*discuss).*(?:conclu|perspective|outlook)/],
  ['discussion', /discuss/],
  ['results', /result|finding/],
  ['methods', /method|material|procedure|participants|patients|experimental section|protocol|statistical/],
  ['abstract', /abstract|summary/],
  [
    'end matter',
    /acknowledg|contribution|conflict|competing|funding|supplement|availability|ethic|consent|abbreviation|disclosure/,
  ],
]

/** Longer headings say what a text is about rather than what it is. */
const longestHeading = 60

/**
 * The kind of a section under these headings, the outermost first: the first that tells one decides.
 *
 * @param headings without the title of the document
 */
export function kindOfSection(headings: readonly string[]): SectionKind {
  for (const heading of headings) {
    const kind = kindOfHeading(heading)
    if (kind !== 'other') return kind
  }
  return 'other'
}

function kindOfHeading(heading: string): SectionKind {
  if (heading.length > longestHeading) return 'other'
  const title = heading.toLowerCase()
  return patterns.find(([, pattern]) => pattern.test(title))?.[0] ?? 'other'
}
