import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** What kind of text a sentence stands in, by the headings above it. */
export type Section = 'introduction' | 'discussion' | 'results' | 'methods' | 'review' | 'other'

/** A paragraph of an article with what its authors cite. */
export interface Paragraph {
  readonly article: string
  readonly section: Section
  /** Citation markers removed. */
  readonly sentences: readonly string[]
  /** For each sentence 1 if its authors cite something in it. */
  readonly cited: readonly (0 | 1)[]
  /** Kept apart from training: all paragraphs of an article are, or none. */
  readonly isValidation: boolean
  /** One of `foldCount` parts of the training articles, for scores that no sentence had a share in. */
  readonly fold: number
}

export const foldCount = 5

/** Where the training data lies: in the folder `shared` beside the repository. */
export const articlesFile = new URL('../../../shared/data/claims/dev.jsonl.gz', import.meta.url)

interface Line {
  readonly doc: string
  readonly type: string
  readonly section: readonly string[]
  readonly sentences: readonly { readonly t: string; readonly cw: 0 | 1 }[]
}

/** Reads the paragraphs of `dev.jsonl.gz`, in the order of the file. */
export function readParagraphs(file: URL = articlesFile): Paragraph[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  return lines.map((line) => {
    const { doc, type, section, sentences } = JSON.parse(line) as Line
    const hash = hashOf(doc)
    return {
      article: doc,
      section: sectionOf(section[0] ?? '', type),
      sentences: sentences.map(({ t }) => t),
      cited: sentences.map(({ cw }) => cw),
      isValidation: hash % 100 < validationPercent,
      fold: (hash >>> 8) % foldCount,
    }
  })
}

export const validationPercent = 17

function sectionOf(heading: string, articleType: string): Section {
  const title = heading.toLowerCase()
  if (/intro|background/.test(title)) return 'introduction'
  if (/discuss|conclu/.test(title) && !title.includes('result')) return 'discussion'
  if (title.includes('result')) return 'results'
  if (/method|material|experiment|procedure|patients|participants/.test(title)) return 'methods'
  return articleType.includes('review') ? 'review' : 'other'
}

/** A hash of the article's identifier, so that an article stays on its side when others come or go. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
