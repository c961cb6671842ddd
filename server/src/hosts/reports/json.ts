import { severities } from '../../workspace/settings.js'
import type { CheckedFile, LocatedFinding, ReportFormat } from './report.js'
import { tally } from './words.js'

/** One object: the findings of each file, and counts. */
export const json: ReportFormat = ({ version, files }) => {
  const findings = files.flatMap((file) => file.findings)
  const counts = Object.fromEntries(
    severities.map((one) => [one, findings.filter(({ severity }) => severity === one).length]),
  )
  const summary = {
    files: files.length,
    findings: findings.length,
    ...counts,
    rules: Object.fromEntries(tally(findings.map(({ rule }) => rule))),
  }
  const written = files.map((file) => ({ file: file.name, findings: file.findings.map(fieldsOf) }))
  return `${JSON.stringify({ version, files: written, summary }, null, 2)}\n`
}

/** One finding a line. */
export const jsonl: ReportFormat = ({ files }) => files.flatMap(linesOf).join('')

function linesOf({ name, findings }: CheckedFile): readonly string[] {
  return findings.map((finding) => `${JSON.stringify({ file: name, ...fieldsOf(finding) })}\n`)
}

function fieldsOf({
  rule,
  severity,
  message,
  start,
  end,
  line,
  column,
  endLine,
  endColumn,
  context,
}: LocatedFinding) {
  return { rule, severity, start, end, line, column, endLine, endColumn, message, text: context.flagged }
}
