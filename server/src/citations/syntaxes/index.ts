/** The registry: one line, one syntax. */
export { pandoc } from './pandoc.js'
export { myst } from './myst.js'
export { link } from './link.js'
export { footnote } from './footnote.js'
export { numeric } from './numeric.js'
export { superscript } from './superscript.js'
export { authorYear } from './author-year.js'
export { identifier } from './identifier.js'
