import { alternatives, anyOf, patternDetector } from './reason.js'

/** "higher than", "as effective as", "superior to", "the most potent": two things were measured against each other. */
export const comparison = patternDetector(
  'comparison',
  pattern(),
  (before, match) => /^(?:more|less|rather|other) than$/i.test(match) && /\b(?:no|nothing) $/i.test(before),
)

function pattern(): RegExp {
  const comparative = anyOf(`
    more less fewer greater higher lower larger smaller better worse faster slower stronger weaker
    longer shorter older younger earlier later bigger deeper heavier lighter thicker thinner safer
    cheaper richer milder
  `)
  const judged = anyOf(`
    effective potent efficient effectively efficiently common frequent frequently likely abundant
    important powerful prevalent severe sensitive toxic safe good strong much many high low responsive
    vulnerable susceptible
  `)
  return alternatives(
    [
      `${comparative}(?: [\\w-]{1,20}){0,6} than\\b`,
      `(?:higher|lower|greater|more [a-z]{4,16}|larger|smaller|reduced|elevated|increased|decreased) (?:in|among|at) (?!all\\b)(?:the )?[a-z]{3,20}`,
      '(?:is|are|was|were|be|become|becomes|less|more) (?:[a-z]{2,14}ly )?(?:more|less) (?:effective|efficient|potent|likely|vulnerable|susceptible|sensitive|resistant|common|frequent|severe|prone|prevalent|abundant|capable|responsive|toxic)\\b',
      `as ${judged} as\\b`,
      '(?:superior|inferior|comparable|equivalent|preferable) to\\b',
      '(?:compared|in comparison|when compared) (?:with|to)\\b',
      'relative to\\b',
      '(?:versus|vs\\.)',
      `(?:most|least|particularly|especially|exceptionally|more|less) (?:effective|potent|efficient|powerful|abundant|sensitive|active|toxic|well-documented)\\b`,
      '(?:outperform(?:s|ed)?|exceed(?:s|ed)?|surpass(?:es|ed)?)\\b',
      '(?:differ(?:s|ed)?|differences?|different) (?:significantly |markedly )?(?:between|from|among)\\b',
    ],
    'gi',
  )
}
