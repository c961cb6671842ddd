import type { Cite } from '../cite.js'
import { withUrls } from '../readable.js'
import { inlineNotesIn } from './inline-notes.js'
import { all, type CitationSyntax } from './syntax.js'

/**
 * Footnotes: "[^3]", "[^barlind]", and the inline "^[Li A. Title. 2009.]". A label is taken as written, since not all
 * processors fold its case. A note in place is a citation where it reads like a reference; an aside is none.
 */
export const footnote: CitationSyntax = {
  name: 'footnote',
  placement: 'after-stop',
  *find(block) {
    const text = withUrls(block)
    if (!text.includes('^')) return
    yield* [...references(text), ...inlineNotes(text)].sort((a, b) => a.start - b.start)
  },
  write(works) {
    return all(works, (work) => work.footnote)
      ?.map((label) => `[^${label}]`)
      .join('')
  },
}

function* references(text: string): Iterable<Cite> {
  for (let at = text.indexOf('[^'); at >= 0; at = text.indexOf('[^', at + 2)) {
    label.lastIndex = at + 2
    const match = label.exec(text)
    if (!match) continue
    const end = at + match[0].length + 2
    if (text[end] === ':' && isLineStart(text, at)) continue
    const target = { start: at + 2, end: end - 1, names: [`footnote:${match[1]!}`] as const }
    yield { start: at, end, syntax: 'footnote', targets: [target] }
  }
}

const label = /([^\s[\]^]{1,200})\]/y

/** "[^3]:" opens the note itself where it begins a line. */
function isLineStart(text: string, at: number): boolean {
  return /(?:^|[\n\r]) {0,3}$/.test(text.slice(Math.max(0, at - 4), at))
}

function* inlineNotes(text: string): Iterable<Cite> {
  for (const { start, end } of inlineNotesIn(text)) {
    if (readsLikeSource(text, start, end)) yield { start, end, syntax: 'footnote', targets: [] }
  }
}

/** A year behind a letter or a stop, or an address: what an aside seldom has. Longer notes are essays. */
function readsLikeSource(text: string, start: number, end: number): boolean {
  return (
    end - start < longestNote &&
    /\b(?:1[5-9]|20)\d\d\b|https?:|\bdoi\b|@|\[/i.test(text.slice(start + 2, end - 1))
  )
}

const longestNote = 1500
