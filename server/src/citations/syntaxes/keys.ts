import type { Name } from '../../text/name.js'
import { identifierName } from './identifier.js'

/**
 * Reads a cite key behind an at sign, by Pandoc's grammar: letters, digits and underscores, with single signs of
 * :.#$%&-+?<>~/ between them, or anything without white space between braces.
 *
 * @param at the offset behind the at sign
 * @returns the key, and the offset behind it (behind the closing brace); undefined where no key stands there
 */
export function keyAt(text: string, at: number): { key: string; end: number } | undefined {
  const pattern = text[at] === '{' ? braced : plain
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (!match) return undefined
  return { key: match[1] ?? match[0], end: at + match[0].length }
}

const plain = /[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy
const braced = /\{([^\s{}]{1,1000})\}/y

/** What a key calls its work: itself, and the identifier that it spells ("doi:10.…", "PMID:…", a DOI's address). */
export function keyNames(key: string): Name[] {
  const identifier = identifierName(key.replace(/^pubmed:/i, 'pmid:'))
  return identifier ? [identifier, `key:${key}`] : [`key:${key}`]
}

/** Whether a key is the label of a figure, table, equation, section or theorem: Quarto's and pandoc-crossref's words. */
export function isCrossReference(key: string): boolean {
  return crossReference.test(key)
}

const crossReference =
  /^(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau|vid)[-:]/i

/** A key as Pandoc reads it back: between braces where its grammar would end it early. */
export function writtenKey(key: string): string {
  return keyAt(key, 0)?.end === key.length && !key.startsWith('{') ? key : `{${key}}`
}
