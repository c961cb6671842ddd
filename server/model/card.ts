import { slotWidth } from '../src/claims/heads.js'
import { nothingAsserted } from '../src/claims/judge.js'
import type { ClaimModel } from '../src/claims/judge.js'
import type { Results } from './validation.js'

/** The model card, written anew by every training, so that no number in it is typed by hand. */
export function card(results: Results, model: ClaimModel, bytes: number): string {
  const { slots } = model.heads
  let grams = 0
  for (let at = 0; at < slots.length; at += slotWidth) if (slots[at] !== 0) grams++
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  const thresholds = results.thresholds.map(
    ({ name, at, precision, recall }) =>
      `| ${name} | ${at.toFixed(3)} | ${percent(precision)} | ${percent(recall)} |`,
  )
  const forms = [...results.forms]
    .sort((a, b) => b[1].sentences - a[1].sentences)
    .map(([form, { sentences, cited }]) => `| ${form} | ${sentences} | ${percent(cited / sentences)} |`)
  return `# The claim judge

Written by \`npm run train\` (\`server/model/train.ts\`); change that program, not this page.

\`claims.bin\` (${Math.round(bytes / 1000)} kB) says for each sentence of a document how probable it is that a careful author would cite a source there,
judged with citation markers disregarded.

## How it judges
1. Citation markers and what cutting them leaves behind are taken out, in training and in the editor alike.
2. Linear models over hashed words, phrases and 3–5-grams of the characters of a word (${model.heads.biases.length} of them, side by side, over the ${grams} grams
   that stand in at least eight articles; weights in 31 steps) give each sentence its log-odds of being cited, of its neighbours being
   cited, of coming from an introduction, a discussion, results, methods or a review, and of giving a reason for a source.
3. Boosted trees (${model.trees.columns.length / model.trees.depth} of depth ${model.trees.depth}) see these, the sentence's length and the like, the same of the sentences around it in its paragraph, the means
   over its paragraph, its section and the document, what kind of section its headings announce, and its place. In training, the log-odds they
   see come from models that had no share in the article, and every article is shown twice: whole, and without headings or paragraph by
   paragraph.
4. The genre is told from the whole document: research, review, or a text for the public, which speaks to its readers. In texts for the public
   (and in very short ones that do not report own work) reasons that a sentence gives (an appeal to unnamed studies, a figure, an
   effect, …) lift it towards the middle of the scale. A decision (\`server/src/claims/lift.ts\`): plain statements of fact in texts for the
   public are claims, and research articles cannot teach that.
5. A rising curve makes probabilities of log-odds. It is fitted to articles that the trees had not seen.
6. A sentence that asserts nothing (question, instruction, speaking of the text itself, rhetoric, fragment; speaking to the reader without
   an appeal to studies or a figure) gets at most ${nothingAsserted}. A decision, too.

## Data
Paragraphs of ${results.trainingArticles + results.validationArticles} open-access research and review articles (CC BY or CC0), most of them of plant science, nutrition and cell biology: ${results.trainingArticles} to learn from,
${results.validationArticles} kept apart by a hash of the article's identifier. A sentence counts as cited where its authors cite something in it. No text of the
articles is in the model file, only weights. The model file is under the licence of this project.

\`npx tsx server/model/jats.ts FOLDER OUTPUT.jsonl.gz\` turns any folder of articles in JATS XML into the same format, so that the data can be rebuilt and
widened.

## Figures, on the articles kept apart
${results.table}

The baseline is a plain logistic regression over word 1–2-grams on the same split, each sentence for itself. "Without forms": the trees' word
alone. ECE: expected calibration error over ten bins. The judge handled ${Math.round(results.sentencesPerSecond / 1000)} 000 sentences in a second of CPU time where it was trained,
on a machine that had other work to do.

The sensitivities are the lowest probabilities that reach precision 0.5, 0.7 and 0.9 in the introductions and discussions kept apart:

| sensitivity | from probability | precision | recall |
| --- | --: | --: | --: |
${thresholds.join('\n')}

How often sentences of each form are cited in these articles:

| form | sentences | cited |
| --- | --: | --: |
${forms.join('\n')}

## Limits
- The label is what authors did, not what they should have done: their own results carry no citation, and one citation may stand for a
  whole paragraph. Precision against this label understates how often a flagged sentence deserves a source.
- It has learned research prose. In texts for the public, sentences that speak to the reader and stock images of health writing are held
  low by their form, not by anything learned.
- English only.
- The sensitivities are chosen on the articles that the figures are given for, and so were the first choices of grams; what the trees see and
  how many there are was chosen on the training articles, by scores out of fold. The patterns of reasons and forms, and the lift, were made
  with a view to one health article: on text of other kinds, expect somewhat less.
`
}
