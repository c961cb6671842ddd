import assert from 'node:assert/strict'
import fc from 'fast-check'
import { detectors, reasonKinds, reasonsIn } from '../../../server/src/claims/reasons/index.js'
import type { ReasonKind } from '../../../server/src/claims/reasons/index.js'

/** For each kind, sentences with the words that say it in angle brackets, and sentences that only look like it. */
const examples: Readonly<Record<ReasonKind, { says: readonly string[]; saysNot: readonly string[] }>> = {
  attribution: {
    says: [
      '‹Studies show› that walking after dinner is good for sleep.',
      'Zinc ‹has been shown› to shorten colds.',
      'A ketone diet ‹is known› to calm seizures in mice.',
      '‹Research demonstrates› a link between noise and blood pressure.',
      'The gene ‹was first described› in zebrafish.',
      'Cold showers ‹have recently been linked› to mood.',
      'Glutamine ‹is thought› to feed the gut lining.',
      'Fibre, ‹according to recent studies›, feeds the flora.',
      'The benefit of vaccination ‹is well established›.',
    ],
    saysNot: [
      'Our data show a rise in heart rate.',
      'We studied forty volunteers.',
      'The present study shows no such rise.',
      'The show begins at eight.',
      'The results were stored on disk.',
      'She has been a nurse since spring.',
    ],
  },
  quantity: {
    says: [
      'Ferritin fell by ‹38%› in spring.',
      'The bath is kept at ‹41 °C› for ‹15 minutes›.',
      'The retina holds ‹120 million rods›.',
      'Patients took ‹5 mg› of the drug.',
      'Expression rose ‹threefold›.',
      'Sleep lasted ‹7–8 hours›.',
      '‹One in four› adults sleeps badly.',
      'The trial enrolled ‹412 patients›.',
    ],
    saysNot: [
      'IL-6 and CD4 are markers.',
      'See Figure 3 and Table 2.',
      'It was discovered in 1982.',
      'Type 2 diabetes is a disease.',
      'The second section deals with diet.',
    ],
  },
  effect: {
    says: [
      'Caffeine ‹raises› blood pressure.',
      'Insulin ‹promotes› the uptake of glucose.',
      'Smoking ‹leads to› emphysema.',
      'Iron ‹is essential for› the transport of oxygen.',
      'Ghrelin ‹has a strong influence› on appetite.',
      'Melatonin can ‹delay› puberty.',
      'Cortisol is a ‹potent suppressor› of immunity.',
      'Bones are made dense ‹by stimulating› osteoblasts.',
    ],
    saysNot: [
      'An increase in weight was recorded.',
      'We reduced the volume of the sample.',
      'Improved methods are on their way.',
      'The increases in cost were small.',
      'The ward has a view of the lake.',
    ],
  },
  comparison: {
    says: [
      'Rye keeps one full ‹longer than› wheat.',
      'Ibuprofen is ‹as effective as› aspirin.',
      'Resting heart rate is ‹higher in women›.',
      'Surgery was ‹superior to› watchful waiting.',
      'Sleep improved ‹compared with› placebo.',
      'It is the ‹most potent› of the opioids.',
    ],
    saysNot: [
      'More tea was served.',
      'The high ward lies upstairs.',
      'Rather, it is a matter of taste.',
      'As such, it counts.',
    ],
  },
  prevalence: {
    says: [
      '‹Most adults› sleep too little.',
      'Headache ‹is common› among students.',
      'Fatigue is ‹frequently linked› to low iron.',
      'Stroke is a ‹leading cause› of death.',
      'The receptor is ‹widely expressed› in the gut.',
      '‹The majority of› such growths are benign.',
    ],
    saysNot: [
      'The common room is locked.',
      'He often walks.',
      'This is the most he could do.',
      'They have much in common.',
    ],
  },
  mechanism: {
    says: [
      'The hormone ‹binds› to a receptor.',
      'Leptin ‹activates› JAK2 in neurons.',
      'The signal is ‹mediated› by calcium.',
      'Small lipids ‹cross the blood-brain barrier›.',
      'It lowers glucose ‹via› the liver.',
      'The enzyme is inhibited ‹through its binding›.',
      'Aspirin eases pain ‹by blocking› an enzyme.',
    ],
    saysNot: [
      'The book has a blue binding.',
      'He came through the door.',
      'By and large, it holds.',
      'She signals for a taxi.',
    ],
  },
}

describe('reasons', () => {
  for (const kind of reasonKinds) {
    describe(kind, () => {
      for (const marked of examples[kind].says) {
        it(`finds the words in: ${marked}`, () => {
          const { sentence, spans } = unmarked(marked)
          const found = reasonsIn(sentence)
            .filter((reason) => reason.kind === kind)
            .map(({ start, end }) => sentence.slice(start, end))
          for (const words of spans) assert.ok(found.includes(words), `found only ${JSON.stringify(found)}`)
        })
      }
      for (const sentence of examples[kind].saysNot) {
        it(`finds none in: ${sentence}`, () => {
          assert.deepEqual(
            reasonsIn(sentence).filter((reason) => reason.kind === kind),
            [],
          )
        })
      }
    })
  }

  it('has one detector for each kind, strongest first', () => {
    assert.deepEqual(
      detectors.map(({ kind }) => kind),
      [...reasonKinds],
    )
  })

  it('names the strongest reason first', () => {
    const kinds = reasonsIn('Leptin binds a receptor and, studies show, lowers weight by 4%.').map(
      ({ kind }) => kind,
    )
    assert.deepEqual(
      kinds,
      [...kinds].sort((a, b) => reasonKinds.indexOf(a) - reasonKinds.indexOf(b)),
    )
    assert.equal(kinds[0], 'attribution')
  })

  it('keeps its spans inside the sentence, in order and apart, on any text', () => {
    const words = fc.constantFrom(
      'studies',
      'show',
      'increase',
      '12',
      '%',
      'than',
      'more',
      'is',
      'been',
      '\ud800',
      '(',
      'mg',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 30 }), (parts) => {
        const sentence = parts.join(' ')
        for (const { find } of detectors) {
          let last = 0
          for (const { start, end } of find(sentence)) {
            assert.ok(last <= start && start < end && end <= sentence.length)
            last = end
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

function unmarked(marked: string): { sentence: string; spans: string[] } {
  const spans = Array.from(marked.matchAll(/‹(.*?)›/g), (match) => match[1]!)
  return { sentence: marked.replace(/[‹›]/g, ''), spans }
}
