import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import type { TextDocument } from 'vscode'
import {
  definitionsAt,
  eventually,
  fileUri,
  hoversAt,
  lineAt,
  markdownOf,
  open,
  openCopy,
  problemsOf,
  rangeOf,
  replace,
} from './editor.js'

const name = 'neurotrophins.md'
const isThere = existsSync(fileUri(name).fsPath)

/** On CI the public data must be there; elsewhere the project passes its tests without it. */
const describeArticle = isThere || process.env.CI === 'true' ? describe : describe.skip

describeArticle(`the article of the public data${isThere ? '' : ' (there is no folder ../shared)'}`, () => {
  let document: TextDocument

  before(async () => {
    document = await open(name)
  })

  it('explains TrkB', async () => {
    const mention = rangeOf(document, 'kinase B (|TrkB|), it')
    const [hover] = await eventually('a hover', () => hoversAt(document, mention))
    assert.ok(hover)
    assert.match(markdownOf(hover), /receptor/)
    assert.ok(hover.range?.isEqual(mention), document.getText(hover.range))
  })

  it('leads from hexarelin to the entry about it', async () => {
    const mention = rangeOf(document, 'Ipamorelin / |Hexarelin|')
    const targets = await eventually('a definition', () => definitionsAt(document, mention))
    assert.match(await lineAt(targets[0]!), /^- Barlind, Anna/)
  })

  it('leads from a new citation to its entry', async () => {
    const copy = await openCopy(name)
    await replace(
      copy,
      'a cascade of intracellular events.',
      'a cascade of intracellular events (Barlind et al., 2009).',
    )
    const targets = await eventually('a definition', () =>
      definitionsAt(copy, rangeOf(copy, '(|Barlind et al., 2009|)')),
    )
    assert.match(await lineAt(targets[0]!), /^- Barlind, Anna/)
  })

  it('has its plain claims listed, and none of its headings, pictures and references', async () => {
    const problems = await eventually('problems', () => problemsOf(document, 'uncited-claim'))
    assert.ok(problems.length >= 25, `Only ${problems.length} claims are listed.`)
    const referenceList = rangeOf(document, '## References').start.line
    const reflection = rangeOf(document, '## Reflection\n').start.line
    for (const { range } of problems) {
      const line = document.lineAt(range.start.line).text
      assert.ok(!line.startsWith('#') && !line.startsWith('!['), line)
      assert.ok(range.start.line < referenceList || range.start.line > reflection, line)
    }
  })

  it('has a claim less when one is cited', async () => {
    const copy = await openCopy(name)
    const stretch = 'elevate circulating BDNF levels for a period following the exercise bout'
    const isListed = () => problemsOf(copy).some(({ range }) => copy.getText(range).includes(stretch))
    await eventually('the problem', () => isListed() || undefined)
    await replace(copy, `${stretch}.`, `${stretch} (Nofuji et al., 2012).`)
    await eventually('the problem to go', () => !isListed() || undefined)
  })
})
