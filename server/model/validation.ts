import { rowWidth } from '../src/claims/context.js'
import { judge } from '../src/claims/judge.js'
import type { ClaimModel, SentenceForm } from '../src/claims/judge.js'
import { firstPass, secondPassRows } from '../src/claims/passes.js'
import { logOddsOf } from '../src/claims/trees.js'
import { withoutCitations } from '../src/claims/without-citations.js'
import type { Paragraph } from './articles.js'
import { figuresOf } from './figures.js'
import type { Figures } from './figures.js'
import { logOddsAt, plainGramTable, regression } from './regression.js'

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
  /** Sentences judged in a second of one core's time, context and reasons included. */
  readonly sentencesPerSecond: number
  /** The rows as a Markdown table. */
  readonly table: string
}

/** Judges every sentence of the validation articles, and trains and runs the plain baseline on the same split. */
export function validated(model: ClaimModel, paragraphs: readonly Paragraph[]): Results {
  const apart = paragraphs.filter(({ isValidation }) => isValidation)
  const training = paragraphs.filter(({ isValidation }) => !isValidation)
  const started = process.cpuUsage()
  const judgements = apart.flatMap(({ sentences }) => judge(model, sentences))
  const used = process.cpuUsage(started)
  const probabilities = judgements.map(({ probability }) => probability)
  const labels = apart.flatMap(({ cited }) => cited)
  const central = apart.flatMap(({ sentences, section }) =>
    sentences.map(() => section === 'introduction' || section === 'discussion'),
  )
  const bare = apart.flatMap(({ sentences }) => bareProbabilities(model, sentences))
  const baseline = baselineProbabilities(training, apart)
  const centrally = <T>(values: readonly T[]) => values.filter((_, i) => central[i])
  const rows = [
    { name: 'judge, all sections', figures: figuresOf(probabilities, labels) },
    { name: 'judge without reasons and forms, all sections', figures: figuresOf(bare, labels) },
    { name: 'baseline, all sections', figures: figuresOf(baseline, labels) },
    {
      name: 'judge, introductions and discussions',
      figures: figuresOf(centrally(probabilities), centrally(labels)),
    },
    {
      name: 'judge without reasons and forms, introductions and discussions',
      figures: figuresOf(centrally(bare), centrally(labels)),
    },
    {
      name: 'baseline, introductions and discussions',
      figures: figuresOf(centrally(baseline), centrally(labels)),
    },
  ]
  const forms = new Map<SentenceForm, { sentences: number; cited: number }>()
  judgements.forEach(({ form }, i) => {
    const known = forms.get(form) ?? { sentences: 0, cited: 0 }
    forms.set(form, { sentences: known.sentences + 1, cited: known.cited + labels[i]! })
  })
  return {
    trainingArticles: new Set(training.map(({ article }) => article)).size,
    validationArticles: new Set(apart.map(({ article }) => article)).size,
    rows,
    forms,
    thresholds: Object.entries(model.thresholds).map(([name, at]: [string, number]) => {
      return { name, at, ...atThreshold(at, centrally(probabilities), centrally(labels)) }
    }),
    sentencesPerSecond: Math.round((1e6 * judgements.length) / (used.user + used.system)),
    table: tableOf(rows),
  }
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

/** What the trees alone say: no reason lifts a sentence, no form holds it down. */
function bareProbabilities(model: ClaimModel, sentences: readonly string[]): number[] {
  const rows = secondPassRows(firstPass(model, sentences))
  return sentences.map((_, i) => 1 / (1 + Math.exp(-logOddsOf(model.trees, rows, i * rowWidth))))
}

/** A plain logistic regression over hashed word 1–2-grams, each sentence for itself. */
function baselineProbabilities(training: readonly Paragraph[], apart: readonly Paragraph[]): number[] {
  const rowsOf = (paragraphs: readonly Paragraph[]) =>
    paragraphs.flatMap(({ sentences }) => sentences.map(withoutCitations))
  const learnedFrom = rowsOf(training)
  const table = plainGramTable([...learnedFrom, ...rowsOf(apart)])
  const targets = Float32Array.from(training.flatMap(({ cited }) => cited))
  const rows = Int32Array.from(targets.keys())
  const baseline = regression(table, rows, targets, { bits: 20, epochs: 3, seed: 1 })
  return apart
    .flatMap(({ sentences }) => sentences)
    .map((_, i) => 1 / (1 + Math.exp(-logOddsAt(table, learnedFrom.length + i, baseline))))
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
