import type { Network } from './transport.js'

const usual = { patience: 20_000, longest: 8 * 1024 * 1024 }

/**
 * The network as the environment allows it. Where `BIOPROSE_LOOKUP_URL` names a server on this machine, that one is asked
 * in the place of all others, under the path of their name: so that tests never leave the machine. Undefined where it
 * names anything else: then nobody is asked.
 */
export function networkFor(environment: Readonly<Record<string, string | undefined>>): Network | undefined {
  const standIn = environment.BIOPROSE_LOOKUP_URL ?? ''
  if (standIn === '') return { ...usual, dial: (url) => url }
  if (!URL.canParse(standIn)) return undefined
  const { protocol, hostname, origin } = new URL(standIn)
  if (protocol !== 'http:' || (hostname !== '127.0.0.1' && hostname !== '[::1]')) return undefined
  return { ...usual, dial: ({ host, pathname, search }) => new URL(`${origin}/${host}${pathname}${search}`) }
}
