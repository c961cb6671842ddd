import { version } from '../../../../package.json'
import type { Asker, Request, Service } from '../../bibliography/lookup/service.js'

/** How to get at the network, and how much of it to bear. */
export interface Network {
  /** Where a server is reached: itself; in tests, a stand-in on this machine. */
  dial(url: URL): URL
  /** The longest time from a request to the end of its answer, in milliseconds. */
  readonly patience: number
  /** The longest answer that is read, in bytes. */
  readonly longest: number
}

/** How a request ended. Reasons go on a sentence that begins with the service: "Crossref …". */
export type Fetched =
  | { readonly state: 'answered'; readonly body: string }
  /** The server knows no such thing. */
  | { readonly state: 'absent' }
  | {
      readonly state: 'failed'
      readonly reason: string
      /** It may go well another time. */
      readonly isPassing: boolean
      /** How long the server asks to be left alone, in milliseconds. */
      readonly wait?: number
    }

const mostRedirects = 5
const redirects = [301, 302, 303, 307, 308]

/**
 * Sends one request and reads its answer. Only servers that the service names are ever spoken to, over https alone: a
 * redirect to another is refused. Rejects only where `signal` is aborted, with its reason.
 */
export async function fetched(
  service: Service,
  request: Request,
  asker: Asker,
  network: Network,
  signal: AbortSignal,
): Promise<Fetched> {
  const deadline = AbortSignal.timeout(network.patience)
  const both = AbortSignal.any([signal, deadline])
  let url = new URL(request.url)
  try {
    for (let i = 0; i <= mostRedirects; i++) {
      if (!isAllowed(url, service)) return refused(url)
      const headers = { accept: request.accept, 'user-agent': userAgent(asker) }
      const response = await fetch(network.dial(url), { headers, redirect: 'manual', signal: both })
      const location = redirects.includes(response.status) ? response.headers.get('location') : null
      if (location === null) return await read(response, service, network.longest)
      await response.body?.cancel()
      if (!URL.canParse(location, url.href)) return failed('sends us on to nowhere', false)
      url = new URL(location, url)
    }
    return failed('sends us on and on', false)
  } catch (error) {
    signal.throwIfAborted()
    if (deadline.aborted) return failed(`did not answer within ${network.patience / 1000} seconds`, true)
    return failed(`cannot be reached (${causeOf(error)})`, true)
  }
}

function isAllowed({ protocol, hostname, port, username }: URL, { hosts }: Service): boolean {
  return protocol === 'https:' && port === '' && username === '' && hosts.includes(hostname)
}

function refused({ protocol, host }: URL): Fetched {
  return failed(`sends us on to ${protocol}//${host.slice(0, 100)}, which BioProse does not ask`, false)
}

async function read(response: Response, service: Service, longest: number): Promise<Fetched> {
  const { status, headers } = response
  const isAnswer = status === 200 || status === 400
  if (!isAnswer) {
    await response.body?.cancel()
    return outcomeOf(status, headers)
  }
  const type = headers.get('content-type') ?? ''
  if (!type.toLowerCase().includes(service.accepts)) {
    await response.body?.cancel()
    const what = type === '' ? 'something unnamed' : type.split(';')[0]!.slice(0, 60)
    return failed(`answers with ${what} instead of data`, false)
  }
  const body = await bodyOf(response, longest)
  if (body === undefined)
    return failed(`answers with more than ${Math.round(longest / 1024 / 1024)} MB`, false)
  return { state: 'answered', body }
}

function outcomeOf(status: number, headers: Headers): Fetched {
  if (status === 404 || status === 410) return { state: 'absent' }
  if (status === 204 || status === 406) return failed('has no data about it', false)
  if (status === 429) return failed('is asked too often', true, retryAfter(headers))
  if (status >= 500) return failed(`is out of order (status ${status})`, true, retryAfter(headers))
  if (status === 401 || status === 403) return failed(`does not let us in (status ${status})`, false)
  return failed(`refuses to answer (status ${status})`, false)
}

/** Seconds, or a date, in milliseconds from now. */
function retryAfter(headers: Headers): number | undefined {
  const written = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(written)) return Number(written) * 1000
  const date = Date.parse(written)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

/** The text of an answer; undefined where it is too long, and then no more of it is read. */
async function bodyOf(response: Response, longest: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  // What comes compressed is counted as it is after that.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > longest) return undefined
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function failed(reason: string, isPassing: boolean, wait?: number): Fetched {
  return { state: 'failed', reason, isPassing, ...(wait !== undefined && { wait }) }
}

/** Who asks, as Crossref's etiquette wants it. */
function userAgent({ email }: Asker): string {
  const contact = /^[\x21-\x7e]+$/.test(email) ? `; mailto:${email}` : ''
  return `BioProse/${version} (https://github.com/bioprose/bioprose${contact})`
}

/** "ENOTFOUND" says more than "fetch failed". */
function causeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown; message?: unknown } }
  if (typeof cause?.code === 'string') return cause.code
  if (typeof cause?.message === 'string' && cause.message !== '') return cause.message
  return error instanceof Error ? error.message : String(error)
}
