import { allRules, ruleById } from '../../rules/registry.js'
import type { Rule } from '../../rules/rule.js'
import type { Paint } from '../reports/style.js'
import { nearest } from './nearest.js'
import { pageOfRule } from '../package-files.js'
import { complain, styleOf, write, type ExitCode, type Terminal } from './terminal.js'

/** Shows the page of a rule; without one, the rules and what each reports. */
export async function explain(id: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const { paint } = styleOf(terminal)
  if (id === undefined) {
    await write(terminal.output, `${listOfRules(paint)}\n\nbioprose explain RULE shows the page of a rule.\n`)
    return 0
  }
  const rule = ruleById(id)
  if (rule) {
    await write(terminal.output, `${pageFor(rule, paint)}\n`)
    return 0
  }
  const meant = nearest(id, allRules().map((one) => one.id)) // prettier-ignore
  await complain(
    terminal,
    `there is no rule ${id}.${meant === undefined ? '' : ` Did you mean ${meant}?`} The rules are:`,
  )
  await write(terminal.errors, `${listOfRules(paint)}\n`)
  return 2
}

function listOfRules(paint: Paint): string {
  const widest = Math.max(...allRules().map(({ id }) => id.length))
  return allRules()
    .map(
      ({ id, severity, summary }) => `  ${paint.bold(id.padEnd(widest))}  ${severity.padEnd(11)}  ${summary}`,
    )
    .join('\n')
}

function pageFor(rule: Rule, paint: Paint): string {
  const head = `${paint.bold(rule.id)} (${rule.severity})\n${rule.summary}`
  const page = pageOfRule(rule.id)
  if (page === undefined) return head
  return `${head}\n\n${page.trim().replace(/^#{1,6} .*$/gm, (heading) => paint.bold(heading))}`
}
