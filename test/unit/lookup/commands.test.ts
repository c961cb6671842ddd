import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { ApplyWorkspaceEditParams, TextDocumentEdit } from 'vscode-languageserver'
import { crossrefAnswer, crossrefSearch, medlineAnswer } from './answers.js'
import { clientOf, paper, type Client } from './client.js'
import { json, standIn, type StandIn } from './stand-in.js'

const text = `Light delays sleep [1, 2].

## References

1. Barlind A, Wren B. Evening light and melatonin onset & sleep. J Sleep Med. 19(5):415-22. doi:10.5555/light.19
2. Okafor C, Fern L. Noise at night. Rest. 2011;2(1):101-9. PMID: 900001
`
const firstReference = { line: 4, character: 6 }

describe('looking up from an editor', () => {
  let services: StandIn
  let client: Client | undefined
  beforeEach(async () => {
    services = await standIn()
    services.script = (path, response) => {
      if (path.startsWith('api.crossref.org')) json(response, crossrefAnswer())
      else json(response, medlineAnswer(), 'text/plain')
    }
  })
  afterEach(async () => {
    client?.close()
    client = undefined
    await services.close()
  })
  const open = async (given: Partial<Parameters<typeof clientOf>[1]> = {}): Promise<Client> => {
    client = await clientOf(services, { text, ...given })
    return client
  }
  const editIn = (params: ApplyWorkspaceEditParams | undefined): TextDocumentEdit => {
    assert.ok(params, 'a change was made')
    return params.edit.documentChanges![0] as TextDocumentEdit
  }

  describe('one reference', () => {
    it('is offered where it lacks something, and fills it in, in the version that was looked at', async () => {
      const editor = await open()
      const action = (await editor.actions(4)).find(({ title }) => title === 'Look up what is missing')
      assert.equal(action?.command?.command, 'bioprose.lookUpReference')
      await editor.run(action.command.command, ...(action.command.arguments as unknown[]))
      const { textDocument, edits } = editIn(editor.edits[0])
      assert.deepEqual(textDocument, { uri: paper, version: 7 })
      assert.match((edits[0] as { newText: string }).newText, /J Sleep Med\. 2009;19\(5\):415-22\. doi:10\.5555\/light\.19$/)
      assert.deepEqual(editor.messages, ['Added year to Barlind and Wren.'])
      assert.deepEqual(editor.progress, ['begin', 'end'])
    }) // prettier-ignore

    it('is looked up by its title where it has no identifier, and only by that', async () => {
      services.script = (_, response) => {
        json(response, crossrefSearch([{ DOI: '10.5555/other', title: ['Evening light'] }, {}]))
      }
      const editor = await open({ text: text.replace(' doi:10.5555/light.19', '') })
      await editor.run('bioprose.lookUpReference', paper, firstReference)
      const { edits } = editIn(editor.edits[0])
      assert.match((edits[0] as { newText: string }).newText, /2009;19\(5\):415-22/)
      assert.deepEqual(services.asked, [
        'api.crossref.org/works?query.bibliographic=Evening%20light%20and%20melatonin%20onset%20%26%20sleep&rows=5',
      ])
    })

    it('is left alone where only another work is found', async () => {
      services.script = (_, response) => { json(response, crossrefSearch([{ title: ['Evening meals'] }])) } // prettier-ignore
      const editor = await open({ text: text.replace(' doi:10.5555/light.19', '') })
      await editor.run('bioprose.lookUpReference', paper, firstReference)
      assert.match(editor.messages[0]!, /^Crossref knows no work of this title, author and year\. Give the reference its DOI/)
      assert.deepEqual(editor.edits, [])
    }) // prettier-ignore

    it('is left alone where it was changed meanwhile', async () => {
      const editor = await open()
      services.script = (_, response) => {
        void editor.connection
          .sendNotification('textDocument/didChange', {
            textDocument: { uri: paper, version: 8 },
            contentChanges: [{ text: text.replace('melatonin', 'cortisol') }],
          })
          .then(async () => {
            await editor.diagnostics()
            json(response, crossrefAnswer())
          })
      }
      await editor.run('bioprose.lookUpReference', paper, firstReference)
      assert.deepEqual(editor.messages, ['The reference was changed meanwhile. Try again.'])
      assert.deepEqual(editor.edits, [])
    })

    it('says so where the editor does not take the change', async () => {
      const editor = await open()
      editor.applies = false
      await editor.run('bioprose.lookUpReference', paper, firstReference)
      assert.match(editor.messages[0]!, /did not take the change/)
    })

    it('of a library is completed in its file', async () => {
      const library = '@article{b,\n  title = {Evening light and melatonin onset \\& sleep},\n  doi = {10.5555/light.19}\n}\n'
      const editor = await open({
        text: '---\nbibliography: a.bib\n---\n\nLight delays sleep [@b].\n',
        libraries: { 'a.bib': library },
      })
      const action = (await editor.actions(4, 21)).find(({ title }) => /^Look up what .* lacks$/.test(title))
      assert.ok(action, 'an action is offered at the citation')
      const at = { line: 4, character: 21 }
      await editor.run('bioprose.lookUpReference', paper, at)
      const { textDocument, edits } = editIn(editor.edits[0])
      assert.deepEqual(textDocument, { uri: 'file:///paper/a.bib', version: null })
      assert.match((edits[0] as { newText: string }).newText, /^,\n {2}author = \{Barlind, Anna and Wren, Bo and /)
    }) // prettier-ignore
  })

  describe('all references', () => {
    it('shows what is wrong with them, and counts', async () => {
      services.script = (path, response) => {
        const updates = [{ type: 'retraction', DOI: '10.5555/n', updated: { 'date-parts': [[2012]] } }]
        if (path.startsWith('api.crossref.org')) json(response, crossrefAnswer({ 'updated-by': updates }))
        else json(response, medlineAnswer(), 'text/plain')
      }
      const editor = await open()
      await editor.run('bioprose.lookUpReferences', paper)
      assert.deepEqual(editor.messages, ['2 identifiers were looked up: 1 of another work, 1 retracted.'])
      assert.deepEqual(editor.progress, ['begin', 'report 1 of 2', 'report 2 of 2', 'end'])
      const found = (await editor.diagnostics()).map(({ code, message }) => `${String(code)}: ${message as string}`)
      assert.ok(found.includes('retracted-reference: This work was retracted in 2012 (Crossref, 2026-03-14)'), found.join('\n'))
      assert.ok(found.some((one) => one.startsWith('mismatched-identifier: pmid:900001 is “Evening light')), found.join('\n'))
    }) // prettier-ignore

    it('stops asking where nobody answers', async () => {
      services.script = (_, response) => { response.writeHead(503).end() } // prettier-ignore
      const many = Array.from({ length: 9 }, (_, i) => `${i + 1}. Fern L. Sleep of dormice. Rest. 2012;3(1):1-9. doi:10.5555/x${i}`)
      const editor = await open({ text: `Sleep [1].\n\n## References\n\n${many.join('\n')}\n` })
      await editor.run('bioprose.lookUpReferences', paper)
      assert.match(editor.messages[0]!, /^0 identifiers were looked up: 9 not looked up\. Crossref is out of order/)
      assert.equal(new Set(services.asked.filter((path) => path.startsWith('api'))).size, 3)
    }) // prettier-ignore

    it('ends quietly when the user gives up, and keeps what was found', async () => {
      const editor = await open()
      let token: unknown
      editor.connection.onRequest('window/workDoneProgress/create', (params: { token: unknown }) => {
        token = params.token
        return null
      })
      services.script = (path, response) => {
        if (path.startsWith('api.crossref.org')) json(response, crossrefAnswer())
        else void editor.connection.sendNotification('window/workDoneProgress/cancel', { token })
      }
      await editor.run('bioprose.lookUpReferences', paper)
      assert.match(editor.messages.join(), /^(?:1 identifier was looked up: 1 not looked up\.)?$/)
    })

    it('are recalled from the cache when the document is opened again, without a request', async () => {
      const first = await open()
      await first.run('bioprose.lookUpReferences', paper)
      first.close()
      const requests = services.asked.length
      const second = await open()
      for (let i = 0; i < 40; i++) {
        if ((await second.diagnostics()).some(({ code }) => code === 'mismatched-identifier')) break
        await pause(100)
      }
      assert.ok((await second.diagnostics()).some(({ code }) => code === 'mismatched-identifier'))
      assert.equal(services.asked.length, requests)
      second.settings = { lookup: { enabled: false } }
      await second.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
      for (let i = 0; i < 5; i++) await second.diagnostics()
      assert.ok(!(await second.diagnostics()).some(({ code }) => code === 'mismatched-identifier'))
    })
  })

  describe('adding', () => {
    it('puts the work that an identifier names into the list', async () => {
      const editor = await open({ text: text.replace(/\n1\. .*/, '').replace('2. ', '1. ').replace('900001', '900002') })
      await editor.run('bioprose.addReference', paper, ' https://doi.org/10.5555/LIGHT.19 ')
      assert.deepEqual(editor.messages, ['Added Barlind et al. 2009 to the references.'])
      const { edits } = editIn(editor.edits[0])
      assert.match((edits[0] as { newText: string }).newText, /^\n2\. Barlind A, Wren B, The Dusk Study Group\. /)
      assert.deepEqual(services.asked, ['api.crossref.org/works/10.5555%2Flight.19'])
    }) // prettier-ignore

    it('sends nothing that is no identifier', async () => {
      const editor = await open()
      await editor.run('bioprose.addReference', paper, 'Melatonin was shown to help in our unpublished study')
      assert.match(editor.messages[0]!, /^Give a DOI, a PMID, a PMCID/)
      assert.deepEqual(services.asked, [])
    })

    it('says what is unknown', async () => {
      services.script = (_, response) => { response.writeHead(404).end() } // prettier-ignore
      const editor = await open()
      await editor.run('bioprose.addReference', paper, '10.5555/nothing')
      assert.deepEqual(editor.messages, [
        'doi.org knows nothing under doi:10.5555/nothing. Check it for slips.',
      ])
    })
  })

  describe('without permission', () => {
    const nothingAsked = async (editor: Client) => {
      for (const [command, ...args] of [
        ['bioprose.lookUpReference', paper, firstReference],
        ['bioprose.lookUpReferences', paper],
        ['bioprose.addReference', paper, '10.5555/light.19'],
      ] as const)
        await editor.run(command, ...args)
      assert.deepEqual(services.asked, [])
      assert.deepEqual(editor.edits, [])
      assert.ok(!(await editor.actions(4)).some(({ title }) => title.startsWith('Look up')))
    }

    it('nobody is asked: it is off unless the user turns it on', async () => {
      const editor = await open({ settings: {} })
      await nothingAsked(editor)
      assert.match(editor.messages[0]!, /^Looking references up is off\. Turn `bioprose\.lookup\.enabled` on/)
    })

    it('nobody is asked, whatever a project says', async () => {
      await nothingAsked(await open({ settings: {}, project: { lookup: { enabled: true } } }))
    })

    it('nobody is asked in Restricted Mode, until the user trusts the folder', async () => {
      const editor = await open({ options: { isTrusted: false } })
      await nothingAsked(editor)
      assert.match(editor.messages[0]!, /^Nothing is looked up in Restricted Mode\./)
      await editor.connection.sendNotification('bioprose/trust', { isTrusted: true })
      await editor.run('bioprose.lookUpReference', paper, firstReference)
      assert.equal(services.asked.length, 1)
    })
  })

  describe('pasting an identifier', () => {
    const pasted = (editor: Client, identifier: string, line = 0, character = 18) =>
      editor.connection.sendRequest<{ newText: string; edits: { newText: string }[] } | null>('bioprose/lookUpPasted', {
        textDocument: { uri: paper },
        position: { line, character },
        text: identifier,
      }) // prettier-ignore
    const other = { DOI: '10.5555/walks.4', title: ['Walks before bedtime and after'] }

    it('cites the work that it stands for, and lists it', async () => {
      services.script = (_, response) => { json(response, crossrefAnswer(other)) } // prettier-ignore
      const offer = await pasted(await open(), '10.5555/walks.4')
      assert.match(offer?.newText ?? '', /\[3\]/)
      assert.match(offer!.edits[0]!.newText, /3\. Barlind A.*Walks before bedtime and after/)
    })

    it('leaves the text where nothing is known, and says why', async () => {
      services.script = (_, response) => { response.writeHead(404).end() } // prettier-ignore
      const editor = await open()
      assert.equal(await pasted(editor, '10.5555/walks.4'), null)
      assert.match(editor.messages[0]!, /knows nothing under doi:10\.5555\/walks\.4/)
    })

    it('asks nobody without permission', async () => {
      const editor = await open({ settings: {} })
      assert.equal(await pasted(editor, '10.5555/walks.4'), null)
      assert.deepEqual(services.asked, [])
    })
  })

  it('minds what it is given', async () => {
    const editor = await open()
    await editor.run('bioprose.lookUpReference')
    await editor.run('bioprose.lookUpReference', 'file:///elsewhere.md', firstReference)
    await editor.run('bioprose.lookUpReference', paper, 'here')
    await editor.run('bioprose.lookUpReference', paper, { line: 0, character: 0 })
    assert.equal(editor.messages.length, 3)
    assert.match(editor.messages[2]!, /^There is no reference here/)
    assert.deepEqual(services.asked, [])
  })
})
