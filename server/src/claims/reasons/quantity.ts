import { alternatives, anyOf, patternDetector } from './reason.js'

/** "38%", "20 minutes", "108 °F", "86 billion neurons", "threefold": a figure that was measured or counted somewhere. */
export const quantity = patternDetector('quantity', pattern(), (before) => partOfName.test(before))

/** "Figure 3", "IGF-1", "p53", the rest of "0.5": digits that count nothing. */
const partOfName = /(?:\b(?:fig\.|figures?|tables?|sections?|chapters?|refs?\.) ?|[\w.]|[a-z][-‑])$/i

function pattern(): RegExp {
  const number = '\\d[\\d.,]{0,14}'
  const range = `${number}(?: ?(?:-|–|—|to|and|±|\\+/-) ?${number})?`
  const scale = '(?:hundred|thousand|million|billion|trillion)s?'
  const units = anyOf(`
    percent per_cent percentage_points? fold times folds [mkµμnpf]?g(?:/[a-zA-Z]{1,4})*
    mcg(?:/[a-z]{1,4})* [mkµμnd]?[lL](?:/[a-zA-Z]{1,4})* [mµμnp]?[mM]ol(?:/[a-zA-Z]{1,4})* [mµμnp]M
    [ckmµμn]?m IU(?:/[a-zA-Z]{1,4})* kcal kJ calories k?Da k?bp [kM]?Hz mm_?Hg bpm grams? kilograms?
    milligrams? micrograms? lit(?:er|re)s? s h min seconds? minutes? hours? days? nights? weeks? months?
    years? decades? centuries degrees [kc]m2 ppm cm met(?:er|re)s? kilomet(?:er|re)s? miles?
  `)
  const counted = anyOf(`
    neurons? cells? people persons? patients? participants? subjects? adults? women men children
    individuals? cases deaths genes? species proteins? residues? amino_acids? studies trials volunteers
    controls mice rats animals athletes countries
  `)
  const small = anyOf(`two three four five six seven eight nine ten several many twelve twenty`)
  return alternatives(
    [
      `${range} ?(?:%|‰|°|º)(?: ?[CF]\\b)?`,
      `${range}[ -]?${units}(?![\\w-])`,
      `${range} ${scale}(?: [a-z]{3,20})?`,
      `${range} (?:[a-z]{3,16} )?${counted}\\b`,
      `(?:${small}|hundred|thousand)-?fold\\b`,
      '(?:[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions|[Tt]rillions) of [a-z]{3,20}\\b',
      '(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Nn]ine) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|twenty)\\b',
      '(?:(?:about|nearly|almost|roughly|over|than) )?(?:[Hh]alf|[Tt]wo[- ]thirds|three[- ]quarters|(?:a|one) (?:third|quarter|fifth)) of\\b',
      '(?:doubl(?:es|ed|ing)|tripl(?:es|ed|ing)|halv(?:es|ed|ing)|quadrupl(?:es|ed))\\b',
    ],
    'g',
  )
}
