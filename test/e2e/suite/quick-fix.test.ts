import assert from 'node:assert/strict'
import { type CodeAction, commands, type TextDocument, workspace } from 'vscode'
import { eventually, openCopy, problemsOf, quickFixesAt, rangeOf, writtenBy } from './editor.js'

const claim = 'Studies show that eight weeks of running raise serum BDNF by 20% in older adults'

describe('quick fix of an uncited claim', () => {
  it('inserts a citation of the reference that fits best, as the document cites', async () => {
    const document = await openCopy('running.md')
    const citing = await fixWriting(document, 'Okafor')
    await apply(citing)
    assert.match(document.getText(), /older adults \(Okafor (&|and) Reyes, 2016\)\./)
    await eventually('the problem to go', () => !isListed(document) || undefined)
  })

  it('silences the sentence with a comment', async () => {
    const document = await openCopy('running.md')
    await apply(await fixWriting(document, '<!-- bioprose-disable'))
    await eventually('the problem to go', () => !isListed(document) || undefined)
    assert.ok(document.getText().includes(claim))
  })
})

function isListed(document: TextDocument): boolean {
  return problemsOf(document, 'uncited-claim').some(({ range }) => document.getText(range).startsWith(claim))
}

async function fixWriting(document: TextDocument, text: string): Promise<CodeAction> {
  await eventually('the problem', () => isListed(document) || undefined)
  return eventually(`a fix that writes ${text}`, async () => {
    const fixes = await quickFixesAt(document, rangeOf(document, claim))
    return fixes.find((fix) => writtenBy(fix, document).includes(text))
  })
}

async function apply({ edit, command }: CodeAction): Promise<void> {
  if (edit) assert.ok(await workspace.applyEdit(edit))
  if (command) await commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]))
}
