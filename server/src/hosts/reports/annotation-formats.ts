import type { AnnotatedDocument, AnnotationFormat } from './annotated.js'
import { biocJson } from './bioc-json.js'
import { pubtator } from './pubtator.js'
import { webAnnotation } from './web-annotation.js'

const alone = { opening: '', between: '\n', closing: '\n', empty: '' }
const list = { opening: '[\n', between: ',\n', closing: '\n]\n', empty: '[]\n' }

/** The formats of annotations by name; a JSON document stands alone, and several are a list. */
export const annotationFormats = {
  json: (isSeveral) => ({
    ...(isSeveral ? list : alone),
    document: (document) => JSON.stringify(recordOf(document), null, 2),
    failure: (id, error) => JSON.stringify({ id, error }, null, 2),
  }),
  jsonl: () => ({
    opening: '',
    between: '',
    closing: '',
    empty: '',
    document: (document) => `${JSON.stringify(recordOf(document))}\n`,
    failure: (id, error) => `${JSON.stringify({ id, error })}\n`,
  }),
  'bioc-json': () => biocJson,
  pubtator: () => pubtator,
  'web-annotation': (isSeveral) => ({ ...(isSeveral ? list : alone), document: webAnnotation }),
} satisfies Readonly<Record<string, (isSeveral: boolean) => AnnotationFormat>>

export type AnnotationFormatName = keyof typeof annotationFormats
export const annotationFormatNames = Object.keys(annotationFormats) as readonly AnnotationFormatName[]

/** What `annotation.schema.json` describes. */
function recordOf({ id, annotation }: AnnotatedDocument) {
  return { id, ...annotation }
}
