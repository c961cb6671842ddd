import { anyOf, patternDetector } from './reason.js'

/** "raises", "protects neurons from", "is essential for": one thing is said to act upon another. */
export const effect = patternDetector('effect', pattern(), isNoun)

function pattern(): RegExp {
  const stems = anyOf(
    'increas',
    'decreas',
    'reduc',
    'promot',
    'stimulat',
    'up-?regulat',
    'down-?regulat',
    'enhanc',
    'improv',
    'induc',
    'elevat',
    'rais',
    'caus',
    'influenc',
    'modulat',
    'regulat',
    'accelerat',
    'attenuat',
    'alleviat',
    'ameliorat',
    'mitigat',
    'diminish',
    'facilitat',
    'compromis',
    'aggravat',
    'exacerbat',
    'potentiat',
    'ablat',
    'abolish',
    'amplif(?:y|i)',
    'augment',
    'boost',
    'impair',
    'inhibit',
    'suppress',
    'prevent',
    'protect',
    'lower',
    'strengthen',
    'weaken',
    'damag',
    'disrupt',
    'restor',
    'revers',
    'trigger',
    'delay',
    'slow',
    'affect',
    'alter',
    'block',
    'sustain',
    'preserv',
    'worsen',
    'foster',
    'shorten',
    'prolong',
    'stabili[sz]',
    'orchestrat',
    'govern',
    'counteract',
    'deplet',
    'evok',
    'elicit',
    'optimi[sz]',
    'normali[sz]',
    'mimic',
    'consolidat',
    'reinstat',
  )
  const nouns = anyOf(
    'role',
    'effects?',
    'impact',
    'influence',
    'action',
    'benefits?',
    'control',
    'implications',
  )
  return new RegExp(
    [
      `\\b${stems}(?:es|s|e|ed|d|)\\b`,
      `\\b(?:by|thereby|thus|while|and|or|for) (?:[a-z]{2,14}ly )?${stems}ing\\b`,
      '\\b(?:leads?|led|leading|contributes?|contributed|contributing|gives? rise) to\\b',
      '\\bresult(?:s|ed|ing)? in\\b',
      `\\b(?:has|have|had|having|exerts?|exerted|plays?|played|with) (?:an? |the |its |no |direct |many )?(?:[a-z-]{3,18} ){0,3}${nouns}(?= (?:on|in|for|over|of|upon|to)\\b)`,
      '\\b(?:is|are|was|were|be) (?:[a-z-]{2,18} )?(?:essential|required|necessary|crucial|critical|vital|important|indispensable|responsible|sufficient|foundational|beneficial|detrimental) (?:for|to|in)\\b',
      '\\b(?:potent|powerful|key|major|primary|principal|critical|important|strong|central|negative|positive|known) (?:[a-z-]{3,16} )?(?:suppressor|stimulator|stimulus|inducer|driver|regulator|modulator|activator|inhibitor|mediator|antioxidants?|anti-inflammator(?:y|ies)|neuroprotectant|determinant|promoter|agent)\\b',
      '\\b(?:helps?|helped|serves?|served|works?|functions?) to [a-z]{3,16}\\b',
      '\\b(?:is|are|was|were) (?:[a-z]{2,14}ly )?(?:associated|correlated|linked|tied|related|dependent) (?:with|to|on)\\b',
      '\\bcorrelat(?:es?|ed|ion) (?:with|between)\\b',
      '\\b(?:neuroprotective|antidepressant|anxiolytic|anti-inflammatory|antioxidant|cytotoxic|carcinogenic|analgesic) (?:effects?|propert(?:y|ies)|agents?|role|activity)\\b',
    ].join('|'),
    'gi',
  )
}

/** "an increase in", "the effects", "to support": nouns, the author's methods and what a writer tells a reader to do. */
function isNoun(before: string, match: string, after: string): boolean {
  if (
    /\b(?:an?|no|any|its?|their|each|per|of|we|I|were|was) $/i.test(before) &&
    /^[a-z]+(?:e|es|s)?$/i.test(match) &&
    !/ed$/i.test(match)
  )
    return true
  if (/\bwe (?:[a-z]+ly )?$/i.test(before)) return true
  if (
    /^(?:increases?|decreases?)$/i.test(match) &&
    /^ (?:in|of)\b/.test(after) &&
    /\b(?:the|an?|this|to|with|by|these|resulting|sustained|subsequent) $/i.test(before)
  )
    return true
  return (
    /^(?:slow|lower|block|blocked|alter|influence|delay|damage|reverse|protect|benefits?|mimic)$/i.test(
      match,
    ) && /\b(?:the|an?|of|in|this|at|with) $/i.test(before)
  )
}
