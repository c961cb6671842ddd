import fc from 'fast-check'

/** Lines that Markdown parsers stumble over, in biomedical words of our own. */
const lines = [
  'Ketamine raised BDNF [@wren2019] in two cohorts.',
  'Levels fell by 12 % (Barlind et al., 2009), vs. 3 % in controls.',
  '# Background',
  'Results',
  '=======',
  '---',
  '...',
  'title: Sleep',
  '- insulin rose[3]',
  '  - leptin did not',
  '    indented *four*',
  '1. First, cortisol.',
  '2) Then, melatonin.',
  '> quoted **growth hormone**',
  '>> deeper',
  '| Drug | Dose |',
  '|:--|--:|',
  '| GHRH | `2 mg` \\| more |',
  '```r',
  '```',
  '~~~',
  '$$',
  'x = \\frac{a}{b}',
  'A price of $5 and $\\alpha_1$ receptors.',
  '[^note]: Wren A. Sleep and memory. 2019.',
  '[^2]: a remark',
  '    that goes on',
  'Shown before.[^note] And again.[^2]',
  '<!-- bioprose-disable uncited-claim -->',
  '<!-- open',
  '-->',
  '<div>',
  '</div>',
  '<b>bold</b> &beta;-endorphin&nbsp;and &#946;',
  '[link](https://example.org/a) and [ref][label]',
  '[label]: https://example.org/b',
  '![scan](scan.png)',
  '## References',
  'References',
  '1. Barlind A, Wren B. A trial of light. J Sleep. 2009;19(5):415-22.',
  'Wren, A. (2019). Memory at night. *Journal of Rest*, 4, 1–9. https://doi.org/10.1000/xyz',
  'wide 😀 emoji and \u{1F9E0}\uFE0F brains',
  'lone \uD83D surrogate \uDE00 halves',
  '\u0000 and \uFEFF',
  '* * *',
  '\tTab-indented code',
  '*[a](b_[c*_',
  '`` ` ``',
  '\\* \\[ \\]',
  '- [ ] a task',
  '',
  ' ',
] as const

const line = fc.constantFrom(...lines)
const ending = fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r', ' ')

/** A stretch of nasty Markdown. */
export const fragment = fc
  .array(fc.tuple(line, ending), { maxLength: 4 })
  .map((parts) => parts.map(([words, end]) => words + end).join(''))

/** A whole document of it, with front matter now and then. */
export const nastyDocument = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '---\ntitle: Sleep\n---\n',
      '\uFEFF---\r\nbibliography: a.bib\r\n---\r\n',
      '---\nopen\n',
    ),
    fc.array(fc.tuple(line, ending), { maxLength: 24 }),
  )
  .map(([front, parts]) => front + parts.map(([words, end]) => words + end).join(''))

/** A document of many parts, long lists among them: what an edit leaves alone is most of it. */
export const longDocument = fc
  .array(
    fc.tuple(
      fc.oneof(fragment, fragment, fc.constant('- Zinc.\n'), fc.constant('1. Zinc and sleep.\n')),
      fc.constantFrom(1, 1, 1, 3, 30, 700),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.map(([piece, times]) => piece.repeat(Math.min(times, 12_000 / (piece.length + 1)))))
  .map((pieces) => pieces.join('\n'))

/** An edit as fractions of a text: where, how much is replaced, and by what. */
export const nastyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 200 })),
  text: fc.oneof(
    fragment,
    fc.constantFrom(
      '',
      'a',
      ' ',
      '\n',
      '\r',
      '\n\n',
      '>',
      '-',
      '`',
      '$',
      '*',
      '[',
      ']',
      '|',
      '<',
      '#',
      '\t',
      '😀',
    ),
  ),
})

/** The edit in a text of a certain length. */
export function editWithin(
  length: number,
  { at, length: replaced, text }: { at: number; length: number; text: string },
) {
  const start = Math.floor(at * length)
  return { start, end: Math.min(length, start + replaced), text }
}
