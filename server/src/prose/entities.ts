/** The named characters that biomedical writers type; any other entity stays as it was written. */
const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', shy: '\u00AD', ndash: '–', mdash: '—', minus: '−',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…', times: '×', plusmn: '±', deg: '°', micro: 'µ', middot: '·',
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', kappa: 'κ', lambda: 'λ',
  mu: 'μ', omega: 'ω', sigma: 'σ', tau: 'τ', Delta: 'Δ', Omega: 'Ω', le: '≤', ge: '≥', rarr: '→', sup2: '²', sup3: '³',
} // prettier-ignore

/** What `&beta;` or `&#946;` stands for, or undefined where it is not known or no character. */
export function characterOf(entity: string): string | undefined {
  const body = entity.slice(1, -1)
  if (!body.startsWith('#')) return Object.hasOwn(named, body) ? named[body] : undefined
  const isHexadecimal = body[1] === 'x' || body[1] === 'X'
  const code = parseInt(body.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10)
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : undefined
}
