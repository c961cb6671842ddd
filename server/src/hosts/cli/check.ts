import { fileURLToPath } from 'node:url'
import { settingsFrom, severities, type Sensitivity, type Severity } from '../../workspace/settings.js'
import { reportOf } from '../../rules/findings.js'
import type { View } from '../../workspace/view.js'
import { reportFormats, type ReportFormatName } from '../reports/report-formats.js'
import { locatedFindings } from '../reports/located.js'
import type { CheckedFile } from '../reports/report.js'
import { version } from '../../../../package.json'
import { reasonOf } from '../files.js'
import { projectOf, settled, type KnownProjects } from '../project.js'
import { inputsFrom, type Input } from './inputs.js'
import { lookingUpFor, type LookUpMode } from './looking-up.js'
import { whileOpen } from './opened.js'
import { workspaceIn } from './vocabularies.js'
import { complain, styleOf, write, type ExitCode, type Terminal } from './terminal.js'

export interface CheckOptions {
  readonly format: ReportFormatName
  readonly failOn: Severity | 'never'
  /** Instead of the project's own. */
  readonly sensitivity?: Sensitivity
  readonly stdinFilename?: string
  /** Whom to ask about references: the network, or only what was looked up before. */
  readonly lookUp?: LookUpMode
  /** Told to the services that are asked. */
  readonly email?: string
}

/** Prints the findings of some files. What cannot be read is told, and the others are checked all the same. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { inputs, problems } = await inputsFrom(paths, terminal, options.stdinFilename)
  for (const problem of problems) await complain(terminal, problem)
  if (inputs.length === 0) return 2
  const { files, isWhole } = await checked(inputs, options, terminal)
  const report = await reportFormats[options.format]()
  await write(terminal.output, report({ version, files }, styleOf(terminal)))
  if (problems.length > 0 || !isWhole) return 2
  return files.some(({ findings }) => findings.some(({ severity }) => fails(severity, options.failOn)))
    ? 1
    : 0
}

async function checked(inputs: readonly Input[], options: CheckOptions, terminal: Terminal) {
  const { sensitivity } = options
  const workspace = workspaceIn(terminal, true)
  const files: CheckedFile[] = []
  const broken = new Set<string>()
  const projects: KnownProjects = new Map()
  const lookUp = lookingUpFor(workspace, options, terminal)
  for (const { name, uri, read } of inputs) {
    const text = await read().catch((error: unknown) => {
      broken.add(`${name}: ${reasonOf(error)}`)
    })
    if (text === undefined) continue
    const project = await projectOf(fileURLToPath(uri), projects)
    for (const problem of project?.problems ?? []) broken.add(problem)
    const settings = settingsFrom(settled({}, project))
    workspace.apply([{ kind: 'settings', settings: sensitivity ? { ...settings, sensitivity } : settings }])
    const look = (view: View): void => {
      files.push({ name, findings: locatedFindings(view) })
      for (const { rule, error } of reportOf(view).failures)
        broken.add(`${name}: the rule ${rule} broke: ${String(error)}`)
    }
    await whileOpen(workspace, uri, text, look, lookUp && (async (view) => {
      for (const problem of await lookUp(view)) broken.add(`${name}: ${problem}`)
    })) // prettier-ignore
  }
  for (const problem of broken) await complain(terminal, problem)
  return { files, isWhole: broken.size === 0 }
}

function fails(severity: Severity, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn)
}
