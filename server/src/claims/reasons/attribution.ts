import { alternatives, adverbs, anyOf, patternDetector } from './reason.js'

/** "Studies show", "has been shown to", "is known to": somebody found it, and the sentence does not say who. */
export const attribution = patternDetector('attribution', pattern(), ownWork)

function pattern(): RegExp {
  const sources = anyOf(`
    
    (?:meta-|re-|bio|in_vitro_|in_vivo_)?(?:studies|analyses|experiments|trials|reviews|reports|surveys|investigations)
    study trial meta-analysis review research evidence literature science scientists researchers
    investigators experts investigation authors data findings observations work results
  `)
  const scope = '(?: (?:in|on|of|with|from|into|by) (?:[\\w-]{1,20} ){0,5}[\\w-]{1,20})?'
  const say = anyOf(`
    shows? showed shown demonstrate[sd]? suggest(?:s|ed)? indicate[sd]? reveal(?:s|ed)? report(?:s|ed)?
    finds? found confirm(?:s|ed)? link(?:s|ed) proves? proved proven established? observed?
    identif(?:y|ies|ied) implicate[sd]? point(?:s|ed)?_to support(?:s|ed)? conclude[sd]? describe[sd]?
    documented highlight(?:s|ed)? associate[sd]?
  `)
  const found = anyOf(`
    shown demonstrated reported found observed suggested proposed linked associated implicated
    documented described established recogni[sz]ed identified proven proved hypothesi[sz]ed postulated
    correlated noted attributed studied investigated recommended estimated detected characteri[sz]ed
  `)
  const held = anyOf(`
    known thought believed reported recogni[sz]ed understood acknowledged accepted said estimated
    documented assumed
  `)
  return alternatives(
    [
      `${sources}${scope} ${anyOf(`have has had also now`)}? ?${adverbs}${say}\\b`,
      `${anyOf(`has have having`)} ${adverbs}been ${adverbs}${found}\\b`,
      `${anyOf(`is are was were being`)} ${adverbs}${held}(?= (?:to|that|as|for|by|in)\\b)`,
      `${anyOf(`is are`)} (?:a |an |the )?(?:well|widely|best|generally|long)[- ](?:known|established|documented|recogni[sz]ed|accepted|studied|described|characteri[sz]ed)\\b`,
      `${anyOf(`was were`)} ${adverbs}(?:previously|recently|first|originally|initially) (?:shown|demonstrated|reported|described|identified|proposed|observed|found|discovered)\\b`,
      'previous(?:ly)? (?:shown|demonstrated|reported|described|observed|studies|work|reports|research)\\b',
      '(?:a known|a well-known|well-documented|well-established|evidence-based)\\b',
      'according to (?:[a-z]+ ){0,3}(?:studies|research|evidence|literature|experts|reports|data|estimates|reviews?)\\b',
      '(?:evidence|consensus) (?:that|for|of)\\b',
    ],
    'gi',
  )
}

/** The author's own findings need no source: "our data show", "the results of this study". */
function ownWork(before: string, match: string): boolean {
  if (
    /^(?:results|findings|data|observations|study|experiments|analyses|analysis|work|investigation)\b/i.test(
      match,
    )
  ) {
    if (/\b(?:our|present|current|this|these|my|the|those) $/i.test(before)) return true
  }
  return (
    /\b(?:our|the present|the current) (?:[a-z]+ )?$/i.test(before) ||
    /\b(?:this|the present|our) study\b/i.test(match)
  )
}
