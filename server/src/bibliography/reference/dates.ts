/** Years that references bear. Later ones than the next decades are numbers of something else. */
export const yearPattern = String.raw`(?:1[5-9]|20)\d\d`

const months =
  'jan(?:uary|vier)?|feb(?:ruary)?|f[ée]vr?(?:ier)?|mar(?:ch|s)?|märz|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|july?|juil(?:let)?|' +
  'aug(?:ust)?|ao[uû]t|sept?(?:ember)?|septembre|oct(?:ober|obre)?|okt(?:ober)?|nov(?:ember|embre)?|dec(?:ember)?|d[ée]c(?:embre)?|dez(?:ember)?'
const seasons = 'spring|summer|autumn|fall|winter'

/** Every date has a year; looking for one costs nothing, and the patterns of dates are dear to compile. */
export function mayHoldDate(text: string): boolean {
  return anyYear.test(text)
}

/** A month or season, or several joined: "Mar.", "Jul–Aug", "Spring". */
export const monthPattern = String.raw`(?:${months}|${seasons})\b\.?(?:\s?[-–/]\s?(?:${months}|${seasons})\b\.?)?`

const day = String.raw`\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?`

/** A date that has at least a year; the year is the group `year`. */
export const datePattern = [
  String.raw`(?:${day}\.?\s)?${monthPattern}\s(?:${day},?\s)?(?<year1>${yearPattern})\b`,
  String.raw`${monthPattern},\s(?<year2>${yearPattern})\b`,
  String.raw`(?<year3>${yearPattern})[,;]?\s(?:${monthPattern}(?![\p{L}])(?:\s${day}\b)?|${day}\s${monthPattern}(?![\p{L}]))`,
  String.raw`(?<year4>${yearPattern})-\d{2}(?:-\d{2})?\b`,
].join('|')

/** A date as YYYY, YYYY-MM or YYYY-MM-DD, as far as it says; undefined where there is no year in it. */
export function isoDate(written: string): string | undefined {
  const iso = /\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/.exec(written)
  if (iso) return iso[0]
  const european = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(written)
  if (european) return `${european[3]!}-${european[2]!.padStart(2, '0')}-${european[1]!.padStart(2, '0')}`
  const year = wholeYear.exec(written)?.[0]
  if (!year) return undefined
  const month = monthNumber(written)
  if (!month) return year
  const ofMonth = /(?<!\d)(\d{1,2})(?!\d)/.exec(written.replace(year, ''))?.[1]
  return ofMonth ? `${year}-${month}-${ofMonth.padStart(2, '0')}` : `${year}-${month}`
}

const anyYear = new RegExp(yearPattern)
const wholeYear = new RegExp(String.raw`\b${yearPattern}\b`)
const word = /\p{L}{3,}/gu

function monthNumber(written: string): string | undefined {
  for (const [found] of written.toLowerCase().matchAll(word)) {
    const index = monthStems.findIndex((stems) => stems.some((stem) => found.startsWith(stem)))
    if (index >= 0) return String(index + 1).padStart(2, '0')
  }
  return undefined
}

/** How the names of months begin in the languages of Western Europe. */
const monthStems = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aoû', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'déc', 'dez', 'dic'],
]
