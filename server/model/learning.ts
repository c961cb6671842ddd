import { contextsIn, type BlockContext } from '../src/claims/context.js'
import { headCount, headNames, perUnit, type HeadName, type Heads } from '../src/claims/heads.js'
import type { ClaimModel } from '../src/claims/judge.js'
import { liftShare } from '../src/claims/lift.js'
import { firstPass, secondPass, secondPassRows, tallyOf } from '../src/claims/passes.js'
import type { SightedBlock } from '../src/claims/passes.js'
import { reasonsIn } from '../src/claims/reasons/index.js'
import { rowWidth } from '../src/claims/rows.js'
import { withoutCitations } from '../src/claims/without-citations.js'
import { eachSentence, foldCount, type Article, type Paragraph, type Section } from './articles.js'
import { boosted, type BoostingOptions, type Table } from './boosting.js'
import { gramTable } from './grams.js'
import { isotonic } from './isotonic.js'
import { headsOf, logOddsAt, regression } from './regression.js'
import { slotsFor, slotted } from './slots.js'

/** How large a model is to be learned. */
export interface ModelSize {
  /** Two to the power of this many grams may have weights of their own. */
  readonly bits: number
  readonly trees: number
}

const fullSize: ModelSize = { bits: 18, trees: 160 }

function boostingOptions({ trees }: ModelSize): BoostingOptions {
  return { trees, depth: 5, learningRate: 0.1, shrinkage: 8, smallestLeaf: 30 }
}

/** How much an article counts that is shown without its headings, or paragraph by paragraph, beside the same article shown whole. */
const partialWeight = 0.5

/**
 * Learns both passes and the calibration from articles; the thresholds are left at one half.
 *
 * @param say is told what has been done
 */
export function learned(
  training: readonly Article[],
  say: (message: string) => void,
  size: ModelSize = fullSize,
): ClaimModel {
  const { heads, unseen } = firstPassLearned(training, say, size)
  const documents = documentsOf(training, heads, unseen)
  const labels = Uint8Array.from(eachSentence(training, (_a, _s, { cited }, i) => cited[i]!))
  const table = shownTwice(documents, labels)
  const trees = boosted(table, boostingOptions(size))
  say('second pass: trees')
  const calibration = isotonic(outOfFold(documents, table, labels, size), labels, 40)
  say('calibration')
  return { heads, trees, calibration, thresholds: { strict: 0.5, balanced: 0.5, quiet: 0.5 } }
}

/** The heads, and for each sentence the log-odds that heads give which had no share in its article. */
function firstPassLearned(
  training: readonly Article[],
  say: (message: string) => void,
  { bits }: ModelSize,
): { heads: Heads; unseen: Int16Array } {
  const sentences = eachSentence(training, (_a, _s, paragraph, i) => paragraph.sentences[i]!)
  const folds = Uint8Array.from(eachSentence(training, ({ fold }) => fold))
  const numbers = new Map(training.map((article, i) => [article, i]))
  const articles = Int32Array.from(eachSentence(training, (article) => numbers.get(article)!))
  say(`${training.length} articles, ${sentences.length} sentences to learn from`)
  const every = gramTable(sentences.map(withoutCitations))
  const slots = slotsFor(every, articles, bits)
  const table = slotted(every, slots)
  say(`${slots.prints.reduce((sum, print) => sum + (print > 0 ? 1 : 0), 0)} grams with weights of their own`)

  const unseen = new Int16Array(sentences.length * headCount)
  const regressions = headNames.map((name, head) => {
    const lesson = lessons[name]
    const told = eachSentence(training, lesson)
    const targets = Float32Array.from(told, (target) => target ?? 0)
    const rows = Array.from(told.keys()).filter((row) => told[row] !== undefined)
    const learn = (rows: readonly number[]) =>
      regression(table, Int32Array.from(rows), targets, { bits, epochs: 3, seed: head + 1 })
    for (let fold = 0; fold < foldCount; fold++) {
      const other = learn(rows.filter((row) => folds[row] !== fold))
      for (const [row, own] of folds.entries()) {
        if (own === fold) unseen[row * headCount + head] = Math.round(perUnit * logOddsAt(table, row, other))
      }
    }
    say(`first pass: ${name}`)
    return learn(rows)
  })
  return { heads: headsOf(regressions, slots), unseen }
}

/** What a head is to learn of a sentence, in [0, 1]; undefined where it is not to learn from it. */
type Lesson = (article: Article, section: Section, paragraph: Paragraph, index: number) => number | undefined

const reporting = new Set(['methods', 'results', 'results and discussion'])

const lessons: Readonly<Record<HeadName, Lesson>> = {
  cited: (_a, _s, { cited }, i) => cited[i]!,
  following: (_a, _s, { cited }, i) => cited[i + 1],
  preceding: (_a, _s, { cited }, i) => cited[i - 1],
  'cited-arguing': ({ isReview }, { kind }, { cited }, i) =>
    isReview || !reporting.has(kind) ? cited[i]! : undefined,
  'cited-reporting': (_a, { kind }, { cited }, i) => (reporting.has(kind) ? cited[i]! : undefined),
  introduction: ofKind('introduction'),
  discussion: ofKind('discussion'),
  results: ofKind('results'),
  methods: ofKind('methods'),
  review: ({ isReview }) => (isReview ? 1 : 0),
  reason: (_a, _s, { sentences }, i) => liftShare(new Set(reasonsIn(sentences[i]!).map(({ kind }) => kind))),
}

function ofKind(name: Section['kind']): Lesson {
  return ({ isReview }, { kind }) => (isReview || kind === 'other' ? undefined : kind === name ? 1 : 0)
}

/** An article after the first pass. */
interface SightedArticle {
  readonly article: Article
  readonly sections: readonly { readonly kind: Section['kind']; readonly blocks: readonly SightedBlock[] }[]
}

/** The articles after the first pass, with log-odds from heads that had no share in them. */
function documentsOf(articles: readonly Article[], heads: Heads, unseen: Int16Array): SightedArticle[] {
  let at = 0
  return articles.map((article) => ({
    article,
    sections: article.sections.map(({ kind, paragraphs }) => ({
      kind,
      blocks: paragraphs.map(({ sentences }) => {
        const block = firstPass({ heads }, sentences)
        const own = unseen.subarray(at, (at += block.heads.length))
        return { ...block, heads: own, tally: tallyOf(own, block.surfaces) }
      }),
    })),
  }))
}

/**
 * What the second pass sees of every sentence: first all articles whole, then every other one without its headings and every
 * other one paragraph by paragraph, so that it also knows what to make of a text that has no more.
 */
function shownTwice(documents: readonly SightedArticle[], labels: Uint8Array): Table {
  const count = labels.length
  const values = new Int16Array(2 * count * rowWidth)
  const weights = new Float32Array(2 * count).fill(1, 0, count).fill(partialWeight, count)
  let at = 0
  const take = (block: SightedBlock, context: BlockContext) => {
    const width = block.texts.length * rowWidth
    values.set(secondPassRows(block, context).subarray(0, width), at)
    at += width
  }
  forEachBlock(documents, take)
  documents.forEach(({ article, sections }, i) => {
    const blocks = sections.flatMap(({ blocks }) => blocks)
    const shown = i % 2 === 0 ? [blocks] : blocks.map((block) => [block])
    for (const blocks of shown) forEachBlock([{ article, sections: [{ kind: 'other', blocks }] }], take)
  })
  return { values, width: rowWidth, labels: Uint8Array.from([...labels, ...labels]), weights }
}

function forEachBlock(
  documents: readonly SightedArticle[],
  visit: (block: SightedBlock, context: BlockContext, article: Article) => void,
): void {
  for (const { article, sections } of documents) {
    const contexts = contextsIn(
      sections.map(({ kind, blocks }) => ({ kind, blocks: blocks.map(({ tally }) => tally) })),
    )
    sections.forEach(({ blocks }, i) => {
      blocks.forEach((block, k) => {
        visit(block, contexts[i]![k]!, article)
      })
    })
  }
}

/** Log-odds of the second pass for the sentences of whole articles that its trees have not seen. */
function outOfFold(
  documents: readonly SightedArticle[],
  table: Table,
  labels: Uint8Array,
  size: ModelSize,
): Float32Array {
  const half = ({ fold }: Article) => fold % 2
  const halves = documents.flatMap(({ article, sections }) =>
    sections.flatMap(({ blocks }) => blocks.flatMap(({ texts }) => texts.map(() => half(article)))),
  )
  const trees = [0, 1].map((own) =>
    boosted(
      rowsOf(table, (row) => halves[row % labels.length] !== own),
      boostingOptions(size),
    ),
  )
  const logOdds = new Float32Array(labels.length)
  let at = 0
  forEachBlock(documents, (block, context, article) => {
    const rows = table.values.subarray(at * rowWidth, (at + block.texts.length) * rowWidth)
    logOdds.set(secondPass(trees[half(article)]!, block, context, rows).subarray(0, block.texts.length), at)
    at += block.texts.length
  })
  return logOdds
}

function rowsOf({ values, labels, weights }: Table, isTaken: (row: number) => boolean): Table {
  const rows = Int32Array.from(labels.keys()).filter(isTaken)
  const taken = new Int16Array(rows.length * rowWidth)
  rows.forEach((row, i) => {
    taken.set(values.subarray(row * rowWidth, (row + 1) * rowWidth), i * rowWidth)
  })
  return {
    values: taken,
    width: rowWidth,
    labels: Uint8Array.from(rows, (row) => labels[row]!),
    weights: Float32Array.from(rows, (row) => weights?.[row] ?? 1),
  }
}
