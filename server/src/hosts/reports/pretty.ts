import { severities, type Severity } from '../../workspace/settings.js'
import type { CheckReport, Context, LocatedFinding, ReportFormat } from './report.js'
import type { Paint, Style } from './style.js'
import { counted, cutEnd, cutStart, onOneLine, tally } from './words.js'

/** For people: each finding with its sentence, and a summary. */
export const pretty: ReportFormat = (report, style) => {
  const files = report.files
    .filter(({ findings }) => findings.length > 0)
    .map(({ name, findings }) => findings.map((finding) => described(name, finding, style)).join('\n'))
  return [...files, summary(report, style.paint)].join('\n\n') + '\n'
}

function described(name: string, finding: LocatedFinding, style: Style): string {
  const { paint } = style
  const { line, column, severity, message, rule, context } = finding
  const place = `${paint.cyan(onOneLine(name))}:${line}:${column}`
  const head = [place, colourOf(severity, paint)(severity), onOneLine(message), paint.dim(rule)].join('  ')
  const sentence = shortened(context, style)
  return sentence === '' ? head : `${head}\n${indent}${sentence}`
}

const indent = '    '

/** The sentence, cut to fit the line; as long as the flagged part fits, it stays whole and as near to the middle as can be. */
function shortened(context: Context, { width, paint }: Style): string {
  const room = width - indent.length
  const flagged = onOneLine(context.flagged)
  const before = onOneLine(context.before).trimStart()
  const after = onOneLine(context.after).trimEnd()
  if (flagged.length >= room) return cutEnd(flagged, room)
  const spare = room - flagged.length
  const behind = Math.min(after.length, Math.max(Math.floor(spare / 2), spare - before.length))
  const mark = before === '' && after === '' ? (text: string) => text : paint.underline
  return cutStart(before, spare - behind) + mark(flagged) + cutEnd(after, behind)
}

function summary({ files }: CheckReport, paint: Paint): string {
  const findings = files.flatMap((file) => file.findings)
  const checked = `${counted(files.length, 'file')} checked`
  if (findings.length === 0) return paint.green(`No findings; ${checked}.`)
  const bySeverity = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [colourOf(severity, paint)(`${count} ${severity}`)]
  })
  const rules = tally(findings.map(({ rule }) => rule))
  const widest = String(rules[0]?.[1] ?? 0).length
  return [
    `${paint.bold(counted(findings.length, 'finding'))} (${bySeverity.join(', ')}); ${checked}.`,
    ...rules.map(([rule, count]) => `  ${String(count).padStart(widest)}  ${rule}`),
  ].join('\n')
}

function colourOf(severity: Severity, paint: Paint): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, information: paint.blue, hint: paint.dim }[severity]
}
