/** The registry: one line, one format. A file is read by the first whose extension its name ends with. */
export { bibtex } from './bibtex.js'
export { cslJson } from './csl-json.js'
