import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Facts } from '../../../server/src/bibliography/lookup/facts.js'
import { Cache } from '../../../server/src/hosts/lookup/cache.js'
import type { Clock } from '../../../server/src/hosts/lookup/clock.js'
import { Lookup, type Failure, type Permission } from '../../../server/src/hosts/lookup/lookup.js'
import { networkFor } from '../../../server/src/hosts/lookup/network.js'
import type { Name } from '../../../server/src/text/name.js'
import type { Network } from '../../../server/src/hosts/lookup/transport.js'

/** What the stand-in does with a request: `path` is the host that is meant and what is asked of it. */
export type Script = (path: string, response: ServerResponse, request: IncomingMessage) => void

/** A server on this machine that stands for all services. It never leaves the machine. */
export interface StandIn {
  readonly url: string
  /** What was asked, in order. */
  readonly asked: string[]
  readonly folder: string
  script: Script
  /** A look-up that asks the stand-in; times pass in no time. */
  lookup(more?: Partial<Network> & { permission?: () => Permission; clock?: Clock }): Lookup
  close(): Promise<void>
}

export async function standIn(): Promise<StandIn> {
  const folder = mkdtempSync(join(tmpdir(), 'bioprose-lookup-'))
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!.slice(1))
    made.script(request.url!.slice(1), response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const made: StandIn = {
    url,
    asked,
    folder,
    script: (_path, response) => response.writeHead(404).end(),
    lookup: ({ permission, clock, ...network } = {}) =>
      new Lookup({
        cache: new Cache(join(folder, 'cache')),
        network: { ...networkFor({ BIOPROSE_LOOKUP_URL: url })!, ...network },
        permission: permission ?? (() => ({ mode: 'online', email: '' })),
        clock: clock ?? fakeClock(),
      }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return made
}

/** A clock that goes on as soon as somebody waits, and knows how long they did. */
export function fakeClock(
  start = Date.parse('2026-03-14T12:00:00Z'),
): Clock & { time: number; waits: number[] } {
  return {
    time: start,
    waits: [],
    now() {
      return this.time
    },
    async wait(milliseconds, signal) {
      signal.throwIfAborted()
      if (milliseconds <= 0) return
      this.waits.push(milliseconds)
      this.time += milliseconds
      await Promise.resolve()
    },
  }
}

export function json(response: ServerResponse, body: string, type = 'application/json'): void {
  response.writeHead(200, { 'content-type': `${type};charset=utf-8` }).end(body)
}

/** The work that most tests ask for. */
export const doi = 'doi:10.5555/light.19'

export function ask(lookup: Lookup, name: Name = doi): Promise<Facts | Failure> {
  return lookup.ask(name, new AbortController().signal)
}

export function problemOf(answer: Facts | Failure): string {
  assert.ok('problem' in answer, JSON.stringify(answer))
  return answer.problem
}

export function titleOf(answer: Facts | Failure): string | undefined {
  assert.ok('works' in answer, JSON.stringify(answer))
  return answer.works[0]?.fields.title
}
