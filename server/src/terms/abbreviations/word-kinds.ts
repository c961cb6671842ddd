/** What a word tells of whether a long form begins or ends beside it: 0 where it tells nothing. */
export function wordKind(word: string): number {
  if (/[.,;:?!)]$/.test(word)) return wordKinds.stop
  return kinds.get(word.toLowerCase()) ?? 0
}

export const wordKinds = { article: 1, of: 2, preposition: 3, and: 4, verb: 5, quality: 6, thing: 7, stop: 8 }

const kinds = new Map<string, number>()
const lists: Readonly<Record<number, string>> = {
  [wordKinds.article]: 'the a an this these its their our each both all any no such',
  [wordKinds.of]: 'of',
  [wordKinds.preposition]: `in for with by on from to at via after during between among into against through as under within without using
    per versus than`,
  [wordKinds.and]: 'and or plus but',
  [wordKinds.verb]: `is are was were be been had has have that which we termed called named encoding encodes designated encode including
    include`,
  [wordKinds.quality]: `human mouse murine rat bovine yeast porcine chicken recombinant novel new putative mammalian normal plasma serum
    whole total mean two three four several many various other different`,
  [wordKinds.thing]: 'gene protein factor receptor enzyme family member domain cdna mrna kinase',
}
for (const [kind, words] of Object.entries(lists))
  for (const word of words.split(/\s+/)) kinds.set(word, Number(kind))

/** What kind of thing a long form is, by its last word: names of genes, proteins and animals often go on behind it. */
export function lastWordKind(word: string): number {
  return lastKinds.get(word.toLowerCase()) ?? 0
}

const lastKinds = new Map<string, number>()
;[
  'gene genes',
  'protein proteins',
  'cells cell mice rats strain line lines patients',
  'cdna mrna activity levels family subfamily system test method',
].forEach((words, i) => {
  for (const word of words.split(' ')) lastKinds.set(word, i + 1)
})

/** What a word's ending makes of it: adverb, participle, adjective, plural. */
export function endingKind(word: string): number {
  if (word.endsWith('ly')) return 1
  if (word.endsWith('ed')) return 2
  if (word.endsWith('ing')) return 3
  if (/(?:ic|al|ar|ous|ive|ary|oid|ine|ent|ant)$/.test(word)) return 4
  return word.endsWith('s') ? 5 : 0
}

/** What a sign beside a form tells. */
export function signKind(sign: string): number {
  if (sign === '') return 7
  const kind = '=;:([")],.'.indexOf(sign)
  if (kind >= 0) return [8, 3, 3, 5, 5, 5, 1, 1, 2, 4][kind]!
  return /\s/.test(sign) ? 6 : 0
}

/** What a hyphen, a slash or a bracket joins to the word behind it. */
export function prefixKind(prefix: string): number {
  if (prefix === '') return 0
  if (/\s/.test(prefix)) return 9
  if (/^[([“"'‘]$/.test(prefix)) return 1
  if (!prefix.endsWith('-')) return prefix.endsWith('/') ? 2 : 3
  if (/^(?:alpha|beta|gamma|delta|epsilon|kappa|omega|cis|trans|[pmonLDNOSc]|tert|sec|[α-ω])-$/.test(prefix))
    return 4
  if (/^[\d,'()/+-]+-$/.test(prefix)) return 5
  if (/\d/.test(prefix)) return 6
  return /^[a-z]+-$/.test(prefix) ? 7 : 8
}
