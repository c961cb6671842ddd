import type { Block, Opaque } from '../../prose/block.js'
import type { Span } from '../../text/span.js'
import type { Cite, Target } from '../cite.js'
import { isEscaped, withUrls } from '../readable.js'
import { isCrossReference, keyAt, keyNames, writtenKey } from './keys.js'
import { numbersBetween } from './numbers.js'
import { all, type CitationSyntax } from './syntax.js'

/** Pandoc's, Quarto's and Manubot's keys: "[see @a, p. 3; -@b]", "@a says", "@a [p. 3]", "@{odd:key}". */
export const pandoc: CitationSyntax = {
  name: 'pandoc',
  placement: 'before-stop',
  find,
  write(works) {
    const keys = all(works, (work) => work.key)
    return keys && `[${keys.map((key) => `@${writtenKey(key)}`).join('; ')}]`
  },
}

/** An open bracket and the keys that stand directly in it. */
interface Frame {
  readonly start: number
  readonly keys: Key[]
}

/** `end` is the end of the key, or of the bracket with a locator that belongs to it. */
interface Key extends Span {
  readonly targets: Target[]
  end: number
}

function* find(block: Block): Iterable<Cite> {
  const text = withUrls(block)
  if (!text.includes('@')) return
  const outside: Key[] = []
  const found: Cite[] = []
  const frames: Frame[] = []
  for (let i = nextSign(text, 0); i < text.length; i = nextSign(text, i)) {
    const sign = text[i]
    if (sign === '[') frames.push({ start: i++, keys: [] })
    else if (sign === ']') close(text, frames.pop(), ++i, frames.length === 0 ? outside : undefined, found)
    else {
      const read = isEscaped(block, i) || isInUrl(block.opaque, i) ? undefined : keyAt(text, i + 1)
      if (read && !isCrossReference(read.key)) {
        const start = text[i - 1] === '-' ? i - 1 : i
        const target = { start: i, end: read.end, names: keyNames(read.key) }
        ;(frames.at(-1)?.keys ?? outside).push({ start, end: read.end, targets: [target] })
      }
      i = read?.end ?? i + 1
    }
  }
  for (const frame of [{ keys: outside }, ...frames]) for (const key of frame.keys) found.push(bare(key))
  yield* found.sort((a, b) => a.start - b.start)
}

/** The offset of the next sign, or the length of the text. */
function nextSign(text: string, from: number): number {
  signs.lastIndex = from
  return signs.exec(text)?.index ?? text.length
}

/** Brackets, and at signs that may begin a key: not in an e-mail address, a path or a compound ("TiO~2~@Ag"). */
const signs = /[[\]]|(?<![\p{L}\p{M}\p{N}_@/\\~^)}₀-₉]|[\p{L}\p{N}]-)@/gu

/** Makes a citation of a bracket that holds keys, or gives one without to the bare key before it: "@a [p. 3]". */
function close(
  text: string,
  frame: Frame | undefined,
  end: number,
  outside: Key[] | undefined,
  found: Cite[],
) {
  if (!frame) return
  const owner = outside?.at(-1)
  const isOwned = owner?.end === frame.start - 1 && text[owner.end] === ' '
  if (isOwned && (frame.keys.length > 0 || isLocator(text, frame.start, end))) {
    owner.end = end
    for (const key of frame.keys) owner.targets.push(...key.targets)
  } else if (frame.keys.length > 0) {
    found.push({
      start: frame.start,
      end,
      syntax: 'pandoc',
      targets: frame.keys.flatMap((key) => key.targets),
    })
  }
}

/** "[3]" behind a bare key is left to the numbered citations, "[^3]" to the footnotes, "[ ]" to the task lists. */
function isLocator(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}§¶]/u.test(text[start + 1] ?? '') && !numbersBetween(text, start + 1, end - 1)
}

function bare({ start, end, targets }: Key): Cite {
  const first = targets[0]!
  const isPlain = end === first.end && first.names.length === 1
  return { start, end, syntax: 'pandoc', targets, ...(isPlain && { weak: true }) }
}

function isInUrl(opaque: readonly Opaque[], offset: number): boolean {
  let low = 0
  let high = opaque.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (opaque[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  const span = opaque[low]
  return span?.kind === 'url' && span.start <= offset
}
