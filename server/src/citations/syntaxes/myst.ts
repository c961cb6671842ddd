import type { Opaque } from '../../prose/block.js'
import type { Cite, Target } from '../cite.js'
import { keyNames } from './keys.js'
import { all, type CitationSyntax } from './syntax.js'

/** MyST's and Sphinx's roles: {cite}`li2009`, {cite:t}`li2009,chen2012`, {cite:p}`{see}li2009{p. 3}`. The keys are code to Markdown. */
export const myst: CitationSyntax = {
  name: 'myst',
  placement: 'before-stop',
  *find({ text, opaque }) {
    if (!text.includes('{')) return
    const code = new Map(opaque.filter(({ kind }) => kind === 'code').map((span) => [span.start, span]))
    for (const { 0: role, index } of text.matchAll(roles)) {
      const keys = code.get(index + role.length)
      if (keys) yield* citeOf(text, index, keys)
    }
  },
  write(works) {
    const keys = all(works, (work) => work.key)
    return keys && `{cite}\`${keys.join(',')}\``
  },
}

const roles = /\{(?:(?:foot|full)?cite(?::[a-z:]{1,20})?|cite[pt])\}/g

/** A key, or the words between braces that stand before and behind one and are none. */
const keyOrWords = /\{[^{}]{0,500}\}|[^\s,;`{}]+/g

function* citeOf(text: string, start: number, { start: from, end }: Opaque): Iterable<Cite> {
  const targets: Target[] = []
  for (const { 0: key, index } of text.slice(from, end).matchAll(keyOrWords)) {
    if (key.startsWith('{')) continue
    targets.push({ start: from + index, end: from + index + key.length, names: keyNames(key) })
  }
  if (targets.length > 0) yield { start, end, syntax: myst.name, targets }
}
