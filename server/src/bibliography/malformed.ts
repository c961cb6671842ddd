import { isIsbn, isOrcid } from '../text/check-digits.js'
import type { Span } from '../text/span.js'

/** An identifier that cannot be one, and why. */
export interface Malformed extends Span {
  readonly reason: string
}

/** PubMed had given about 41 million numbers by 2026; this leaves room for years. */
const highestPmid = 60_000_000

/** One kind of identifier behind its label; the first group is the identifier as written. */
interface Kind {
  readonly pattern: RegExp
  readonly problemWith: (written: string) => string | undefined
}

const kinds: readonly Kind[] = [
  {
    pattern: /\bdoi(?:\.org\/|:\s?|\s(?=\d))([^\s"'<>()[\]{},;]{2,200})/gi,
    problemWith(written) {
      const doi = written.replace(/[.:]+$/, '')
      if (/^10\.\d{4,9}(?:\.\d{1,9}){0,3}\/\S/.test(doi) || /^(?:https?:|10\.\d{4,9}%2f)/i.test(doi))
        return undefined
      // A short DOI, as shortdoi.org gives it, has nothing between prefix and slash.
      if (!/^\d/.test(doi) || /^10\/[a-z0-9]{3,12}$/i.test(doi)) return undefined
      if (!doi.startsWith('10.')) return `'${doi}' is no DOI: a DOI begins with "10."`
      return `'${doi}' is no DOI: it lacks the slash and what follows its prefix`
    },
  },
  {
    pattern: /\bPMID:?\s?(\d{1,20})(?!\d|\.\d)/g,
    problemWith(pmid) {
      if (pmid.startsWith('0')) return `'${pmid}' is no PMID: it begins with a zero`
      return Number(pmid) > highestPmid ? `'${pmid}' is no PMID: PubMed has no number as high` : undefined
    },
  },
  {
    pattern: /\b(?:PMCID:?\s?)?(PMC\d{1,20})(?!\w)/g,
    problemWith: (pmcid) =>
      /^PMC[1-9]\d{0,7}(?:\.\d{1,2})?$/.test(pmcid)
        ? undefined
        : `'${pmcid}' is no PMCID: it is PMC and up to eight digits`,
  },
  {
    pattern: /\barXiv:\s?([\w./-]{4,40})/gi,
    problemWith(written) {
      const number = written.replace(/[.]+$/, '')
      const isNumber =
        /^\d{4}\.\d{4,5}(?:v\d{1,2})?$/.test(number) ||
        /^[a-z-]{2,9}(?:\.[A-Z]{2})?\/\d{7}(?:v\d{1,2})?$/i.test(number)
      return isNumber || !/\d/.test(number)
        ? undefined
        : `'${number}' is no arXiv number: they look like 2101.01234`
    },
  },
  {
    pattern: /\bISBN(?:-1[03])?:?\s?([\dX][\dX -]{8,18}[\dX])(?![\dX])/gi,
    problemWith: (isbn) =>
      isIsbn(isbn) ? undefined : `'${isbn}' is no ISBN: its last digit does not follow from the others`,
  },
  {
    pattern: /\borcid(?:\.org\/|:?\s?)(\d{4}-?\d{4}-?\d{4}-?\d{3}[\dX])(?!\w)/gi,
    problemWith: (orcid) =>
      isOrcid(orcid)
        ? undefined
        : `'${orcid}' is no ORCID iD: its last digit does not follow from the others`,
  },
]

/** Cheap, and true of every text that holds a label. */
const mayHoldOne = /doi|pm[ic]|arxiv|isbn|orcid/i

/** The identifiers of a text that are labelled as such and cannot be, in order. Time is linear in the text's length. */
export function malformedIn(text: string): readonly Malformed[] {
  if (!mayHoldOne.test(text)) return []
  const found = kinds.flatMap(({ pattern, problemWith }) =>
    [...text.matchAll(pattern)].flatMap((match): Malformed[] => {
      const written = match[1]!
      const reason = problemWith(written)
      const start = match.index + match[0].length - written.length
      return reason === undefined ? [] : [{ start, end: start + written.length, reason }]
    }),
  )
  return found.sort((a, b) => a.start - b.start)
}
