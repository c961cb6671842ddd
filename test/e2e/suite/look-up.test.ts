import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { commands, ConfigurationTarget, workspace } from 'vscode'
import { eventually, openCopy, problemsOf } from './editor.js'

/** What a stand-in for Crossref says of any DOI. */
const answer = {
  status: 'ok',
  message: {
    DOI: '10.5555/quails.6',
    type: 'journal-article',
    title: ['Treadmills for quails'],
    author: [{ family: 'Nilsen', given: 'Ida' }],
    'container-title': ['Annals of Imagined Exercise'],
    issued: { 'date-parts': [[2018]] },
    volume: '6',
    page: '11-19',
  },
}

describe('looking up', () => {
  const asked: string[] = []
  let server: Server

  before(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    process.env.BIOPROSE_LOOKUP_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    // The server takes its environment along when it starts.
    await commands.executeCommand('bioprose.restart')
  })
  after(async () => {
    await allow(undefined)
    server.close()
  })

  it('is off, and asks nobody', async () => {
    const document = await openCopy('running.md')
    // It waits for the user to answer where to turn it on, which nobody here does.
    void commands.executeCommand('bioprose.addReference', document.uri.toString(), '10.5555/quails.6')
    await eventually('problems, which come after whatever the command does', () => problemsOf(document))
    assert.deepEqual(asked, [])
  })

  it('adds a reference by its DOI, where the user turned it on', async () => {
    await allow(true)
    const document = await openCopy('running.md')
    await eventually('problems', () => problemsOf(document))
    await commands.executeCommand('bioprose.addReference', document.uri.toString(), '10.5555/quails.6')
    const added = await eventually('the reference', () => /- Nilsen.*/.exec(document.getText())?.[0])
    assert.match(
      added,
      /^- Nilsen, Ida\. “Treadmills for quails\.” Annals of Imagined Exercise, .*2018, pp\. 11-19/,
    )
    assert.deepEqual(asked, ['/api.crossref.org/works/10.5555%2Fquails.6'])
  })
})

async function allow(value: boolean | undefined): Promise<void> {
  await workspace.getConfiguration('bioprose.lookup').update('enabled', value, ConfigurationTarget.Global)
}
