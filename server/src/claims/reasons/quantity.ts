import { anyOf, patternDetector } from './reason.js'

/** "38%", "20 minutes", "108 °F", "86 billion neurons", "threefold": a figure that was measured or counted somewhere. */
export const quantity = patternDetector('quantity', pattern(), (before) => /(?:[\w.]|fig\.|figure|table|section|chapter|p [=<>]|ref\.) ?$/i.test(before) && /(?:fig\.|figure|table|section|chapter|ref\.) ?$|[\w.]$/i.test(before))

function pattern(): RegExp {
  const number = '\\d[\\d.,]{0,14}'
  const range = `${number}(?: ?(?:-|–|—|to|and|±|\\+/-) ?${number})?`
  const scale = '(?:hundred|thousand|million|billion|trillion)s?'
  const units = anyOf(
    'percent', 'per cent', 'percentage points?', 'fold', 'times', 'folds',
    '[mkµμnpf]?g(?:/[a-zA-Z]{1,4})*', 'mcg(?:/[a-z]{1,4})*', '[mkµμnd]?[lL](?:/[a-zA-Z]{1,4})*', '[mµμnp]?[mM]ol(?:/[a-zA-Z]{1,4})*', '[mµμnp]M', '[ckmµμn]?m',
    'IU(?:/[a-zA-Z]{1,4})*', 'kcal', 'kJ', 'calories', 'k?Da', 'k?bp', '[kM]?Hz', 'mm ?Hg', 'bpm', 'grams?', 'kilograms?', 'milligrams?', 'micrograms?', 'lit(?:er|re)s?',
    's', 'h', 'min', 'seconds?', 'minutes?', 'hours?', 'days?', 'nights?', 'weeks?', 'months?', 'years?', 'decades?', 'centuries',
    'degrees', '[kc]m2', 'ppm', 'cm', 'met(?:er|re)s?', 'kilomet(?:er|re)s?', 'miles?',
  )
  const counted = anyOf(
    'neurons?', 'cells?', 'people', 'persons?', 'patients?', 'participants?', 'subjects?', 'adults?', 'women', 'men', 'children', 'individuals?', 'cases', 'deaths',
    'genes?', 'species', 'proteins?', 'residues?', 'amino acids?', 'studies', 'trials', 'volunteers', 'controls', 'mice', 'rats', 'animals', 'athletes', 'countries',
  )
  const small = anyOf('two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'several', 'many', 'twelve', 'twenty')
  return new RegExp(
    [
      `${range} ?(?:%|‰|°|º)(?: ?[CF]\\b)?`,
      `${range}[ -]?${units}(?![\\w-])`,
      `${range} ${scale}(?: [a-z]{3,20})?`,
      `${range} (?:[a-z]{3,16} )?${counted}\\b`,
      `\\b(?:${small}|hundred|thousand)-?fold\\b`,
      '\\b(?:hundreds|thousands|millions|billions|trillions) of [a-z]{3,20}\\b',
      '\\b(?:one|two|three|four|nine) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|twenty)\\b',
      '\\b(?:(?:about|nearly|almost|roughly|over|than) )?(?:half|two[- ]thirds|three[- ]quarters|(?:a|one) (?:third|quarter|fifth)) of\\b',
      '\\b(?:doubl(?:es|ed|ing)|tripl(?:es|ed|ing)|halv(?:es|ed|ing)|quadrupl(?:es|ed))\\b',
    ].join('|'),
    'g',
  )
}
