import { identifiersIn } from '../../prose/identifiers.js'
import type { Name } from '../../text/name.js'
import type { ReferenceFields } from '../entry.js'
import { services } from './index.js'
import type { Asker, Request, Service } from './service.js'

/** Whom to ask for a name, in order, and what; empty for a name that nobody can look up. */
export function requestsFor(name: Name, asker: Asker): readonly { service: Service; request: Request }[] {
  return services.flatMap((service) => {
    const request = service.request(name, asker)
    return request ? [{ service, request }] : []
  })
}

/** The identifiers by which a work can be looked up, the one that tells most first. */
export function identifiersOf({ doi, pmid, pmcid }: ReferenceFields): readonly Name[] {
  return [
    ...(doi ? [`doi:${doi.toLowerCase()}` as const] : []),
    ...(pmid ? [`pmid:${pmid}` as const] : []),
    ...(pmcid ? [`pmcid:${pmcid.toUpperCase()}` as const] : []),
  ]
}

/**
 * The work that somebody means who types or pastes nothing but an identifier: a DOI in any form, a PMID with or without
 * its label, a PMCID, an address at doi.org, PubMed or PMC. Undefined for anything else, prose above all.
 */
export function identifierMeant(written: string): Name | undefined {
  const text = written.trim().replace(/[.,;]+$/, '')
  if (text.length > 400 || /\s.*\s.*\s/s.test(text)) return undefined
  if (/^[1-9]\d{0,8}$/.test(text)) return `pmid:${text}`
  const [found, another] = identifiersIn(text)
  if (!found || another || found.labelStart > 0 || found.end < text.length) return undefined
  return ['doi', 'pmid', 'pmcid'].includes(found.kind) ? `${found.kind}:${found.value}` : undefined
}
