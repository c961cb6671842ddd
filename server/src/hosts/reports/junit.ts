import type { LocatedFinding, ReportFormat } from './report.js'
import { onOneLine, printable } from './words.js'

/**
 * JUnit XML: a suite for each file, a failed case for each finding, and one that passed for a file without any. These
 * are four elements, for which the library that knows them all would be a tenth of the package.
 */
export const junit: ReportFormat = ({ files }) => {
  const failures = files.reduce((sum, { findings }) => sum + findings.length, 0)
  const calm = files.filter(({ findings }) => findings.length === 0).length
  const suites = files.map(({ name, findings }) => suite(onOneLine(name), findings))
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="${failures + calm}" failures="${failures}" errors="0" skipped="0">
${suites.join('')}</testsuites>
`
}

function suite(name: string, findings: readonly LocatedFinding[]): string {
  const cases = findings.map((finding) => failedCase(name, finding))
  if (cases.length === 0) cases.push(`    <testcase classname="${escaped(name)}" name="no findings"/>\n`)
  const counts = `tests="${cases.length}" failures="${findings.length}" errors="0" skipped="0"`
  return `  <testsuite name="${escaped(name)}" ${counts}>\n${cases.join('')}  </testsuite>\n`
}

function failedCase(
  name: string,
  { rule, severity, message, line, column, context }: LocatedFinding,
): string {
  const sentence = printable(context.before + context.flagged + context.after)
  return `    <testcase classname="${escaped(name)}" name="${escaped(`${rule} at ${line}:${column}`)}">
      <failure message="${escaped(printable(message))}" type="${severity}">${escaped(`${name}:${line}:${column}\n${sentence}`)}</failure>
    </testcase>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
