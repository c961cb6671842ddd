import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readArticles } from '../../../server/model/articles.js'
import { linesOfArticle } from '../../../server/model/jats-article.js'
import { convertFolder } from '../../../server/model/jats.js'

const article = `<?xml version="1.0"?>
<article article-type="review-article">
  <front>
    <journal-meta><journal-title-group><journal-title>Letters on Tea</journal-title></journal-title-group></journal-meta>
    <article-meta>
      <article-id pub-id-type="pmc">77</article-id>
      <article-id pub-id-type="doi">10.1234/tea.7</article-id>
      <pub-date><year>2019</year></pub-date>
      <abstract><p>Tea calms <xref ref-type="bibr" rid="r1">1</xref>.</p></abstract>
    </article-meta>
  </front>
  <body>
    <sec><title>Introduction</title>
      <p>Tea calms mice [<xref ref-type="bibr" rid="r1">1</xref>, <xref ref-type="bibr" rid="r2">2</xref>]. Nobody
        knows why. Theanine may help.<sup><xref ref-type="bibr" rid="r3">3</xref></sup> See <xref ref-type="fig" rid="f1">Figure 1</xref>.</p>
      <sec><title>Green <italic>tea</italic></title>
        <p>It is rich in theanine (<xref ref-type="bibr" rid="r4">Osei, 2011</xref>), says <xref ref-type="bibr" rid="r5">Lindqvist (2012)</xref>.
          <fig><caption><p>A cup.</p></caption></fig></p>
      </sec>
    </sec>
    <sec><title>Methods</title><p>We poured tea.</p></sec>
  </body>
  <back><ref-list><ref id="r1"><mixed-citation>Osei A. Tea. 2011.</mixed-citation></ref></ref-list></back>
</article>`

describe('articles in JATS', () => {
  const lines = linesOfArticle(article, 'tea.xml')

  it('become paragraphs with their headings', () => {
    assert.deepEqual(
      lines.map(({ doc, journal, year, type, section, para }) => ({
        doc,
        journal,
        year,
        type,
        section,
        para,
      })),
      [['Introduction'], ['Introduction', 'Green tea'], ['Methods']].map((section, para) => {
        return {
          doc: '10.1234/tea.7',
          journal: 'Letters on Tea',
          year: '2019',
          type: 'review-article',
          section,
          para,
        }
      }),
    )
  })

  it('lose their citation markers, whichever way they are set', () => {
    assert.deepEqual(
      lines[0]!.sentences.map(({ t, cw }) => [t, cw]),
      [
        ['Tea calms mice.', 1],
        ['Nobody knows why.', 0],
        ['Theanine may help.', 1],
        ['See Figure 1.', 0],
      ],
    )
    assert.deepEqual(
      lines[1]!.sentences.map(({ t }) => t),
      ['It is rich in theanine, says.'],
    )
  })

  it('keep them as keys beside', () => {
    assert.equal(lines[0]!.sentences[0]!.md, 'Tea calms mice [@r1; @r2].')
  })

  it('give nothing where there is no body, and what there is where they break off', () => {
    assert.deepEqual(linesOfArticle('<article><front/></article>', 'a.xml'), [])
    assert.deepEqual(linesOfArticle('no markup & no article', 'a.xml'), [])
    const broken = linesOfArticle('<article><body><p>Tea calms.</p><p>It <b>', 'a.xml')
    assert.equal(broken[0]!.sentences[0]!.t, 'Tea calms.')
    assert.equal(broken[0]!.doc, 'a.xml')
  })

  it('make a file that training reads', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jats-'))
    try {
      writeFileSync(join(folder, 'tea.nxml'), article)
      writeFileSync(join(folder, 'empty.xml'), '<article/>')
      const output = join(folder, 'out.jsonl.gz')
      assert.deepEqual(convertFolder(folder, output), { articles: 1, skipped: ['empty.xml'] })
      const [read] = readArticles(pathToFileURL(output))
      assert.equal(read!.isReview, true)
      assert.deepEqual(
        read!.sections.map(({ kind }) => kind),
        ['introduction', 'introduction', 'methods'],
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
