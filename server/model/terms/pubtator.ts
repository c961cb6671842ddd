import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** Where they lie: in the folder `shared` beside the repository. */
const folder = new URL('../../../../shared/data/terms/', import.meta.url)

/** A document whose mentions people have marked. */
export interface GoldDocument {
  /** Its number in PubMed. */
  readonly id: string
  readonly text: string
  readonly mentions: readonly GoldMention[]
}

export interface GoldMention {
  readonly start: number
  readonly end: number
  readonly type: string
  /** The identifiers that it was given, as the file writes them. */
  readonly ids: readonly string[]
}

/** Reads one of the PubTator files in `../shared/data/terms`. Title and abstract are one text, a space between them. */
export function goldDocuments(file: string): readonly GoldDocument[] {
  const text = gunzipSync(readFileSync(new URL(file, folder))).toString('utf8')
  return text.split(/\n\s*\n/).flatMap((part) => {
    const rows = part.split('\n').filter((row) => row !== '')
    const title = rows.map((row) => /^(\d+)\|t\|(.*)$/.exec(row)).find((match) => match !== null)
    if (!title) return []
    const abstract = rows.map((row) => /^\d+\|a\|(.*)$/.exec(row)).find((match) => match !== null)?.[1] ?? ''
    const mentions = rows.flatMap((row): GoldMention[] => {
      const [, start, end, , type, ids = ''] = row.split('\t')
      if (!/^\d+$/.test(start ?? '') || !type) return []
      return [
        { start: Number(start), end: Number(end), type, ids: ids.split(/[,;|]/).filter((id) => id !== '') },
      ]
    })
    return [{ id: title[1]!, text: `${title[2]!} ${abstract}`, mentions }]
  })
}
