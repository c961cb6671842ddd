import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { loadModel } from '../../../server/src/claims/judge.js'
import { modelBytes } from '../../../server/src/claims/model.js'
import { articlesIn, eachSentence, type Line } from '../../../server/model/articles.js'
import { learned } from '../../../server/model/learning.js'
import { judgedArticles } from '../../../server/model/validation.js'

const subjects = ['Zinc', 'Tea', 'Iron', 'Garlic', 'Rye', 'Honey', 'Sleep', 'Salt', 'Milk', 'Oats']
const effects = ['shortens colds', 'calms mice', 'lowers fever', 'thickens blood', 'soothes skin']

/** Made-up articles: introductions cite what has been shown, methods cite nothing. */
const lines: Line[] = Array.from({ length: 40 }, (_, i) =>
  ['Introduction', 'Methods'].map((heading, part): Line => {
    const subject = subjects[i % 10]!
    const effect = effects[i % 5]!
    const sentences =
      part === 0
        ? [
            { t: `It has been shown that ${subject} ${effect}.`, cw: 1 as const },
            { t: `Here we ask whether ${subject} does so in horses.`, cw: 0 as const },
            { t: `Previous studies found that it ${effect} in adults.`, cw: 1 as const },
          ]
        : [
            { t: `We bought ${subject} in town.`, cw: 0 as const },
            { t: `Samples were kept at −80 °C for ${i} days.`, cw: 0 as const },
          ]
    return { doc: `10.1234/made.up.${i}`, type: 'research-article', section: [heading], sentences }
  }),
).flat()

describe('training', () => {
  const articles = articlesIn(lines)
  const silent = () => undefined
  const small = { bits: 12, trees: 20 }

  it('gives the same bytes for the same articles, and a model that has learned from them', function () {
    this.timeout(60_000)
    const model = learned(articles, silent, small)
    assert.deepEqual(
      Buffer.from(modelBytes(learned(articles, silent, small))),
      Buffer.from(modelBytes(model)),
    )
    const probabilities = judgedArticles(model, articles).map(({ probability }) => probability)
    const labels = eachSentence(articles, (_a, _s, { cited }, i) => cited[i]!)
    const mean = (label: number) => {
      const those = probabilities.filter((_, i) => labels[i] === label)
      return those.reduce((sum, each) => sum + each, 0) / those.length
    }
    assert.ok(mean(1) > mean(0) + 0.3, `${mean(1)} and ${mean(0)}`)
  })

  it('keeps an article on its side whatever others there are', () => {
    const alone = articlesIn(lines.filter(({ doc }) => doc === '10.1234/made.up.7'))[0]!
    const among = articles.find(({ id }) => id === alone.id)!
    assert.deepEqual([alone.fold, alone.isValidation], [among.fold, among.isValidation])
  })
})

describe('the model card', () => {
  const folder = new URL('../../../server/model/', import.meta.url)
  const bytes = readFileSync(new URL('claims.bin', folder))
  const card = readFileSync(new URL('README.md', folder), 'utf8')

  it('is of the model file that lies beside it', () => {
    const { thresholds, trees } = loadModel(bytes)!
    assert.ok(card.includes(`(${Math.round(bytes.length / 1000)} kB)`))
    assert.ok(card.includes(`(${trees.columns.length / trees.depth} of depth ${trees.depth})`))
    for (const [name, at] of Object.entries(thresholds) as [string, number][])
      assert.ok(card.includes(`| ${name} | ${at.toFixed(3)} |`), `${name} ${at}`)
  })

  it('is of a file of at most 4 MB', () => {
    assert.ok(bytes.length <= 4_000_000)
  })
})
