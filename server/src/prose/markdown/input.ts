import type { Text } from '../../text/chunked.js'

/**
 * A text as the Markdown parser reads it: line by line, where "\r\n" and a lone "\r" end a line too. Nothing is copied
 * or rewritten, so every offset that the parser gives is an offset into the text as written.
 */
export class LineInput {
  readonly lineChunks = true
  /** The first "\n" at or behind `searchedFrom`: a text without any is searched once, not once a line. */
  private feed = -1
  private searchedFrom = 0

  constructor(private readonly text: Text) {}

  get length(): number {
    return this.text.length
  }

  /** What is left of the line that holds `from`, or "\n" at its end. */
  chunk(from: number): string {
    if (from >= this.text.length) return ''
    const feed = this.feedFrom(from)
    if (feed === from) return '\n'
    const carriage = this.text.slice(from, Math.min(feed, from + 4096)).indexOf('\r')
    if (carriage < 0) return this.wholeLine(from, feed)
    // The "\r" of "\r\n" reads as a space, so that each code unit stays in its place.
    if (from + carriage === feed - 1 && feed < this.text.length) return `${this.text.slice(from, feed - 1)} `
    return carriage === 0 ? '\n' : this.text.slice(from, from + carriage)
  }

  read(from: number, to: number): string {
    const part = this.text.slice(from, to)
    return part.includes('\r') ? part.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : part
  }

  private wholeLine(from: number, feed: number): string {
    const line = this.text.slice(from, feed)
    const carriage = line.length > 4096 ? line.indexOf('\r') : -1
    if (carriage < 0) return line
    return carriage === line.length - 1 && feed < this.text.length
      ? `${line.slice(0, -1)} `
      : line.slice(0, carriage)
  }

  private feedFrom(from: number): number {
    if (from >= this.searchedFrom && from <= this.feed) return this.feed
    const found = this.text.indexOf('\n', from)
    this.feed = found < 0 ? this.text.length : found
    this.searchedFrom = from
    return this.feed
  }
}
