import type { Entry } from './entry.js'

/** Whether an entry is a preprint, by where it says that it stands: its server's name, address or DOI. */
export function isPreprint({ container, publisher, url, doi }: Entry): boolean {
  return (
    preprintServer.test(`${container ?? ''}\n${publisher ?? ''}`) ||
    preprintAddress.test(url ?? '') ||
    preprintDoi.test(doi ?? '')
  )
}

const preprintServer =
  /\b(?:(?:bio|med|ar|chem|psyar|socar|eng|paleor|africar|edar)x?[ir]xiv|arxiv|ssrn|research square|preprints\.org|osf preprints|authorea)\b/i
const preprintAddress =
  /^https?:\/\/(?:www\.)?(?:biorxiv|medrxiv|arxiv|chemrxiv|psyarxiv|ssrn|papers\.ssrn|researchsquare|preprints|osf)\.(?:org|com|io)\//i

/** The registrants of preprint servers; Cold Spring Harbor's is shared with its journals, whose DOIs look otherwise. */
const preprintDoi =
  /^(?:10\.1101\/(?:\d{4}\.\d{2}\.\d{2}\.)?\d{6,8}(?:v\d+)?$|10\.(?:48550|21203|20944|26434|31234|31219|2139|22541)\/)/i

/**
 * Whether an entry is a page of a company that sells something. No name of a company or site is known: it has none of
 * what a publication has, it stands under a company's own name, and its words are those of trade.
 */
export function isCommercial(entry: Entry): boolean {
  if (isPublication(entry)) return false
  const { title = '', container = '', publisher = '', url } = entry
  const who = entry.authors.map(({ literal, family }) => literal ?? family ?? '')
  const host = hostOf(url)
  const all = [title, container, publisher, host.replace(/[.-]/g, ' '), ...who].join('\n')
  if (publicBody.test(all) || /\.(?:gov|edu|int|mil|ac)(?:\.[a-z]{2})?$/.test(host)) return false
  const isOwnName = who.length === 1 && [container, publisher].some((name) => name !== '' && name === who[0])
  const isShop = /\.(?:shop|store|clinic|health)$/.test(host)
  const signs = [isOwnName || (who.length === 0 && host.endsWith('.com')), trade.test(all), isShop]
  return signs.filter(Boolean).length >= 2
}

function isPublication({ type, doi, pmid, pmcid, volume, issue }: Entry): boolean {
  if ([doi, pmid, pmcid, volume, issue].some((one) => one !== undefined)) return true
  return !['webpage', 'document', 'article', 'article-journal'].includes(type)
}

function hostOf(url = ''): string {
  return /^https?:\/\/(?:www\.)?([^/?#:]{1,200})/i.exec(url)?.[1]?.toLowerCase() ?? ''
}

const trade =
  /\b(?:therap(?:y|ies)|clinics?|spa|vitality|wellness|supplements?|peptides?|nutraceuticals?|anti-?ag(?:e|ing)|longevity|buy|shop|stores?|pharmacy|sale|price|pricing|order|products?|brand|vitamins?|rejuvenation|optimi[sz]ation|men'?s health|weight loss)\b/i

const publicBody =
  /\b(?:universit(?:y|ies|ät|é)|institut(?:e|es|ion)?|ministry|agency|administration|commission|society|association|foundation|academy|college|council|hospital|government|federal|national|world|united nations|european|centers? for|library|museum|project|consortium|registry|network)\b/i
