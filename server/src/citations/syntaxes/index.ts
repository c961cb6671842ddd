/** The registry: one line, one syntax. Where two read the same stretch, the earlier one has it. */
export { pandoc } from './pandoc.js'
export { myst } from './myst.js'
export { footnote } from './footnote.js'
export { numeric } from './numeric.js'
export { superscript } from './superscript.js'
export { authorYear } from './author-year.js'
export { identifier } from './identifier.js'
