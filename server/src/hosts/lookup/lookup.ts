import type { Facts } from '../../bibliography/lookup/facts.js'
import { requestsFor } from '../../bibliography/lookup/requests.js'
import type { Answer, Request, Service } from '../../bibliography/lookup/service.js'
import type { Name } from '../../text/name.js'
import type { Cache } from './cache.js'
import { systemClock, type Clock } from './clock.js'
import { Lane } from './lane.js'
import { fetched, type Fetched, type Network } from './transport.js'

/** What the user allows at this moment. */
export type Permission =
  | { readonly mode: 'online'; readonly email: string }
  /** What was looked up before may be used. */
  | { readonly mode: 'offline' }
  /** Why nothing is looked up, and what to do, in words. */
  | { readonly mode: 'off'; readonly reason: string }

/** Why something was not found out, and what to do, in words for the user. */
export interface Failure {
  readonly problem: string
  /** Nobody was asked: offline, and it was not looked up before. */
  readonly isUnasked?: true
}

export interface World {
  readonly cache: Cache
  /** Undefined where there is no network to be used. */
  readonly network: Network | undefined
  /** Asked before each look-up. */
  readonly permission: () => Permission
  readonly clock?: Clock
}

const day = 24 * 60 * 60 * 1000
/** How long what a service said holds. That it knows nothing may change sooner: new works are registered every day. */
const freshness = { known: 30 * day, absent: day }
const mostTries = 4
const firstPause = 1_000
/** Nobody waits longer for one answer; who asks for more is asked another time. */
const longestPause = 30_000

/** Looks works up by their names: in the cache, or on the network where the user allows it. */
export class Lookup {
  private readonly lanes = new Map<string, Lane>()
  private readonly running = new Map<Name, Running>()
  private readonly clock: Clock

  constructor(private readonly world: World) {
    this.clock = world.clock ?? systemClock
  }

  /** What is known of a name without asking anybody; undefined for nothing, and where even that is not allowed. */
  async remembered(name: Name): Promise<Facts | undefined> {
    return this.world.permission().mode === 'off' ? undefined : this.world.cache.read(name)
  }

  /**
   * What the services say of a name. Several that ask for the same at once share one request, which is given up when the
   * last of them gives up. Rejects only where `signal` is aborted, with its reason.
   */
  async ask(name: Name, signal: AbortSignal): Promise<Facts | Failure> {
    signal.throwIfAborted()
    const permission = this.world.permission()
    if (permission.mode === 'off') return { problem: permission.reason }
    const kept = await this.world.cache.read(name)
    if (permission.mode === 'offline') return kept ?? { problem: notKept, isUnasked: true }
    if (kept && this.isFresh(kept)) return kept
    signal.throwIfAborted()
    const answer = await this.shared(name, permission.email, signal)
    // What was known last month is better than nothing, and bears its date.
    return 'problem' in answer && kept ? kept : answer
  }

  private isFresh({ asOf, works }: Facts): boolean {
    const age = this.clock.now() - Date.parse(asOf)
    return age >= 0 && age < (works.length > 0 ? freshness.known : freshness.absent)
  }

  private shared(name: Name, email: string, signal: AbortSignal): Promise<Facts | Failure> {
    let running = this.running.get(name)
    if (!running) {
      const giveUp = new AbortController()
      const answer = this.askAll(name, email, giveUp.signal).finally(() => {
        if (this.running.get(name) === running) this.running.delete(name)
      })
      running = { answer, giveUp, waiting: 0 }
      this.running.set(name, running)
    }
    return this.joined(name, running, signal)
  }

  private joined(name: Name, running: Running, signal: AbortSignal): Promise<Facts | Failure> {
    running.waiting++
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason as Error)
        if (--running.waiting > 0) return
        // Whoever asks from now on must not get the answer of a request that was given up.
        if (this.running.get(name) === running) this.running.delete(name)
        running.giveUp.abort(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      running.answer.then(resolve, reject).finally(() => {
        signal.removeEventListener('abort', leave)
      })
    })
  }

  /** One service after the other, until one knows the work; that it is unknown counts only where the last one says so. */
  private async askAll(name: Name, email: string, signal: AbortSignal): Promise<Facts | Failure> {
    const { network } = this.world
    if (!network) return { problem: noNetwork }
    let problem: string | undefined
    let unknownTo: Facts | undefined
    for (const { service, request } of requestsFor(name, { email })) {
      const answer = await this.askOne(name, service, request, email, signal, network)
      if ('problem' in answer) {
        problem ??= `${service.name} ${answer.problem}.${adviceFor(answer)}`
        unknownTo = undefined
        continue
      }
      const facts = { works: answer.works, source: service.name, asOf: this.today() }
      if (answer.works.length > 0) return this.kept(name, await this.better(answer, facts, email, signal))
      unknownTo = facts
    }
    if (unknownTo) return this.kept(name, unknownTo)
    return { problem: problem ?? 'This is nothing that can be looked up: give a DOI, a PMID or a PMCID.' }
  }

  /** Another name of the work, under which more is known of it. */
  private async better(answer: Answer, facts: Facts, email: string, signal: AbortSignal): Promise<Facts> {
    const other = 'works' in answer ? answer.seeAlso : undefined
    if (!other) return facts
    const more = await this.shared(other, email, signal)
    return 'works' in more && more.works.length > 0 ? more : facts
  }

  private async kept(name: Name, facts: Facts): Promise<Facts> {
    await this.world.cache.write(name, facts)
    return facts
  }

  private async askOne(
    name: Name,
    service: Service,
    request: Request,
    email: string,
    signal: AbortSignal,
    network: Network,
  ): Promise<Answer & { isPassing?: boolean }> {
    const lane = this.lanes.get(service.hosts[0]) ?? new Lane(this.clock)
    this.lanes.set(service.hosts[0], lane)
    // While a server wants to be left alone, nobody else's request goes there either.
    const outcome = await lane.run(service.pace, signal, () =>
      this.patiently(() => fetched(service, request, { email }, network, signal), signal),
    )
    if (outcome.state === 'absent') return { works: [] }
    if (outcome.state === 'failed') return { problem: outcome.reason, isPassing: outcome.isPassing }
    const answer = service.read(name, outcome.body)
    return 'problem' in answer ? { problem: `cannot be understood: ${answer.problem}` } : answer
  }

  /** Tries again what may pass, after pauses that double, or as long as the server says. */
  private async patiently(attempt: () => Promise<Fetched>, signal: AbortSignal): Promise<Fetched> {
    for (let i = 1; ; i++) {
      const outcome = await attempt()
      if (outcome.state !== 'failed' || !outcome.isPassing) return outcome
      const pause = outcome.wait ?? firstPause * 2 ** (i - 1) * (1 + Math.random() / 4)
      if (pause > longestPause)
        return { ...outcome, reason: `${outcome.reason}, and asks to wait ${inWords(pause)}` }
      if (i === mostTries) return outcome
      await this.clock.wait(pause, signal)
    }
  }

  private today(): string {
    return new Date(this.clock.now()).toISOString()
  }
}

interface Running {
  readonly answer: Promise<Facts | Failure>
  readonly giveUp: AbortController
  waiting: number
}

const notKept =
  'This was not looked up before, and nobody is asked while `bioprose.lookup.offline` is on. Turn that off to ask.'
const noNetwork =
  'The environment variable BIOPROSE_LOOKUP_URL names no server on this machine, so nobody is asked.'

function adviceFor({ isPassing }: { isPassing?: boolean }): string {
  return isPassing ? ' Check the connection, or try again later.' : ''
}

function inWords(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000)
  return minutes > 1 ? `${minutes} minutes` : `${Math.ceil(milliseconds / 1000)} seconds`
}
