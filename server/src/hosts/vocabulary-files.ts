import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Concept } from '../terms/concept.js'
import { vocabularyIn } from '../terms/vocabulary.js'
import { decoded } from './decoded.js'
import { reasonOf } from './files.js'
import { filesInTar } from './tar.js'

/** What a vocabulary file, plain, compressed, or an archive of several, holds. */
export interface VocabularyFile {
  readonly path: string
  readonly format: string
  readonly concepts: readonly Concept[]
  readonly isAuthority: boolean
  /** What was left out, each with its file, line and reason: "genes.tsv:7: …". */
  readonly problems: readonly string[]
}

/** Reads a vocabulary. Rejects, with a message that names the file, if nothing in it can be read. */
export async function readVocabulary(path: string | URL): Promise<VocabularyFile> {
  try {
    return vocabularyFrom(String(path), await readFile(path))
  } catch (error) {
    throw new Error(`${String(path)}: ${reasonOf(error)}`, { cause: error })
  }
}

/** The same for a file's bytes. Throws if nothing in them can be read. */
export function vocabularyFrom(path: string, bytes: Uint8Array): VocabularyFile {
  const plain = uncompressed(bytes)
  const name = basename(path).replace(/\.t?gz$/i, (end) => (end.toLowerCase() === '.tgz' ? '.tar' : ''))
  const members = name.toLowerCase().endsWith('.tar') ? filesInTar(plain) : [{ name, bytes: plain }]
  const problems: string[] = []
  const found = members.map((member) => ({
    member,
    vocabulary: vocabularyIn(member.name, decoded(member.bytes)),
  }))
  // Beside the tables of a known format, others of an archive are there to explain them.
  const isKnown = found.some(({ vocabulary }) => vocabulary && vocabulary.format !== 'table')
  const read = found.flatMap(({ member, vocabulary }) => {
    if (isKnown && vocabulary?.format === 'table') return []
    const where = members.length > 1 ? `${path}/${member.name}` : path
    // What else lies in an archive, such as a licence, is no fault of it.
    if (vocabulary && !(members.length > 1 && vocabulary.items.length === 0))
      for (const { line, reason } of vocabulary.skipped) problems.push(`${where}:${line + 1}: ${reason}`)
    return vocabulary ?? []
  })
  const concepts = read.flatMap(({ items }) => items)
  if (read.length === 0) throw new Error('this is no vocabulary in a format that BioProse reads')
  if (concepts.length === 0)
    throw new Error(`there is no concept in this vocabulary${problems[0] ? ` (${problems[0]})` : ''}`)
  const [first] = read.filter(({ items }) => items.length > 0)
  return {
    path,
    format: first!.format,
    concepts,
    isAuthority: read.some(({ isAuthority }) => isAuthority),
    problems,
  }
}

function uncompressed(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`the compressed file is damaged or was cut short (${reason})`, { cause: error })
  }
}
