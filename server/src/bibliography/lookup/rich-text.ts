import { characterOf } from '../../prose/entities.js'

/** Titles and abstracts as databases keep them, without the tags of HTML, JATS and MathML and with entities resolved. */
export function plainText(written: string): string {
  return written
    .replace(/<\/?[a-z][\w:.-]{0,40}(?:\s[^<>]{0,400})?\/?>/gi, '')
    .replace(/&(?:#x?[\da-f]{1,6}|[a-z]{2,8}\d?);/gi, (entity) => characterOf(entity) ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
}
