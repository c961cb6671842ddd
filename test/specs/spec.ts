/** A stretch of a document and what is said of it: UTF-16 offsets, end exclusive. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly words: string
}

/** One fence of a spec that is a document to be read, with the files that belong to it. */
export interface Case {
  /** The headings that it stands under, and its line. */
  readonly title: string
  /** The document, without its caret lines. */
  readonly text: string
  readonly marks: readonly Mark[]
  /** The other fences under the same heading, by their title. */
  readonly files: ReadonlyMap<string, string>
  /** The lines of the fence in the spec, from the one behind its opening to its closing one. */
  readonly lines: { readonly start: number; readonly end: number }
}

interface Fence {
  readonly heading: string
  readonly language: string
  readonly title: string | undefined
  readonly start: number
  readonly end: number
}

/** The cases of a spec, in order: every fence in Markdown that has no title is one. */
export function casesIn(spec: string): readonly Case[] {
  const lines = spec.split('\n')
  const fences = fencesIn(lines)
  const contentOf = ({ start, end }: Fence) => lines.slice(start, end)
  return fences
    .filter(({ language, title }) => language === 'markdown' && title === undefined)
    .map((fence) => {
      const files = fences.filter(({ heading, title }) => heading === fence.heading && title !== undefined)
      return {
        title: `${fence.heading} (line ${fence.start})`,
        ...readMarks(contentOf(fence)),
        files: new Map(files.map((file) => [file.title!, contentOf(file).join('\n')])),
        lines: { start: fence.start, end: fence.end },
      }
    })
}

function fencesIn(lines: readonly string[]): readonly Fence[] {
  const fences: Fence[] = []
  let heading = ''
  for (let i = 0; i < lines.length; i++) {
    const opening = /^(`{3,})(\w+)(?: title=(\S+))?\s*$/.exec(lines[i]!)
    if (!opening) {
      heading = /^#{1,6} (.+)/.exec(lines[i]!)?.[1] ?? heading
      continue
    }
    const end = lines.findIndex((line, j) => j > i && line.trimEnd() === opening[1])
    if (end < 0) throw new Error(`The fence in line ${i + 1} is never closed.`)
    fences.push({ heading, language: opening[2]!, title: opening[3], start: i + 1, end })
    i = end
  }
  return fences
}

/** A line of spaces, carets, a space and words stands under the line that it speaks of. */
const caretLine = /^( *)(\^+) (\S.*)$/

function readMarks(lines: readonly string[]): { text: string; marks: readonly Mark[] } {
  const marks: Mark[] = []
  let text = ''
  let last = 0
  for (const line of lines) {
    const match = caretLine.exec(line)
    if (!match) {
      last = text.length
      text += `${line}\n`
      continue
    }
    const start = last + match[1]!.length
    marks.push({ start, end: start + match[2]!.length, words: match[3]! })
  }
  return { text, marks }
}

/** The lines of a document with its marks under them. A mark that goes on in the next line ends with its first. */
export function written(text: string, marks: readonly Mark[]): string {
  const out: string[] = []
  let start = 0
  for (const line of text.split('\n').slice(0, -1)) {
    out.push(line)
    const end = start + line.length
    for (const mark of marks) {
      if (mark.start < start || mark.start > end) continue
      const length = Math.max(1, Math.min(mark.end, end) - mark.start)
      out.push(`${' '.repeat(mark.start - start)}${'^'.repeat(length)} ${mark.words}`)
    }
    start = end + 1
  }
  return out.join('\n')
}
