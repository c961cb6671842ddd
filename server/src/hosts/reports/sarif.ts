import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder'
import { pageOf } from '../../features/diagnostic.js'
import { allRules } from '../../rules/registry.js'
import type { Severity } from '../../workspace/settings.js'
import type { CheckedFile, LocatedFinding, ReportFormat } from './report.js'

type Level = 'error' | 'warning' | 'note'
const levels: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
}

/** SARIF 2.1.0 (OASIS, 2020), as GitHub code scanning reads it. */
export const sarif: ReportFormat = ({ version, files }) => {
  const run = new SarifRunBuilder({ columnKind: 'utf16CodeUnits' }).initSimple({
    toolDriverName: 'BioProse',
    toolDriverVersion: version,
    url: 'https://github.com/bioprose/bioprose',
  })
  for (const { id, summary, severity } of allRules()) {
    const rule = new SarifRuleBuilder({ defaultConfiguration: { level: levels[severity] } })
    run.addRule(rule.initSimple({ ruleId: id, shortDescriptionText: summary, helpUri: pageOf(id) }))
  }
  for (const file of files) for (const finding of file.findings) run.addResult(resultFor(file, finding))
  const log = new SarifBuilder()
  log.addRun(run)
  return `${JSON.stringify(log.buildSarifOutput(), null, 2)}\n`
}

function resultFor({ name }: CheckedFile, finding: LocatedFinding): SarifResultBuilder {
  const { rule, severity, message, line, column, endLine, endColumn } = finding
  return new SarifResultBuilder().initSimple({
    ruleId: rule,
    level: levels[severity],
    messageText: message,
    fileUri: addressOf(name),
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
  })
}

/** A path as a URI reference; a relative one stays relative, for the reader knows to which checkout. */
export function addressOf(name: string): string {
  const path = name.split('/').map(encodeURIComponent).join('/')
  if (name.startsWith('/')) return `file://${path}`
  return /^[A-Za-z]:\//.test(name) ? `file:///${path.replace('%3A', ':')}` : path
}
