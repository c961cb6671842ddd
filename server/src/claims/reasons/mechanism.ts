import { alternatives, anyOf, patternDetector } from './reason.js'

/** "binds its receptor", "is mediated by", "crosses the blood-brain barrier": how something is said to work. */
export const mechanism = patternDetector('mechanism', pattern(), (before) => /\bwe $/i.test(before))

function pattern(): RegExp {
  const acting = anyOf(`
    binds? activates? activated phosphorylat(?:es?|ed) mediat(?:es?|ed) cataly[sz](?:es?|ed)
    encod(?:es?|ed) secret(?:es?|ed) synthesi[sz](?:es?|ed) metaboli[sz](?:es?|ed) hydroly[sz](?:es?|ed)
    degrad(?:es?|ed) cleav(?:es?|ed) dimeri[sz](?:es?|ed) translocat(?:es?|ed) recruits? recruited
    transcribes? releases? methylat(?:es?|ed) acetylat(?:es?|ed) inactivat(?:es?|ed) antagoni[sz]es?
    transports? initiates? desensiti[sz](?:es?|ed) expresses converts? oxidi[sz](?:es?|ed)
    innervat(?:es?|ed) produces? clears? signals?
  `)
  return alternatives(
    [
      `(?<!\\b(?:an?|the|its|of|these|those|right|both|biological|for) )${acting}(?= (?:to|the|by|its|their|an?|in|from|with|through|on|at|via|into|[a-z-]{2,20}(?:s|ed|ly|al|ic|ate|in|one)\\b|[A-Z][\\w-]{1,20}))`,
      '(?:via|by way of)\\b(?! email)',
      '(?:act|acts|acting|acted|function|functions|functioning|work|works|working|signal|signals|signaling) (?:synergistically |directly |primarily |mainly )?(?:as|on|upon|through|via|by|with)\\b',
      'through (?:the |its |their |a |an )?(?:[\\w-]{2,20} ){0,2}(?:actions?|activation|inhibition|regulation|pathways?|receptors?|signal?ling|mechanisms?|binding|release|production|expression|modulation|induction|stimulation|suppression)\\b',
      'cross(?:es|ing|ed)? the (?:blood[-‐‑–]brain barrier|placenta|cell membrane|plasma membrane)\\b',
      'by (?:[a-z]{2,14}ly )?(?:activating|inhibiting|binding|blocking|stimulating|promoting|increasing|reducing|decreasing|suppressing|strengthening|restoring|modulating|regulating|inducing|preventing|mimicking|releasing|stabili[sz]ing|enhancing)\\b',
      '(?:signal?ling|intracellular|enzyme|transduction|inflammatory|kinase) (?:pathways?|cascades?)\\b',
      '(?:cascades?) of\\b',
      '(?:receptor )?(?:agonist|antagonist|ligand|substrate|cofactor|precursor|secretagogue|analogue|analog) (?:of|for|at|that)\\b',
      'binding (?:to|of|site|sites)\\b',
      '(?:transcription factor|response elements?|negative feedback|positive feedback|growth factor that|signal?ling molecules?|neurotransmitter)\\b',
      'receptors? (?:located|expressed|found|are|is|in)\\b',
    ],
    'g',
  )
}
