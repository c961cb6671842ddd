import { crossref } from './crossref.js'
import { doiResolver } from './doi-resolver.js'
import { pubmed } from './pubmed.js'
import { pubmedCentral } from './pubmed-central.js'
import type { Service } from './service.js'

/** The registry: one line, one service. A name is asked of those that know its kind, in this order, until one knows the work. */
export const services: readonly Service[] = [crossref, doiResolver, pubmed, pubmedCentral]
