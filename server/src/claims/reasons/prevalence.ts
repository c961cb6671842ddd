import { alternatives, anyOf, patternDetector } from './reason.js'

/** "most adults", "frequently linked", "the leading cause": how often something is so. */
export const prevalence = patternDetector('prevalence', pattern())

function pattern(): RegExp {
  const people = anyOf(`
    people patients adults women men individuals cases children persons species tissues cells neurons
    subjects athletes populations? countries humans mammals plants cancers tumou?rs strains studies
    organisms vertebrates
  `)
  return alternatives(
    [
      `(?:most|many|few|some|all|nearly all|almost all|the majority of|a majority of|a minority of|% of)(?: [a-z-]{3,16})? ${people}\\b`,
      '(?:the|a) (?:vast |great |large )?(?:majority|minority|proportion) of\\b',
      '(?:common|frequent|prevalent|widespread|ubiquitous|rare|abundant|endemic)(?= (?:in|among|across|throughout|cause|type|form|symptom|side|disease|disorder|cancer|and)\\b)',
      '(?:is|are|was|were|become|remains?) (?:[a-z]{2,14} )?(?:common|frequent|prevalent|widespread|ubiquitous|rare|uncommon|abundant|endemic)\\b',
      '(?:commonly|frequently|often|widely|rarely|ubiquitously|abundantly|predominantly|extensively|typically|generally|naturally) (?:used|found|linked|associated|distributed|expressed|observed|reported|occurs?|seen|present|prescribed|consumed|cultivated|grown|located|combined|affected|diagnosed|declines?|caused|accompanied|considered|known|involved|affects?)\\b',
      '(?:most|more) (?:common|frequent|prevalent|widespread|commonly|frequently|widely|abundant)\\b',
      '(?:prevalence|incidence|mortality|morbidity|lifetime risk|leading cause|risk factors?)\\b',
      'worldwide\\b',
      'throughout the (?:body|brain|world|nervous system|central nervous system)\\b',
    ],
    'gi',
  )
}
