import sax from 'sax'

/** What a reader of XML is told, in the order of the text. Offsets are code units of the text. */
export interface XmlReader {
  /** An element begins. Names and attributes are in small letters if asked for. */
  open?(name: string, attributes: Readonly<Record<string, string>>, start: number): void
  /** Text, CDATA included, entities resolved; in pieces. */
  text?(words: string): void
  /** @param isWritten whether the text has the closing tag; an element may be closed by its own slash, or by another's end */
  close?(name: string, isWritten: boolean, end: number): void
}

/** Reads XML as far as it goes, over whatever is wrong in it. Never throws. */
export function readXml(text: string, reader: XmlReader, lowercase = false): void {
  const parser = sax.parser(!lowercase, { lowercase, position: true })
  parser.onopentag = ({ name, attributes }) => {
    reader.open?.(name, attributes as Record<string, string>, parser.startTagPosition - 1)
  }
  parser.ontext = parser.oncdata = (words) => { reader.text?.(words) } // prettier-ignore
  parser.onclosetag = (name) => {
    reader.close?.(name, text.startsWith('</', parser.startTagPosition - 1), parser.position)
  }
  parser.onerror = () => { parser.resume() } // prettier-ignore
  parser.write(text).close()
}
