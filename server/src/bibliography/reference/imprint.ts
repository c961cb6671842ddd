import { namesBody } from './person.js'

/**
 * Who published a work, told from the place that stands before or behind the name: "Lund: Acorn Press", "Acorn Press,
 * Lund", "Acorn Press: Lund", "Chicago, IL: Meadow & Sons". Words without a place come back as they are.
 *
 * @param words an imprint without its date and the brackets around it
 */
export function publisherOf(words: string): string {
  const colon = /^([^:]{2,80}?)\s?:\s+(\S[^:]{1,120})$/u.exec(words)
  if (colon) {
    const [left, right] = [colon[1]!, colon[2]!.trim()]
    if (namesPublisher(left) && !namesPublisher(right) && readsLikePlace(right)) return left
    return /^\p{Lu}/u.test(left) ? publisherOf(right) : words
  }
  const parts = words.split(/,\s+/)
  let end = parts.length
  while (end > 1 && isKnownPlace(parts[end - 1]!)) end--
  if (end === 2 && !legalForm.test(parts[1]!) && namesPublisher(parts[0]!) && readsLikePlace(parts[1]!))
    end = 1
  const start = end > 1 && isKnownPlace(parts[0]!) && namesPublisher(parts[end - 1]!) ? 1 : 0
  return parts.slice(start, end).join(', ')
}

const legalForm = /^(?:Inc|Ltd|LLC|GmbH|Co|Corp|AG)\.?$/

/** Whether some words are surely an imprint: a publisher's word or a place with a name. */
export function isImprint(words: string): boolean {
  if (words.length > 120 || /\d/.test(words)) return false
  const place = /^([^:]{2,40}?)\s?:\s+\p{Lu}/u.exec(words)?.[1]
  if (place !== undefined) return readsLikePlace(place) || namesPublisher(place)
  const parts = words.split(/,\s+/)
  return namesPublisher(parts[0]!) || (parts.length > 1 && parts.slice(1).every(isKnownPlace))
}

/** Whether a name has a word that publishers are called by. */
export function namesPublisher(words: string): boolean {
  return publisherWord.test(words) || namesBody(words)
}

const publisherWord =
  /(?<!\p{L})(?:Press(?:es|a)?|Verlag|Publish(?:ers?|ing)|Publications|Books|[EÉ]ditions?|Editorial|Editora|Editore|Uitgeverij|Förlag|Forlag|Wydawnictwo|Springer|Elsevier|Wiley|Karger|Thieme|Routledge|Blackwell|Saunders|Mosby|Lippincott|Macmillan|McGraw|Humana|Birkhäuser|Kluwer|Sage|SAGE|Taylor|CRC|Academic Press|Curran|Pearson|Norton|Penguin|Freeman|Gruyter|IEEE|ACM|ACL|AAAI|Media|Sons|Co|GmbH|AG|Company|House|Museum|School|Faculty|Library|Librairie)(?!\p{L})/u

/** One to three words in capitals, and what tells a state: "New York, NY", "Frankfurt am Main". */
function readsLikePlace(words: string): boolean {
  return words
    .split(/,\s+|\s*[/&]\s*/)
    .every(
      (part) =>
        isKnownPlace(part) ||
        /^\p{Lu}\p{Ll}+(?:[\s-](?:\p{Lu}\p{Ll}+|am|an|der|la|de|les|upon)){0,3}$/u.test(part),
    )
}

function isKnownPlace(words: string): boolean {
  return (
    /^[A-Z]{2}$|^D\.?C\.?$|^U\.?S\.?A?\.?$|^UK$/.test(words) ||
    places.has(words.toLowerCase().replace(/^the /, ''))
  )
}

/** Towns in which scholarly publishers are at home, and countries that stand behind towns. */
const places: ReadonlySet<string> = new Set(
  (
    'new york|london|berlin|cambridge|oxford|amsterdam|philadelphia|boston|chicago|paris|cham|heidelberg|dordrecht|tokyo|' +
    'san diego|san francisco|los angeles|hoboken|geneva|genève|washington|singapore|basel|stuttgart|leiden|rotterdam|' +
    'munich|münchen|vienna|wien|zurich|zürich|hamburg|leipzig|weinheim|göttingen|frankfurt|frankfurt am main|cologne|köln|' +
    'milan|milano|rome|roma|madrid|barcelona|lisbon|lisboa|copenhagen|københavn|stockholm|oslo|helsinki|lund|uppsala|' +
    'edinburgh|bristol|manchester|dublin|brussels|bruxelles|louvain|leuven|warsaw|warszawa|prague|praha|budapest|moscow|' +
    'москва|saint petersburg|beijing|shanghai|hong kong|seoul|delhi|new delhi|mumbai|sydney|melbourne|toronto|montreal|' +
    'ottawa|vancouver|st. louis|baltimore|princeton|new haven|ithaca|berkeley|stanford|durham|ann arbor|boca raton|totowa|' +
    'thousand oaks|newbury park|englewood cliffs|mahwah|norwell|rockville|bethesda|atlanta|seattle|austin|houston|' +
    'cold spring harbor|hershey|piscataway|red hook|westport|norwood|reading|harmondsworth|chichester|abingdon|basingstoke|' +
    'são paulo|rio de janeiro|buenos aires|mexico city|méxico|bogotá|santiago|cape town|nairobi|cairo|tel aviv|jerusalem|' +
    'usa|united states|united kingdom|england|germany|deutschland|france|switzerland|netherlands|italy|spain|japan|china|' +
    'india|canada|australia|sweden|norway|denmark|austria|belgium|ireland|scotland|poland|russia|brazil'
  ).split('|'),
)
