import type { Severity } from '../../workspace/settings.js'
import type { CheckedFile, LocatedFinding, ReportFormat } from './report.js'

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}

/** Workflow commands that GitHub Actions turns into annotations of the changed lines. */
export const github: ReportFormat = ({ files }) =>
  files.flatMap((file) => file.findings.map((finding) => `${commandFor(file, finding)}\n`)).join('')

function commandFor({ name }: CheckedFile, finding: LocatedFinding): string {
  const { severity, line, column, endLine, endColumn, rule, message } = finding
  // GitHub shows columns only of what lies on one line, and counts the last column in.
  const columns =
    line === endLine ? { col: column, endColumn: Math.max(column, endColumn - 1) } : { col: column }
  const properties = Object.entries({ file: name, line, endLine, ...columns, title: `BioProse: ${rule}` })
  const listed = properties.map(([key, value]) => `${key}=${escapedProperty(String(value))}`).join(',')
  return `::${commands[severity]} ${listed}::${escaped(message)}`
}

function escaped(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function escapedProperty(text: string): string {
  return escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
