import assert from 'node:assert/strict'
import { commands, env, Selection, UIKind, window } from 'vscode'
import { eventually, newDocument, pasted } from './editor.js'

const ris = `TY  - JOUR
AU  - Oakes, Mia
TI  - Dormice at dusk
JO  - Rest
PY  - 2020
VL  - 4
SP  - 1
EP  - 9
ER  - 
`
const text = `Dormice wake late. Light delays sleep [1].

## References

1. Barlind A. Evening light and melatonin onset. J Sleep Med. 2009;19(5):415-22.
`

describe('pasting a work', () => {
  const ways = {
    'by the command': () => commands.executeCommand('bioprose.pasteReference'),
    'by the keyboard': () => {
      pasted(ris)
    },
  }
  for (const [how, act] of Object.entries(ways))
    it(`cites it and lists it, ${how}`, async function () {
      // Only a page can be made to paste from outside.
      if (how === 'by the keyboard' && env.uiKind !== UIKind.Web) this.skip()
      const document = await newDocument(text)
      await env.clipboard.writeText(ris)
      const editor = await window.showTextDocument(document)
      const caret = document.positionAt(text.indexOf(' late') + ' late'.length)
      editor.selection = new Selection(caret, caret)
      await commands.executeCommand('workbench.action.focusActiveEditorGroup')
      await act()
      const made = await eventually('the reference', () => {
        const now = document.getText()
        return now.includes('2. Oakes') ? now : undefined
      })
      assert.ok(made.startsWith('Dormice wake late [2]. Light'), made)
      assert.match(made, /\n2\. Oakes M\. Dormice at dusk\. Rest\. 2020;4:1-9\.\n$/)
    })
})
