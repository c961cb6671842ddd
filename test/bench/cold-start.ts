import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { median } from './cpu.js'

const document = '# Memory\n\nBDNF supports synaptic plasticity in the hippocampus.\n'

/** The time from starting the server to its first hover, by the clock. */
export async function measureColdStart(rounds: number): Promise<void> {
  const server = resolve('dist/server.js')
  if (!existsSync(server)) {
    console.log('  there is no dist/server.js; run `npm run build`')
    return
  }
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await firstAnswer(server))
  console.log(`  ${'start to first hover'.padEnd(28)}${median(times).toFixed(0).padStart(8)} ms by the clock`)
}

function firstAnswer(server: string): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const textDocument = { uri: 'file:///bench.md', languageId: 'markdown', version: 1, text: document }
  const position = { line: 2, character: 1 }
  send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } })
  send({ method: 'initialized', params: {} })
  send({ method: 'textDocument/didOpen', params: { textDocument } })
  send({ id: 2, method: 'textDocument/hover', params: { textDocument: { uri: textDocument.uri }, position } })
  return new Promise((done, failed) => {
    let heard = ''
    child.on('error', failed)
    child.on('exit', (code) => { failed(new Error(`the server ended with ${String(code)}`)) }) // prettier-ignore
    child.stdout.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8')
      if (!/"id":2\b/.test(heard)) return
      child.removeAllListeners('exit')
      child.kill()
      done(performance.now() - start)
    })
  })
}
