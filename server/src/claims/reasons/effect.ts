import { alternatives, anyOf, patternDetector } from './reason.js'

/** "raises", "protects neurons from", "is essential for": one thing is said to act upon another. */
export const effect = patternDetector('effect', pattern(), isNoEffect)

function pattern(): RegExp {
  const stems = anyOf(`
    increas decreas reduc promot stimulat up-?regulat down-?regulat enhanc improv induc elevat rais caus
    influenc modulat regulat accelerat attenuat alleviat ameliorat mitigat diminish facilitat compromis
    aggravat exacerbat potentiat ablat abolish amplif(?:y|i) augment boost impair inhibit suppress
    prevent protect lower strengthen weaken damag disrupt restor revers trigger delay slow affect alter
    block sustain preserv worsen foster shorten prolong stabili[sz] orchestrat govern counteract deplet
    evok elicit optimi[sz] normali[sz] mimic consolidat reinstat
  `)
  const nouns = anyOf(`role effects? impact influence action benefits? control implications`)
  return alternatives(
    [
      `${stems}(?:es|s|e|ed|d|)\\b`,
      `(?:by|thereby|thus|while|and|or|for) (?:[a-z]{2,14}ly )?${stems}ing\\b`,
      '(?:leads?|led|leading|contributes?|contributed|contributing|gives? rise) to\\b',
      'result(?:s|ed|ing)? in\\b',
      `(?:has|have|had|having|exerts?|exerted|plays?|played|with) (?:an? |the |its |no |direct |many )?(?:[a-z-]{3,18} ){0,3}${nouns}(?= (?:on|in|for|over|of|upon|to)\\b)`,
      '(?:is|are|was|were|be) (?:[a-z-]{2,18} )?(?:essential|required|necessary|crucial|critical|vital|important|indispensable|responsible|sufficient|foundational|beneficial|detrimental) (?:for|to|in)\\b',
      '(?:potent|powerful|key|major|primary|principal|critical|important|strong|central|negative|positive|known) (?:[a-z-]{3,16} )?(?:suppressor|stimulator|stimulus|inducer|driver|regulator|modulator|activator|inhibitor|mediator|antioxidants?|anti-inflammator(?:y|ies)|neuroprotectant|determinant|promoter|agent)\\b',
      '(?:helps?|helped|serves?|served|works?|functions?) to [a-z]{3,16}\\b',
      '(?:is|are|was|were) (?:[a-z]{2,14}ly )?(?:associated|correlated|linked|tied|related|dependent) (?:with|to|on)\\b',
      'correlat(?:es?|ed|ion) (?:with|between)\\b',
      '(?:neuroprotective|antidepressant|anxiolytic|anti-inflammatory|antioxidant|cytotoxic|carcinogenic|analgesic) (?:effects?|propert(?:y|ies)|agents?|role|activity)\\b',
    ],
    'gi',
  )
}

/**
 * "an increase in", "reduced blood flow", "designed to restore": nouns, adjectives and purposes, which look like the verb of an effect
 * and assert none. Which it is can be told from the words around it.
 */
function isNoEffect(before: string, match: string, after: string): boolean {
  if (!/^[a-z-]+$/i.test(match) || /ing$/i.test(match)) return /\bwe (?:[a-z]+ly )?$/i.test(before)
  if (/\b(?:we|i) (?:[a-z]+ly )?$/i.test(before)) return true
  if (/ed$|led$/i.test(match)) return !(verbBefore.test(before) || objectAfter.test(after))
  if (/[^s]s$/i.test(match)) {
    return (
      nounBefore.test(before) ||
      (/^(?:increase|decrease|cause|effect|influence|delay|benefit|slow|damage|trigger|block)s$/i.test(
        match,
      ) &&
        /^ (?:in|of|for|to|and)\b/.test(after))
    )
  }
  return !verbStemBefore.test(before)
}

const verbBefore = /\b(?:is|are|was|were|be|been|has|have|had|[a-z]{2,14}ly|also) $/i
const objectAfter = /^ (?:the|an?|its|their|both|all|by|[A-Z][A-Za-z0-9-]{1,14})\b/
const nounBefore =
  /\b(?:an?|the|no|any|its?|their|each|per|of|these|those|such|many|some|with|by|sustained|adverse|common|main) $/i
/** What stands before a verb without an ending: an auxiliary, a plural subject, "and", or "to" after a word of ability or finding. */
const verbStemBefore =
  /(?:\b(?:can|could|may|might|will|would|must|does|do|did|not|also|and|or|either|which|that|they|both|helps?|directly|[a-z]{3,14}(?:ly|[^su\W\d]s)|[A-Z]{2,8}s)|\b(?:shown|known|found|able|abilit(?:y|ies)|capacity|helps?|thought|believed|appears?|seems?|demonstrated|reported|used|tends?|likely|said|proven|suggested|power) (?:[a-z]+ly )?to(?: [a-z]+ly)?|\b(?:to [a-z]+ and)) $/i
