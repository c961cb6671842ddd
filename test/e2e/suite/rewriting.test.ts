import assert from 'node:assert/strict'
import { type CodeAction, commands, type TextDocument, workspace, type WorkspaceEdit } from 'vscode'
import { eventually, newDocument, rangeOf } from './editor.js'

const numbered = `Light delays sleep [2]. Noise does so, too [3, 1].

## References

1. Fern L. Winter sleep of dormice. Rest. 2012;3(1):1-9.
2. Barlind A, Wren B. Evening light and melatonin onset. J Sleep Med. 2009;19(5):415-22.
3. Okafor C. Noise at night. Rest. 2011;2(1):1-9.
`

describe('rewriting', () => {
  it('converts all citations of a document', async () => {
    const document = await newDocument(numbered)
    await applyAction(document, 'refactor.rewrite', 'Convert all citations to author and year')
    assert.ok(document.getText().startsWith('Light delays sleep (Barlind and Wren, 2009). Noise does so, too (Okafor, 2011; Fern, 2012).'), document.getText()) // prettier-ignore
  })

  it('moves a list into a library, which it makes', async () => {
    const document = await newDocument(numbered)
    const actions = await eventually('refactorings', () => actionsOf(document, 'refactor.rewrite'))
    // A document that was never saved has no folder where a library could be made.
    assert.ok(!actions.some(({ title }) => title.includes('library')))
  })

  it('moves a reference to another number when its number is renamed', async () => {
    const document = await newDocument(numbered)
    const at = rangeOf(document, 'sleep [|2|]').start
    const edit = await eventually('an edit', async () => {
      const made = await commands.executeCommand<WorkspaceEdit | undefined>('vscode.executeDocumentRenameProvider', document.uri, at, '1') // prettier-ignore
      return made && made.size > 0 ? made : undefined
    })
    assert.ok(await workspace.applyEdit(edit))
    assert.ok(
      document.getText().startsWith('Light delays sleep [1]. Noise does so, too [2, 3].'),
      document.getText(),
    )
    assert.match(document.getText(), /\n1\. Barlind.*\n2\. Fern.*\n3\. Okafor/)
  })

  it('fixes all that is sure to be right, when saving asks for it', async () => {
    const document = await newDocument(
      `Noise wakes sleepers (Okafor, 2010).\n\n${numbered.slice(numbered.indexOf('##'))}`,
    )
    await applyAction(document, 'source.fixAll', 'Fix all that BioProse can mend')
    assert.ok(document.getText().startsWith('Noise wakes sleepers (Okafor, 2011).'), document.getText())
  })
})

async function actionsOf(document: TextDocument, kind: string): Promise<readonly CodeAction[]> {
  const whole = document.validateRange(rangeOf(document, document.getText()))
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, whole, kind)
}

async function applyAction(document: TextDocument, kind: string, title: string): Promise<void> {
  const { edit } = await eventually(title, async () =>
    (await actionsOf(document, kind)).find((action) => action.title === title),
  )
  assert.ok(edit && (await workspace.applyEdit(edit)))
}
