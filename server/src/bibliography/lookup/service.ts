import type { Name } from '../../text/name.js'
import type { Entry, ReferenceFields } from '../entry.js'
import { cleanFields, noFields } from '../formats/values.js'
import { namesOf } from '../names.js'
import type { Notice } from '../retraction-watch.js'

/** A database of works that can be asked over the network. How to ask and how to read are values; hosts do the asking. */
export interface Service {
  /** What people call it: "Crossref". */
  readonly name: string
  /** The server that is asked, and those that it may send us on to. Nobody else is ever asked. */
  readonly hosts: readonly [string, ...string[]]
  /** The least time between two requests, in milliseconds, that the service asks its guests to keep. */
  readonly pace: number
  /** What its answers are called in `Content-Type`. */
  readonly accepts: string
  /** The request for a work; undefined for names that the service does not know. It tells nothing but the name and who asks. */
  request(name: Name, asker: Asker): Request | undefined
  /** What an answer says. Never throws. */
  read(name: Name, body: string): Answer
}

/** Who asks, as the services want to know it: the program, and an address if the user gave one. */
export interface Asker {
  readonly email: string
}

export interface Request {
  readonly url: string
  /** The `Accept` header. */
  readonly accept: string
}

/** What a service says of a name. `works` is empty where it knows none; a search may give several. */
export type Answer =
  | { readonly works: readonly Work[]; readonly seeAlso?: Name }
  /** The answer cannot be read: why, in words. */
  | { readonly problem: string }

/** A work as a service knows it. */
export interface Work {
  readonly fields: ReferenceFields
  readonly abstract?: string
  /** What became of this work, or of others that this one is a notice about. */
  readonly notices: readonly Notice[]
}

/** A work as an entry that stands nowhere yet. */
export function entryFrom({ fields, abstract }: Work): Entry {
  const source = { uri: '', span: { start: 0, end: 0 } }
  return { ...fields, ...(abstract && { abstract }), names: namesOf(fields), source }
}

/** What an entry of a service's answer says, without the place that it has none of. */
export function workOf(entry: Entry, notices: readonly Notice[]): Work {
  const { abstract } = entry
  return { fields: cleanFields({ ...noFields, ...entry }), ...(abstract && { abstract }), notices }
}

/** The value of a name of some kind: "12" of "pmid:12"; undefined where it is of another, or holds half a character, which no address can. */
export function valueOf(name: Name, kind: string): string | undefined {
  if (!name.startsWith(`${kind}:`) || /\p{Cs}/u.test(name)) return undefined
  return name.slice(kind.length + 1)
}

/** Text of JSON as an object; undefined where it is none. */
export function objectIn(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return asObject(value)
  } catch {
    return undefined
  }
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return value as Readonly<Record<string, unknown>>
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
