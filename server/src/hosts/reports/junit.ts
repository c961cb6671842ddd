import reports from 'junit-report-builder'
import type { ReportFormat } from './report.js'
import { onOneLine, printable } from './words.js'

/** JUnit XML: a suite for each file, a failed case for each finding, and one that passed for a file without any. */
export const junit: ReportFormat = ({ files }) => {
  const builder = reports.newBuilder()
  for (const file of files) {
    const name = onOneLine(file.name)
    const suite = builder.testSuite().name(name)
    if (file.findings.length === 0) suite.testCase().className(name).name('no findings')
    for (const { rule, severity, message, line, column, context } of file.findings) {
      const sentence = printable(context.before + context.flagged + context.after)
      suite
        .testCase()
        .className(name)
        .name(`${rule} at ${line}:${column}`)
        .failure(printable(message), severity)
        .stacktrace(`${name}:${line}:${column}\n${sentence}`)
    }
  }
  return `${builder.build()}\n`
}
