import { builtInConcepts } from '../terms/builtin.js'
import { compile, type Lexicon } from '../terms/lexicon.js'
import { termModelIn } from './engine.js'
import { modelFolder } from './package-files.js'
import { readVocabulary, type VocabularyFile } from './vocabulary-files.js'

/** A lexicon and what could not be read for it. */
export interface ReadLexicon {
  readonly lexicon: Lexicon
  /** What went wrong, each with its file, and its line where there is one. */
  readonly problems: readonly string[]
}

/**
 * Compiles vocabularies: the glossaries among them first, then the built-in one, then what authorities list, each in the order given.
 */
export function lexiconFrom(files: readonly VocabularyFile[], withBuiltIn: boolean): Lexicon {
  const glossaries = files.filter(({ isAuthority }) => !isAuthority).map(({ concepts }) => concepts)
  const authorities = files.filter(({ isAuthority }) => isAuthority).map(({ concepts }) => concepts)
  return compile(
    withBuiltIn ? [...glossaries, builtInConcepts()] : glossaries,
    authorities,
    authorities.length > 0 ? termModelIn(modelFolder()) : undefined,
  )
}

/** Reads vocabularies and compiles them with the built-in glossary. A file that cannot be read is left out and told. */
export async function readLexicon(paths: readonly string[]): Promise<ReadLexicon> {
  const files: VocabularyFile[] = []
  const problems: string[] = []
  for (const path of paths) {
    try {
      const file = await readVocabulary(path)
      files.push(file)
      problems.push(...file.problems)
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
    }
    await betweenFiles()
  }
  return { lexicon: lexiconFrom(files, true), problems }
}

/** Lets whoever waits be answered before the next file is read. */
function betweenFiles(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
