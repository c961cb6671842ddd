import { addressOfCurie } from '../../features/curies.js'
import { pageOf } from '../../features/diagnostic.js'
import type { Span } from '../../text/span.js'
import type { AnnotatedDocument } from './annotated.js'

const contextLength = 32

/**
 * A page of W3C Web Annotations (Recommendation of 23 February 2017) about one document: its mentions, citations and
 * findings. Positions are UTF-16 code units, as everywhere in our output; each comes with a quotation.
 */
export function webAnnotation({ id, text, annotation }: AnnotatedDocument): string {
  const source = id.split('/').map(encodeURIComponent).join('/')
  const target = (span: Span) => ({ source, selector: selectorsFor(text, span) })
  const items = [
    ...annotation.mentions.map((mention) => ({
      motivation: 'identifying',
      body: [
        {
          type: 'SpecificResource',
          source: addressOfCurie(mention.concept) ?? mention.concept,
          purpose: 'identifying',
        },
        { type: 'TextualBody', value: mention.label, format: 'text/plain', purpose: 'describing' },
      ],
      target: target(mention),
    })),
    ...annotation.citations.map((citation) => ({
      motivation: 'linking',
      body: citation.names.map((value) => ({
        type: 'TextualBody',
        value,
        format: 'text/plain',
        purpose: 'linking',
      })),
      target: target(citation),
    })),
    ...annotation.findings.map((finding) => ({
      motivation: 'assessing',
      body: [
        {
          type: 'TextualBody',
          value: finding.message,
          format: 'text/plain',
          language: 'en',
          purpose: 'assessing',
        },
        { type: 'SpecificResource', source: pageOf(finding.rule), purpose: 'classifying' },
      ],
      target: target(finding),
    })),
  ]
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${source}#annotations`,
    type: 'AnnotationPage',
    items: items.map((item) => ({ type: 'Annotation', ...item })),
  }
  return JSON.stringify(page, null, 2)
}

function selectorsFor(text: string, { start, end }: Span) {
  return [
    { type: 'TextPositionSelector', start, end },
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - contextLength), start),
      suffix: text.slice(end, end + contextLength),
    },
  ]
}
