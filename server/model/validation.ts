import { contextsIn, type BlockContext } from '../src/claims/context.js'
import { firstPass, judge, judgeAlone } from '../src/claims/judge.js'
import type { ClaimModel, Judgement, SectionKind, SentenceForm } from '../src/claims/judge.js'
import { secondPassRows, type SightedBlock } from '../src/claims/passes.js'
import { rowWidth } from '../src/claims/rows.js'
import { asking, logOddsOf } from '../src/claims/trees.js'
import { withoutCitations } from '../src/claims/without-citations.js'
import { eachSentence, paragraphsOf, type Article } from './articles.js'
import { figuresOf } from './figures.js'
import type { Figures } from './figures.js'
import { plainGramTable } from './grams.js'
import { logOddsAt, regression } from './regression.js'

/** What the judge and the baseline reach on the articles that were kept apart. */
export interface Results {
  readonly trainingArticles: number
  readonly validationArticles: number
  readonly rows: readonly { readonly name: string; readonly figures: Figures }[]
  /** For each form: how many sentences have it, and how many of them the authors cite. */
  readonly forms: ReadonlyMap<SentenceForm, { readonly sentences: number; readonly cited: number }>
  /** Recall and share of flagged sentences at each threshold, in introductions and discussions. */
  readonly thresholds: readonly {
    readonly name: string
    readonly at: number
    readonly precision: number
    readonly recall: number
  }[]
  /** Sentences judged in a second of one core's time, context and all. */
  readonly sentencesPerSecond: number
  /** The rows as a Markdown table. */
  readonly table: string
}

/** Judges every sentence of the validation articles, and trains and runs the plain baseline on the same split. */
export function validated(model: ClaimModel, articles: readonly Article[]): Results {
  const apart = articles.filter(({ isValidation }) => isValidation)
  const training = articles.filter(({ isValidation }) => !isValidation)
  const started = process.cpuUsage()
  const judgements = judgedArticles(model, apart)
  const used = process.cpuUsage(started)
  const probabilities = judgements.map(({ probability }) => probability)
  const labels = eachSentence(apart, (_a, _s, { cited }, i) => cited[i]!)
  const kinds = eachSentence(apart, ({ isReview }, { kind }) => ({ isReview, kind }))
  const columns: readonly (readonly [string, readonly number[]])[] = [
    ['judge', probabilities],
    ['judge without forms', bareProbabilities(model, apart)],
    ['judge, each paragraph by itself', aloneProbabilities(model, apart)],
    ['baseline', baselineProbabilities(training, apart)],
  ]
  const parts: readonly (readonly [string, (row: number) => boolean])[] = [
    ['all sections', () => true],
    ['introductions and discussions', (row) => isCentral(kinds[row]!.kind)],
    ['introductions, discussions and reviews', (row) => kinds[row]!.isReview || isCentral(kinds[row]!.kind)],
  ]
  const rows = parts.flatMap(([part, isIn]) =>
    columns.map(([name, values]) => ({
      name: `${name}, ${part}`,
      figures: figuresWhere(isIn, values, labels),
    })),
  )
  for (const kind of ['introduction', 'methods', 'results', 'discussion'] as const) {
    const isIn = (row: number) => !kinds[row]!.isReview && kinds[row]!.kind === kind
    rows.push({ name: `judge, ${kind} of research`, figures: figuresWhere(isIn, probabilities, labels) })
  }
  const ofReviews = figuresWhere((row) => kinds[row]!.isReview, probabilities, labels)
  rows.push({ name: 'judge, reviews', figures: ofReviews })
  const forms = new Map<SentenceForm, { sentences: number; cited: number }>()
  judgements.forEach(({ form }, i) => {
    const known = forms.get(form) ?? { sentences: 0, cited: 0 }
    forms.set(form, { sentences: known.sentences + 1, cited: known.cited + labels[i]! })
  })
  const central = labels.map((_, row) => isCentral(kinds[row]!.kind))
  return {
    trainingArticles: training.length,
    validationArticles: apart.length,
    rows,
    forms,
    thresholds: Object.entries(model.thresholds).map(([name, at]: [string, number]) => {
      return { name, at, ...atThreshold(at, where(central, probabilities), where(central, labels)) }
    }),
    sentencesPerSecond: Math.round((1e6 * judgements.length) / (used.user + used.system)),
    table: tableOf(rows),
  }
}

/** The judge's word on every sentence of some articles, each article shown whole. */
export function judgedArticles(model: ClaimModel, articles: readonly Article[]): Judgement[] {
  return inContext(model, articles, (block, context) => judge(model, block, context))
}

/** What is read of each paragraph of some articles, after the first pass and in the light of its whole article. */
function inContext<T>(
  model: ClaimModel,
  articles: readonly Article[],
  read: (block: SightedBlock, context: BlockContext) => readonly T[],
): T[] {
  return articles.flatMap(({ sections }) => {
    const blocks = sections.map(({ paragraphs }) =>
      paragraphs.map(({ sentences }) => firstPass(model, sentences)),
    )
    const contexts = contextsIn(
      sections.map(({ kind }, i) => ({ kind, blocks: blocks[i]!.map(({ tally }) => tally) })),
    )
    return blocks.flatMap((section, i) => section.flatMap((block, k) => read(block, contexts[i]![k]!)))
  })
}

/** Whether the label means most there: authors' own methods and results are cited by nobody yet. */
export function isCentral(kind: SectionKind): boolean {
  return kind === 'introduction' || kind === 'discussion'
}

function figuresWhere(
  isIn: (row: number) => boolean,
  probabilities: readonly number[],
  labels: readonly number[],
): Figures {
  const taken = labels.map((_, row) => isIn(row))
  return figuresOf(where(taken, probabilities), where(taken, labels))
}

function where<T>(taken: readonly boolean[], values: readonly T[]): T[] {
  return values.filter((_, i) => taken[i])
}

function atThreshold(at: number, probabilities: readonly number[], labels: readonly number[]) {
  let flagged = 0
  let hits = 0
  let positives = 0
  labels.forEach((label, i) => {
    positives += label
    if (probabilities[i]! < at) return
    flagged++
    hits += label
  })
  return { precision: hits / flagged, recall: hits / positives }
}

/** What the trees alone say of articles shown whole: no form holds a sentence down, no reason lifts it. */
function bareProbabilities(model: ClaimModel, articles: readonly Article[]): number[] {
  return inContext(model, articles, (block, context) => {
    const rows = secondPassRows(block, context)
    return block.texts.map((_, n) => 1 / (1 + Math.exp(-logOddsOf(asking(model.trees), rows, n * rowWidth))))
  })
}

function aloneProbabilities(model: ClaimModel, articles: readonly Article[]): number[] {
  return paragraphsOf(articles).flatMap(({ sentences }) =>
    judgeAlone(model, sentences).map(({ probability }) => probability),
  )
}

/** A plain logistic regression over hashed word 1–2-grams, each sentence for itself. */
function baselineProbabilities(training: readonly Article[], apart: readonly Article[]): number[] {
  const textsOf = (articles: readonly Article[]) =>
    eachSentence(articles, (_a, _s, { sentences }, i) => withoutCitations(sentences[i]!))
  const learnedFrom = textsOf(training)
  const table = plainGramTable([...learnedFrom, ...textsOf(apart)])
  const targets = Float32Array.from(eachSentence(training, (_a, _s, { cited }, i) => cited[i]!))
  const rows = Int32Array.from(targets.keys())
  const baseline = regression(table, rows, targets, { bits: 20, epochs: 3, seed: 1 })
  return eachSentence(apart, () => 0).map(
    (_, i) => 1 / (1 + Math.exp(-logOddsAt(table, learnedFrom.length + i, baseline))),
  )
}

function tableOf(rows: Results['rows']): string {
  const head =
    '| | sentences | cited | AUC | average precision | best F1 | recall at precision 0.8 | ECE |\n| --- | --: | --: | --: | --: | --: | --: | --: |'
  const lines = rows.map(({ name, figures }) => {
    const { auc, averagePrecision, bestF1, recallAt80, calibrationError } = figures
    const numbers = [auc, averagePrecision, bestF1, recallAt80, calibrationError].map((value) =>
      value.toFixed(3),
    )
    return `| ${[name, figures.sentences, `${(100 * figures.cited).toFixed(1)} %`, ...numbers].join(' | ')} |`
  })
  return [head, ...lines].join('\n')
}
