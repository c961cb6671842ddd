import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { kindOfSection, type SectionKind } from '../src/claims/judge.js'

/** A paragraph of an article with what its authors cite. */
export interface Paragraph {
  /** Citation markers removed. */
  readonly sentences: readonly string[]
  /** For each sentence 1 if its authors cite something in it. */
  readonly cited: readonly (0 | 1)[]
}

/** The paragraphs under one heading. */
export interface Section {
  /** From the outermost heading to the section's own. */
  readonly headings: readonly string[]
  readonly kind: SectionKind
  readonly paragraphs: readonly Paragraph[]
}

export interface Article {
  readonly id: string
  readonly isReview: boolean
  readonly sections: readonly Section[]
  /** Kept apart from training. */
  readonly isValidation: boolean
  /** One of `foldCount` parts of the training articles, for scores that no sentence had a share in. */
  readonly fold: number
}

export const foldCount = 5

/** Where the training data lies: in the folder `shared` beside the repository. */
export const articlesFile = new URL('../../../shared/data/claims/dev.jsonl.gz', import.meta.url)

/** One line of the training data: a paragraph. */
export interface Line {
  readonly doc: string
  readonly type: string
  readonly section: readonly string[]
  readonly sentences: readonly { readonly t: string; readonly cw: 0 | 1 }[]
}

/** Reads the articles of `dev.jsonl.gz`, in the order of the file. */
export function readArticles(file: URL = articlesFile): Article[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  return articlesIn(lines.map((line) => JSON.parse(line) as Line))
}

/** Paragraphs put together to sections and articles; those of one article stand together. */
export function articlesIn(lines: readonly Line[]): Article[] {
  const articles: Article[] = []
  let sections: Section[] = []
  let paragraphs: Paragraph[] = []
  for (const { doc, type, section: headings, sentences } of lines) {
    if (articles.at(-1)?.id !== doc) {
      sections = []
      articles.push({ id: doc, isReview: type.includes('review'), sections, ...sideOf(doc) })
    }
    if (sections.at(-1)?.headings.join('\n') !== headings.join('\n')) {
      paragraphs = []
      sections.push({ headings, kind: kindOfSection(headings), paragraphs })
    }
    paragraphs.push({ sentences: sentences.map(({ t }) => t), cited: sentences.map(({ cw }) => cw) })
  }
  return articles
}

export const validationPercent = 17

/** All paragraphs of some articles, in order. */
export function paragraphsOf(articles: readonly Article[]): Paragraph[] {
  return articles.flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs))
}

/** Something said of each sentence of some articles, in order. */
export function eachSentence<T>(
  articles: readonly Article[],
  say: (article: Article, section: Section, paragraph: Paragraph, index: number) => T,
): T[] {
  return articles.flatMap((article) =>
    article.sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) =>
        paragraph.sentences.map((_, index) => say(article, section, paragraph, index)),
      ),
    ),
  )
}

function sideOf(id: string): Pick<Article, 'isValidation' | 'fold'> {
  const hash = hashOf(id)
  return { isValidation: hash % 100 < validationPercent, fold: (hash >>> 8) % foldCount }
}

/** A hash of the article's identifier, so that an article stays on its side when others come or go. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
