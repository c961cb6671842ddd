/** The registry: one line, one format. A file is read by the first whose extension its name ends with. */
export { bibtex } from './bibtex.js'
export { cslJson } from './csl-json.js'
export { cslYaml } from './csl-yaml.js'
export { endnoteXml } from './endnote-xml.js'
export { nbib } from './nbib.js'
export { ris } from './ris.js'
