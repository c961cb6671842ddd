import { annotationOf } from '../../features/annotations.js'
import { reportOf } from '../../rules/findings.js'
import type { View } from '../../workspace/view.js'
import type { Workspace } from '../../workspace/workspace.js'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { AnnotatedDocument, AnnotationFormat } from '../reports/annotated.js'
import { annotationFormats, type AnnotationFormatName } from '../reports/annotation-formats.js'
import { reasonOf } from '../files.js'
import { documentIn, linesFrom } from './corpus.js'
import { inputsFrom } from './inputs.js'
import { whileOpen } from './opened.js'
import { complain, write, type ExitCode, type Terminal } from './terminal.js'
import { workspaceWith } from './vocabularies.js'

export interface AnnotateOptions {
  readonly format?: AnnotationFormatName
  readonly input?: 'jsonl'
  readonly vocabulary?: readonly string[]
  readonly builtin: boolean
  readonly suggestAll?: boolean
}

/** Prints all that the engine knows about some files, or about each document of a corpus on standard input. */
export async function annotate(
  paths: readonly string[],
  options: AnnotateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.input && paths.length > 0)
    throw new Error('--input jsonl reads standard input and takes no files')
  if (!options.input && paths.length === 0)
    throw new Error('name the files to annotate, or read a corpus with --input jsonl')
  const workspace = await workspaceWith(options, terminal)
  return options.input
    ? annotateCorpus(workspace, options, terminal)
    : annotateFiles(paths, workspace, options, terminal)
}

async function annotateFiles(
  paths: readonly string[],
  workspace: Workspace,
  { format = 'json', suggestAll }: AnnotateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { inputs, problems } = await inputsFrom(paths, terminal)
  for (const problem of problems) await complain(terminal, problem)
  if (inputs.length === 0) return 2
  const print = printer(annotationFormats[format](inputs.length > 1), terminal)
  let failed = problems.length
  for (const { name, uri, read } of inputs) {
    try {
      const look = await whileOpen(workspace, uri, await read(), (view) => lookAt(name, view, suggestAll))
      failed += await tellBroken(look, terminal)
      await print.document(look)
    } catch (error) {
      failed++
      await complain(terminal, `${name}: ${reasonOf(error)}`)
    }
  }
  await print.end()
  return failed === 0 ? 0 : 2
}

/** One document in memory at a time, however long the corpus is. */
async function annotateCorpus(
  workspace: Workspace,
  { format = 'jsonl', suggestAll }: AnnotateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  // Libraries that a document names are sought from the folder we run in.
  const uri = pathToFileURL(join(terminal.folder, 'corpus.md')).href
  const print = printer(annotationFormats[format](true), terminal)
  let failed = 0
  for await (const line of linesFrom(terminal.input)) {
    const read = documentIn(line)
    if ('error' in read) {
      failed++
      await print.failure(read)
      continue
    }
    const { id, text } = read
    try {
      const look = await whileOpen(workspace, uri, text, (view) => lookAt(id, view, suggestAll))
      failed += await tellBroken(look, terminal)
      await print.document(look)
    } catch (error) {
      failed++
      await print.failure({ id, error: reasonOf(error) })
    }
  }
  await print.end()
  return failed === 0 ? 0 : 2
}

/** A document and the rules that broke on it; their findings alone are missing. */
interface Look extends AnnotatedDocument {
  readonly broken: readonly string[]
}

function lookAt(id: string, view: View, suggestAll = false): Look {
  const broken = reportOf(view).failures.map(({ rule, error }) => `the rule ${rule} broke: ${String(error)}`)
  return { id, text: view.document.text, annotation: annotationOf(view, suggestAll), broken }
}

async function tellBroken({ id, broken }: Look, terminal: Terminal): Promise<number> {
  for (const problem of broken) await complain(terminal, `${id}: ${problem}`)
  return broken.length
}

/** Writes documents one by one, with what the format wants before, between and after them. */
function printer(format: AnnotationFormat, terminal: Terminal) {
  let isFirst = true
  const put = async (text: string): Promise<void> => {
    await write(terminal.output, (isFirst ? format.opening : format.between) + text)
    isFirst = false
  }
  return {
    document: (document: AnnotatedDocument) => put(format.document(document)),
    failure: ({ id, error }: { id: string | number | null; error: string }) =>
      format.failure
        ? put(format.failure(id, error))
        : complain(terminal, `document ${id ?? 'without an id'}: ${error}`),
    end: () => write(terminal.output, isFirst ? format.empty : format.closing),
  }
}
