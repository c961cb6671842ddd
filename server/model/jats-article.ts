import sax from 'sax'
import type { Block } from '../src/prose/block.js'
import { sentencesIn } from '../src/prose/sentences.js'

/** One paragraph as training data: what `articles.ts` reads, and what makes it useful to look at. */
export interface TrainingLine {
  readonly doc: string
  readonly journal: string
  readonly year: string
  readonly type: string
  readonly section: readonly string[]
  /** The number of the paragraph in its article. */
  readonly para: number
  readonly sentences: readonly TrainingSentence[]
}

export interface TrainingSentence {
  /** Without citation markers. */
  readonly t: string
  /** With citations as Pandoc writes them. */
  readonly md: string
  /** 1 if something is cited in it. */
  readonly cw: 0 | 1
}

/** What stands in the text for a citation, with its key between. No prose uses these characters. */
const open = '\ue000'
const close = '\ue001'

/** Elements whose words are no running prose of the article. */
const passedOver = new Set(
  `table-wrap table-wrap-foot fig fig-group disp-formula inline-formula tex-math supplementary-material fn ref-list
  boxed-text disp-quote media graphic array preformat code ack app-group`.split(/\s+/),
)

/** Keys of the works that a reference leads to, as they are given in `rid`. */
const citing = new Set(['bibr', 'ref', 'bib'])

/**
 * The paragraphs of an article's body, in order, with what each sentence cites.
 *
 * @param xml an article in JATS; what is not well formed is read as far as it goes
 * @param fallbackId what the article is called where it names no DOI and no other identifier
 * @returns nothing for a file without a body
 */
export function linesOfArticle(xml: string, fallbackId: string): TrainingLine[] {
  const found: Found = { doi: '', otherId: '', journal: '', year: '', type: 'other', paragraphs: [] }
  const reader = new Reader(found)
  const parser = sax.parser(false, { lowercase: true })
  parser.onopentag = ({ name, attributes }) => { reader.open(name, attributes as Attributes) } // prettier-ignore
  parser.onclosetag = (name) => { reader.close(name) } // prettier-ignore
  parser.ontext = parser.oncdata = (text) => { reader.text(text) } // prettier-ignore
  parser.onerror = () => { parser.resume() } // prettier-ignore
  parser.write(xml).close()
  const doc = found.doi || found.otherId || fallbackId
  const { journal, year, type } = found
  return found.paragraphs.flatMap(({ section, text }, para) => {
    const sentences = sentencesOf(text)
    return sentences.length === 0 ? [] : [{ doc, journal, year, type, section, para, sentences }]
  })
}

interface Found {
  doi: string
  otherId: string
  journal: string
  year: string
  type: string
  readonly paragraphs: { readonly section: readonly string[]; readonly text: string }[]
}

type Attributes = Readonly<Record<string, string | undefined>>

interface Frame {
  readonly name: string
  readonly attributes: Attributes
  /** Its words are not the article's prose, or they are those of a citation. */
  readonly isPassedOver: boolean
}

/** Where the parser stands: a class, as the parser calls back. */
class Reader {
  private readonly frames: Frame[] = []
  private readonly titles: string[] = []
  /** The words of the element that is open, where it is no paragraph. */
  private words = ''
  private paragraph: string | undefined

  constructor(private readonly found: Found) {}

  open(name: string, attributes: Attributes): void {
    const isCitation = name === 'xref' && citing.has(attributes['ref-type'] ?? '')
    if (isCitation && this.paragraph !== undefined && !this.isPassing())
      this.paragraph += `${open}${(attributes.rid ?? '').trim()}${close}`
    this.frames.push({ name, attributes, isPassedOver: isCitation || passedOver.has(name) })
    if (name === 'article') this.found.type = attributes['article-type'] ?? 'other'
    if (name === 'sec') this.titles.push('')
    if (name === 'p' && this.isIn('body') && !this.isPassing()) this.paragraph ??= ''
    if (named.has(name)) this.words = ''
  }

  text(text: string): void {
    if (this.isPassing()) return
    if (this.paragraph !== undefined) this.paragraph += text
    else this.words += text
  }

  close(name: string): void {
    const frame = this.frames.pop()
    const words = this.words.replace(/\s+/g, ' ').trim()
    const { found } = this
    if (name === 'sec') this.titles.pop()
    else if (name === 'p') this.closeParagraph()
    else if (name === 'title' && this.frames.at(-1)?.name === 'sec') this.titles.splice(-1, 1, words)
    else if (name === 'article-id' && frame?.attributes['pub-id-type'] === 'doi') found.doi ||= words
    else if (name === 'article-id') found.otherId ||= words
    else if (name === 'journal-title') found.journal ||= words
    else if (name === 'year' && this.isIn('pub-date')) found.year ||= words
  }

  /** A paragraph in a list in a paragraph belongs to the outer one. */
  private closeParagraph(): void {
    if (this.paragraph === undefined || this.isIn('p')) return
    const section = this.titles.filter((title) => title !== '')
    this.found.paragraphs.push({ section, text: this.paragraph })
    this.paragraph = undefined
  }

  private isIn(name: string): boolean {
    return this.frames.some((frame) => frame.name === name)
  }

  private isPassing(): boolean {
    return this.frames.some(({ isPassedOver }) => isPassedOver)
  }
}

/** Elements whose words are kept. */
const named = new Set(['title', 'article-id', 'journal-title', 'year'])

function sentencesOf(marked: string): TrainingSentence[] {
  const text = grouped(marked.replace(/\s+/g, ' ').trim())
  const block: Block = { kind: 'paragraph', source: text, text, pieces: [], opaque: [], level: 0 }
  return sentencesIn(block).map(({ start, end }) => {
    const md = text.slice(start, end)
    const t = md.replace(/ ?\[@[^\]]{1,2000}\]/g, '')
    return { t, md, cw: t === md ? 0 : 1 }
  })
}

/** Citations side by side, with the brackets and commas around and between them, written as one group of Pandoc's. */
function grouped(text: string): string {
  const one = `${open}[^${close}]{0,200}${close}`
  const group = new RegExp(`[[(]?${one}(?:[,;–—-]? ?(?:and )?${one}){0,60}[\\])]?`, 'g')
  return text
    .replace(group, (match) => {
      const keys = Array.from(
        match.matchAll(new RegExp(`${open}([^${close}]{0,200})${close}`, 'g')),
        (key) => key[1]!,
      )
      const ids = keys.flatMap((key) => key.split(' ')).filter((key) => key !== '')
      return ids.length === 0 ? '' : ` [${ids.map((id) => `@${id}`).join('; ')}]`
    })
    .replace(/ {2,}/g, ' ')
}
