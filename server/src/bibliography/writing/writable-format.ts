import { bibtex } from '../formats/bibtex.js'
import { cslJson } from '../formats/csl-json.js'
import type { BibliographyFormat } from '../formats/format.js'

/** The formats that are written as well as read. */
export type WritableFormat = BibliographyFormat & { readonly name: 'bibtex' | 'csl-json' }

/** The format in which a library of this name can be written; undefined where it is only read. */
export function writableFormat(uri: string): WritableFormat | undefined {
  const path = uri.toLowerCase()
  const format = [bibtex, cslJson].find(({ extensions }) => extensions.some((end) => path.endsWith(end)))
  return format && isWritable(format) ? format : undefined
}

function isWritable(format: BibliographyFormat): format is WritableFormat {
  return format.name === 'bibtex' || format.name === 'csl-json'
}
