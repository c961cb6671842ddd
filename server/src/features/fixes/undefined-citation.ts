import { writtenKey } from '../../citations/syntaxes/keys.js'
import { citesOf } from '../../workspace/cites.js'
import { citableOf } from '../../workspace/library.js'
import { nearestOf } from './nearest.js'
import { replacing, type Fixer } from './fix.js'

/** The keys or labels that look most like the one that nothing bears. */
export const fixUndefinedCitation: Fixer = (view, { start, end }) => {
  const target = citesOf(view)
    .flatMap(({ targets }) => targets)
    .find((one) => one.start === start && one.end === end)
  const name = target?.names.find((one) => /^(?:key|footnote):/.test(one))
  if (!name) return []
  const [kind, word] = [name.slice(0, name.indexOf(':') + 1), name.slice(name.indexOf(':') + 1)]
  const at = view.document.text.slice(start, end).indexOf(word)
  if (at < 0) return []
  const words = citableOf(view).entries.flatMap(({ names }) =>
    names.filter((one) => one.startsWith(kind)).map((one) => one.slice(kind.length)),
  )
  return nearestOf(word, words)
    .filter((one) => writtenKey(one) === one)
    .map((one) => replacing(view, start + at, word, one, false))
}
