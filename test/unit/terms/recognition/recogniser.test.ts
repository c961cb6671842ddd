import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { builtInConcepts } from '../../../../server/src/terms/builtin.js'
import type { Concept } from '../../../../server/src/terms/concept.js'
import { conceptFrom } from '../../../../server/src/terms/formats/written-concept.js'
import { compile, type Lexicon } from '../../../../server/src/terms/lexicon.js'
import { mentionsIn, mentionsInText } from '../../../../server/src/terms/mentions.js'
import { loadTermModel } from '../../../../server/src/terms/recognition/model.js'

const model = loadTermModel(readFileSync(new URL('../../../../server/model/terms.bin', import.meta.url)))

/** What an authority might list: genes with the names of English words among a thousand that no text has. */
const genes: readonly Concept[] = [
  gene('HGNC:1033', 'BDNF', 'brain derived neurotrophic factor'),
  gene('HGNC:8032', 'NTRK2', 'TRKB', 'neurotrophic receptor tyrosine kinase 2'),
  gene('HGNC:10760', 'SET', 'SET nuclear proto-oncogene'),
  gene('HGNC:9966', 'REST', 'RE1 silencing transcription factor'),
  gene('HGNC:12731', 'WAS', 'WASP actin nucleation promoting factor'),
  gene('HGNC:391', 'AKT1', 'AKT', 'AKT serine/threonine kinase 1'),
  gene('HGNC:11998', 'TP53', 'p53', 'tumor protein p53'),
  ...Array.from({ length: 1000 }, (_, i) => gene(`HGNC:${900000 + i}`, `ZQX${i}`)),
]

function gene(id: `HGNC:${number}`, symbol: string, ...synonyms: readonly string[]): Concept {
  return conceptFrom({ id, preferredName: symbol, synonyms, kind: 'gene' })
}

function found(text: string, lexicon: Lexicon): readonly string[] {
  return mentionsInText(text, lexicon).map(
    ({ start, end, concept }) => `${text.slice(start, end)} → ${concept}`,
  )
}

describe('the recogniser', () => {
  const lexicon = compile([], [genes], model)

  it('finds genes in what is said of genes', () => {
    const text = 'Expression of the BDNF gene rose in TrkB mutant mice, and p53 protein fell.'
    assert.deepEqual(found(text, lexicon), ['BDNF → HGNC:1033', 'TrkB → HGNC:8032', 'p53 → HGNC:11998'])
  })

  it('takes no English word for a gene', () => {
    const text = 'A set of twelve rats was left to rest. The REST of them WAS fed. We set the lamp at noon.'
    assert.deepEqual(found(text, lexicon), [])
  })

  it('believes authorities everywhere where there is no model', () => {
    assert.deepEqual(found('We met BDNF.', compile([], [genes])), ['BDNF → HGNC:1033'])
  })

  it('weighs no name of a glossary', () => {
    const own = gene('HGNC:10760', 'salt factor')
    const withOwn = compile([[own]], [genes], model)
    assert.deepEqual(found('The salt factor was there.', withOwn), ['salt factor → HGNC:10760'])
  })

  it('changes nothing that the built-in glossary alone finds', () => {
    const text = 'BDNF binds TrkB. Testosterone lowers cortisol at rest, as sleep does, and IGF-1 rises.'
    const alone = compile([builtInConcepts()])
    const beside = compile([builtInConcepts()], [genes], model)
    const before = mentionsInText(text, alone)
    const after = mentionsInText(text, beside)
    for (const mention of before)
      assert.ok(after.some(({ start, end }) => start <= mention.start && end >= mention.end))
    for (const { concept, start } of before)
      assert.equal(after.find((one) => one.start === start)?.concept, concept)
  })

  it('says that a name is in no vocabulary, and gives no concept for it', () => {
    const text =
      'The ABCX7 gene encodes a kinase; mutation of ABCX7 abolished expression of the ABCX7 protein.'
    const mentions = mentionsInText(text, lexicon)
    assert.ok(mentions.length > 0)
    for (const { unlisted, candidates, concept } of mentions) {
      assert.equal(unlisted, 'gene')
      assert.deepEqual(candidates, [])
      assert.equal(concept, 'unlisted:abcx7')
    }
  })

  it('looks at no name that stands in code', () => {
    const text = 'Expression of the BDNF gene rose.'
    const whole = { start: 0, end: text.length, kind: 'code' as const }
    assert.deepEqual(mentionsInTextWith(text, whole), [])
  })

  function mentionsInTextWith(text: string, opaque: { start: number; end: number; kind: 'code' }) {
    return mentionsIn({ text, opaque: [opaque] }, lexicon)
  }
})
