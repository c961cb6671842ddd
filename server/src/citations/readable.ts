import { toSource, type Block, type Opaque } from '../prose/block.js'
import { derived } from '../text/derived.js'

/** The block's text with code and mathematics blanked out: for syntaxes that may hold a URL. Offsets stay. */
export function withUrls(block: Block): string {
  return block.opaque.length === 0 ? block.text : withUrlsBlanked(block)
}

/** The block's text with code, mathematics and URLs blanked out. Offsets stay. */
export function withoutUrls(block: Block): string {
  return block.opaque.length === 0 ? block.text : withoutUrlsBlanked(block)
}

const withUrlsBlanked = derived((block: Block) => blanked(block, ['code', 'math']))
const withoutUrlsBlanked = derived((block: Block) => blanked(block, ['code', 'math', 'url']))

/** Whether a backslash stands before this offset in the Markdown: the writer says that the sign is only a sign. */
export function isEscaped(block: Block, offset: number): boolean {
  return block.source[toSource(block, { start: offset, end: offset + 1 }).start] === '\\'
}

/** A letter-like sign that is part of no citation, so that what stands before and behind code is not taken for neighbours. */
const blank = '\uFFFC'

function blanked(block: Block, kinds: readonly Opaque['kind'][]): string {
  const { text } = block
  let result = ''
  let done = 0
  for (const { start, end, kind } of block.opaque) {
    if (!kinds.includes(kind)) continue
    result += text.slice(done, start) + blank.repeat(end - start)
    done = end
  }
  return done === 0 ? text : result + text.slice(done)
}
