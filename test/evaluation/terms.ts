import { argv } from 'node:process'
import { modelIn } from '../../server/src/hosts/engine.js'
import { modelFolder } from '../../server/src/hosts/package-files.js'
import type { Lexicon } from '../../server/src/terms/lexicon.js'
import { hitsIn } from '../../server/src/terms/matcher.js'
import { recognisedKinds, type RecognisedKind } from '../../server/src/terms/recognition/kinds.js'
import { hitsOfKind } from '../../server/src/terms/recognition/knowledge.js'
import { loadTermModel, termModelBytes, type KindModel } from '../../server/src/terms/recognition/model.js'
import type { Name } from '../../server/src/text/name.js'
import { recognitionsOf } from '../../server/src/workspace/mentions.js'
import { Workspace } from '../../server/src/workspace/workspace.js'
import { documentsOf, foldCount, foldOf, lexiconOf, type SetDocument } from '../../server/model/terms/sets.js'
import { taught, trained, withModel } from '../../server/model/terms/training.js'

/**
 * Precision and recall of recognised terms on public gold standards, spans compared exactly, beside what a plain look-up of
 * the same vocabularies finds. Every document is read by a model that learnt from other documents alone: five folds.
 * Of genes, also how many right spans of human genes were given the right identifier. With `--fold N` one fold is
 * measured; with `--errors`, what was missed or wrong in it is printed. With `--kind gene`, only that.
 */
export async function evaluateTerms(): Promise<void> {
  const asked = recognisedKinds.filter((kind) => argv.includes(kind))
  for (const kind of asked.length > 0 ? asked : recognisedKinds) await evaluateKind(kind)
}

interface Reading {
  readonly document: SetDocument
  readonly plain: readonly Found[]
  readonly reached: readonly Found[]
}

interface Found {
  readonly start: number
  readonly end: number
  readonly concept: Name
}

async function evaluateKind(kind: RecognisedKind): Promise<void> {
  const lexicon = await lexiconOf(kind)
  const lessons = taught(documentsOf(kind), lexicon, kind)
  const only = argv.indexOf('--fold')
  const readings: Reading[] = []
  for (let fold = 0; fold < foldCount; fold++) {
    if (only >= 0 && Number(argv[only + 1]) !== fold) continue
    const others = lessons.filter(({ document }) => foldOf(document) !== fold)
    const taughtLexicon = withModel(lexicon, kind, asShipped(trained(others, lexicon, kind), kind))
    for (const { document } of lessons) {
      if (foldOf(document) !== fold) continue
      readings.push({
        document,
        plain: plainlyFound(document, lexicon, kind),
        reached: foundIn(document, taughtLexicon),
      })
    }
  }
  for (const set of new Set(readings.map(({ document }) => document.set))) {
    const ofSet = readings.filter(({ document }) => document.set === set)
    console.log(`${kind}s in ${set} (${ofSet.length} documents)`)
    console.log(`  plain look-up  ${figures(ofSet, ({ plain }) => plain)}`)
    console.log(`  reached        ${figures(ofSet, ({ reached }) => reached)}`)
    if (kind === 'gene') console.log(`  human genes    ${identified(ofSet, lexicon)}`)
    if (argv.includes('--errors')) printErrors(ofSet)
  }
}

/** A model as it comes back from its file, whose weights are coarser than what was learnt. */
function asShipped(model: KindModel, kind: RecognisedKind): KindModel {
  return loadTermModel(termModelBytes({ gene: model, chemical: model, disease: model }))![kind]
}

function plainlyFound({ text }: SetDocument, lexicon: Lexicon, kind: RecognisedKind): readonly Found[] {
  return hitsOfKind(hitsIn(text, lexicon.table), lexicon, kind).map(({ start, end, forms }) => ({
    start,
    end,
    concept: lexicon.entries[forms[0]!.index]!.concept,
  }))
}

let workspace: Workspace | undefined

/** What is recognised in a document as the command line reads it, Markdown and all. */
function foundIn({ text }: SetDocument, lexicon: Lexicon): readonly Found[] {
  const uri = 'file:///document.md'
  workspace ??= new Workspace(lexicon, modelIn(modelFolder()))
  workspace.apply([
    { kind: 'lexicon', lexicon },
    { kind: 'open', uri, text },
  ])
  return recognitionsOf(workspace.snapshot.view(uri)!)
}

function figures(readings: readonly Reading[], of: (reading: Reading) => readonly Found[]): string {
  let [right, found, gold] = [0, 0, 0]
  for (const reading of readings) {
    const expected = new Set(reading.document.gold.map(placeOf))
    const actual = new Set(of(reading).map(placeOf))
    gold += expected.size
    found += actual.size
    for (const place of actual) if (expected.has(place)) right++
  }
  const [precision, recall] = [right / found, right / gold]
  const f1 = (2 * right) / (found + gold)
  return `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)} (${right} right of ${found} found, ${gold} in the gold standard)`
}

/** How many right spans whose gold identifier is a human gene's were given that identifier. */
function identified(readings: readonly Reading[], lexicon: Lexicon): string {
  let [right, rightGenes, genes, all] = [0, 0, 0, 0]
  for (const { document, reached } of readings) {
    const found = new Map(reached.map((one) => [placeOf(one), one]))
    for (const mention of document.gold) {
      const one = found.get(placeOf(mention))
      const ids = mention.ids.map((id): Name => `NCBIGene:${id}`)
      const concepts = new Set(ids.flatMap((id) => lexicon.ids.get(id) ?? []))
      if (!one || concepts.size === 0) continue
      const isRight = concepts.has(one.concept)
      all++
      if (mention.type === 'Gene') {
        genes++
        if (isRight) rightGenes++
      }
      if (isRight) right++
      else if (argv.includes('--errors'))
        console.log(
          'id     ',
          mention.type,
          document.text.slice(mention.start, mention.end),
          mention.ids.join(),
          one.concept,
          [...concepts].join(),
        )
    }
  }
  return `right identifier for ${(right / all).toFixed(3)} of the right spans (${right} of ${all}); families left out, ${(rightGenes / genes).toFixed(3)}`
}

function printErrors(readings: readonly Reading[]): void {
  for (const { document, reached } of readings) {
    const { text, gold } = document
    const expected = new Set(gold.map(placeOf))
    const actual = new Set(reached.map(placeOf))
    const written = ({ start, end }: { start: number; end: number }): string =>
      `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 20)}`
    for (const mention of gold) if (!actual.has(placeOf(mention))) console.log('missed ', written(mention))
    for (const one of reached) if (!expected.has(placeOf(one))) console.log('wrong  ', written(one))
  }
}

function placeOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start} ${end}`
}
