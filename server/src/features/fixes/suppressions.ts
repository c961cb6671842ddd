import { allRules } from '../../rules/registry.js'
import type { Finding } from '../../rules/rule.js'
import { suppressionsOf } from '../../prose/suppressions.js'
import type { View } from '../../workspace/view.js'
import { nearestOf } from './nearest.js'
import { rangeOf } from '../places.js'
import { replacing, type Fix, type Fixer } from './fix.js'

/** The rule that a comment may mean. */
export const fixUnknownSuppression: Fixer = (view, { start, end }) => {
  const written = view.document.text.slice(start, end)
  return nearestOf(
    written,
    allRules().map(({ id }) => id),
  ).map((id) => replacing(view, start, written, id, false))
}

/** A comment that silences nothing can go, with its line where it stands alone. */
export const fixUnusedSuppression: Fixer = (view, finding) => {
  const { text } = view.document
  const comment = suppressionsOf(view.document).find(
    ({ start, end }) => start <= finding.start && finding.end <= end,
  )
  if (!comment) return []
  if (comment.rules.length > 1) return [withoutRule(view, finding)]
  const before = /(?:^|\n)[^\S\n]{0,20}$/.exec(text.slice(Math.max(0, comment.start - 21), comment.start))
  const behind = /^[^\S\n]{0,20}\r?\n/.exec(text.slice(comment.end, comment.end + 22))
  const isAlone = before !== null && behind !== null
  const start = isAlone ? comment.start - before[0].replace('\n', '').length : comment.start
  const end = isAlone ? comment.end + behind[0].length : comment.end
  return [
    {
      title: 'Remove this comment',
      edits: [{ range: rangeOf(view, { start, end }), newText: '' }],
      isSure: true,
    },
  ]
}

/** Of several rules that a comment names, one can go. */
function withoutRule(view: View, { start, end }: Finding): Fix {
  const { text } = view.document
  const from = text.slice(0, start).trimEnd().replace(/,$/, '').trimEnd().length
  const title = `Take '${text.slice(start, end)}' out of this comment`
  return { title, edits: [{ range: rangeOf(view, { start: from, end }), newText: '' }], isSure: true }
}
