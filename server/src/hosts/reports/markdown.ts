import type { CheckedFile, ReportFormat } from './report.js'
import { counted, cutEnd, onOneLine } from './words.js'

const longestQuote = 160

/** For a pull request's comment or a job's summary: a table for each file. */
export const markdown: ReportFormat = ({ files }) => {
  const count = files.reduce((sum, { findings }) => sum + findings.length, 0)
  const head = `# BioProse: ${count === 0 ? 'no findings' : counted(count, 'finding')} in ${counted(files.length, 'file')}`
  return [head, ...files.filter(({ findings }) => findings.length > 0).map(tableOf)].join('\n\n') + '\n'
}

function tableOf({ name, findings }: CheckedFile): string {
  const rows = findings.map(({ line, column, severity, rule, message, context }) => {
    const quote = escaped(cutEnd(onOneLine(context.flagged).trim(), longestQuote))
    return `| ${line}:${column} | ${severity} | ${escaped(onOneLine(message))} | ${rule} | ${quote} |`
  })
  return [
    `## ${escaped(onOneLine(name))}`,
    '',
    '| Place | Severity | Finding | Rule | Text |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** Text that Markdown shows as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&@$^]/g, '\\$&')
}
