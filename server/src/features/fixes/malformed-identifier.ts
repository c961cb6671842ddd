import { replacing, type Fixer } from './fix.js'

/** Zeros before a number mean nothing. What a wrong digit should be, nobody knows. */
export const fixMalformedIdentifier: Fixer = (view, { start, end }) => {
  const written = view.document.text.slice(start, end)
  const match = /^(PMC)?0+([1-9]\d{0,7})$/.exec(written)
  return match ? [replacing(view, start, written, `${match[1] ?? ''}${match[2]!}`)] : []
}
