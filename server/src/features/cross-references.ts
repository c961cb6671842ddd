import type { Span } from '../text/span.js'

/**
 * Where other entries of a BibTeX file name a key: `crossref = {proceedings2009}`, BibLaTeX's `xref`, `xdata`, `related`
 * and `entryset`. None in files of other formats, whose entries stand alone.
 */
export function crossReferencesTo(uri: string, text: string, key: string): readonly Span[] {
  if (!/\.bib(?:tex)?$/i.test(uri)) return []
  return [...text.matchAll(fields)].flatMap(({ 0: field, 1: value, index }) => {
    const from = index + field.length - value!.length
    return [...value!.matchAll(/[^\s,]+/g)]
      .filter(([name]) => name === key)
      .map(({ index: at }) => ({ start: from + at, end: from + at + key.length }))
  })
}

const fields =
  /(?<![\p{L}\p{N}_-])(?:crossref|xref|xdata|related|entryset)\s{0,40}=\s{0,40}["{]([^"{}]{1,2000})/giu
