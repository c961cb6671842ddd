import type { Annotation } from '../../features/annotations.js'

/** A document and all that the engine knows about it. */
export interface AnnotatedDocument {
  /** The file's path, or the id that a corpus gave. */
  readonly id: string
  readonly text: string
  readonly annotation: Annotation
}

/** Writes annotated documents down one after the other, so that none has to wait in memory for the next. */
export interface AnnotationFormat {
  readonly opening: string
  readonly between: string
  readonly closing: string
  /** All of the output where there is no document at all. */
  readonly empty: string
  document(document: AnnotatedDocument): string
  /** What stands in the place of a document that could not be read; without it the format has no place for one. */
  failure?(id: string | number | null, error: string): string
}
