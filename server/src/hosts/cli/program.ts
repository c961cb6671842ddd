import { Command, CommanderError, Option } from 'commander'
import { version } from '../../../../package.json'
import { severities, sensitivities } from '../../workspace/settings.js'
import { annotationFormatNames } from '../reports/annotation-formats.js'
import { reportFormatNames } from '../reports/report-formats.js'
import { lookUpModes } from './looking-up.js'
import { annotate, type AnnotateOptions } from './annotate.js'
import { check, type CheckOptions } from './check.js'
import { explain } from './explain.js'
import { complain, type ExitCode, type Terminal } from './terminal.js'
import { vocabularyInfo } from './vocabulary.js'

/**
 * Runs the command line.
 *
 * @param args what follows the program's name
 * @returns the exit code; the server answers until its client hangs up, after this returned
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = programFor(terminal, (result) => {
    code = result
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    // Commander throws to end after --help and --version too, and has then said all that there is to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    await complain(terminal, error instanceof Error ? error.message : String(error))
    return 2
  }
}

function programFor(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const program = new Command('bioprose')
    .description(
      'Explains the terms, finds the references and lists the uncited claims of biomedical prose in Markdown.',
    )
    .version(version, '-v, --version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.output.write(text),
      writeErr: (text) => terminal.errors.write(text),
    })
    .addHelpText('after', examples)
    .showSuggestionAfterError()

  program
    .command('check')
    .description('lists what is wrong: claims without a citation, citations that lead nowhere')
    .argument('[paths...]', 'files, folders and patterns; - is standard input', ['.'])
    .addOption(new Option('-f, --format <format>', 'how to print').choices(reportFormatNames).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 at a finding that is at least this severe')
        .choices([...severities, 'never'])
        .default('warning'),
    )
    .addOption(new Option('--sensitivity <degree>', "how readily a sentence is a claim (default: the project's, else balanced)").choices(sensitivities))
    .option('--stdin-filename <name>', 'what to call standard input')
    .addOption(new Option('--look-up <how>', 'look the identifiers of references up: at Crossref, doi.org and NCBI, or offline, in what was looked up before').choices(lookUpModes))
    .option('--email <address>', 'tell Crossref and NCBI who asks, as they wish')
    .addHelpText('after', checkExamples)
    .action(async (paths: string[], options: CheckOptions) => { done(await check(paths, options, terminal)) }) // prettier-ignore

  program
    .command('annotate')
    .description('prints mentions, sentences, citations, references and findings for other programs')
    .argument('[files...]', 'files, folders and patterns; - is standard input')
    .addOption(new Option('-f, --format <format>', 'how to print (default: json, with --input jsonl: jsonl)').choices(annotationFormatNames))
    .addOption(new Option('--input <format>', 'read documents from standard input, {"id", "text"} on each line').choices(['jsonl']))
    .option('--vocabulary <file>', 'a glossary or vocabulary to use as well; may be given again', listed)
    .option('--no-builtin', 'leave the built-in glossary out')
    .option('--suggest-all', 'suggest entries for every sentence, cited ones too')
    .addHelpText('after', annotateExamples)
    .action(async (paths: string[], options: AnnotateOptions) => { done(await annotate(paths, options, terminal)) }) // prettier-ignore

  program
    .command('explain')
    .description('shows the page of a rule, or lists the rules')
    .argument('[rule]', 'the id of a rule, such as uncited-claim')
    .action(async (rule: string | undefined) => { done(await explain(rule, terminal)) }) // prettier-ignore

  program
    .command('vocabulary')
    .description('looks at vocabularies')
    .command('info')
    .description('tells counts, ambiguous names, and names that are English words')
    .argument('<files...>', 'vocabularies')
    .action(async (paths: string[]) => { done(await vocabularyInfo(paths, terminal)) }) // prettier-ignore

  program
    .command('lsp')
    .description('starts the language server')
    .requiredOption('--stdio', 'talk over standard input and output')
    .action(async () => { (await import('../node-server.js')).startNodeServer(terminal.newWorkspace(true)) }) // prettier-ignore

  return program
}

function listed(file: string, before: readonly string[] = []): readonly string[] {
  return [...before, file]
}

const examples = `
Examples:
  bioprose check                          check the Markdown files below this folder
  bioprose check paper.md --format sarif  one file, for GitHub code scanning
  bioprose annotate paper.md              all that is known about a document, as JSON
  bioprose explain uncited-claim          what a rule is about
  bioprose vocabulary info lab.csv        what a vocabulary holds
  bioprose lsp --stdio                    serve an editor

Exit codes: 0 nothing found, 1 something found, 2 it could not run as asked.`

const checkExamples = `
Examples:
  bioprose check draft.md notes/ "chapters/*.qmd"
  bioprose check --look-up online         retracted works, and DOIs of other works
  bioprose check --fail-on never --format jsonl > findings.jsonl
  pandoc letter.docx -t markdown | bioprose check - --stdin-filename letter.md`

const annotateExamples = `
Examples:
  bioprose annotate paper.md --format web-annotation
  bioprose annotate --vocabulary lab.json --no-builtin paper.md
  bioprose annotate --vocabulary hgnc_complete_set.txt.gz paper.md
  bioprose annotate --input jsonl < corpus.jsonl > annotations.jsonl
  parallel --pipe bioprose annotate --input jsonl < corpus.jsonl`
