import type { AnnotatedDocument, AnnotationFormat } from './annotated.js'

/**
 * The PubTator format (Wei et al., Nucleic Acids Research 2013): the first line of a text is its title, the rest its
 * abstract. Offsets count UTF-16 code units of title, line end and abstract, which are those of the document, because
 * every separator in it is replaced by one blank.
 */
export const pubtator: AnnotationFormat = { opening: '', between: '\n', closing: '', empty: '', document }

function document({ id, text, annotation }: AnnotatedDocument): string {
  const lineEnd = text.search(/[\n\r]/)
  const titleEnd = lineEnd < 0 ? text.length : lineEnd
  const name = flat(id).replace(/\|/g, ' ')
  const mentions = annotation.mentions.map((mention) =>
    [name, mention.start, mention.end, flat(mention.text), mention.kind, mention.concept].join('\t'),
  )
  return [
    `${name}|t|${flat(text.slice(0, titleEnd))}`,
    `${name}|a|${flat(text.slice(titleEnd + 1))}`,
    ...mentions,
    '',
  ].join('\n')
}

/** The same text, as many code units, on one line and in one column. */
function flat(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
}
