import type { AnnotatedDocument, AnnotationFormat } from './annotated.js'

const offsets = 'UTF-16 code units'
const opening = `{"source":"BioProse","date":"","key":"bioprose.key","infons":${JSON.stringify({ offsets })},"documents":[\n`

/**
 * A BioC collection (Comeau et al., Database 2013) in its JSON form: each document is one passage, and its annotations
 * are the mentions. BioC leaves open what an offset counts, so the collection says it.
 */
export const biocJson: AnnotationFormat = {
  opening,
  between: ',\n',
  closing: '\n]}\n',
  empty: `${opening}]}\n`,
  document: ({ id, text, annotation }) => {
    const passage = {
      offset: 0,
      infons: { offsets },
      text,
      sentences: [],
      annotations: annotationsOf(annotation),
      relations: [],
    }
    return JSON.stringify({ id, infons: {}, passages: [passage], annotations: [], relations: [] })
  },
}

function annotationsOf({ mentions }: AnnotatedDocument['annotation']) {
  return mentions.map(({ start, end, text, concept, kind }, i) => ({
    id: `M${i + 1}`,
    infons: { identifier: concept, type: kind },
    text,
    locations: [{ offset: start, length: end - start }],
  }))
}
