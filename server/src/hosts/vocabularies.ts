import { isAbsolute, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Workspace } from '../workspace/workspace.js'
import type { ReadLexicon } from './lexicons.js'

export interface LexiconReader {
  /** @param paths absolute paths of vocabularies */
  readLexicon(paths: readonly string[]): Promise<ReadLexicon>
}

/** What the vocabularies tell the user. */
export interface VocabularyReports {
  /** Something goes on until the promise is settled. */
  progress(title: string, work: Promise<unknown>): void
  problem(message: string): void
  /** Other terms are known now. */
  changed(): void
}

/** Paths as absolute ones: those that are not are meant from the first folder of the workspace, if it is on this machine. */
export function inFirstFolder(paths: readonly string[], folders: readonly string[]): readonly string[] {
  const [first] = folders.filter((uri) => uri.startsWith('file:'))
  return paths.map((path) =>
    first === undefined || isAbsolute(path) ? path : join(fileURLToPath(first), path),
  )
}

/** How many problems of the files are told one by one. */
const mostProblems = 20

/** Keeps a workspace's lexicon in step with the vocabularies that the settings name. What it had stays until the new one is there. */
export class Vocabularies {
  private paths: readonly string[] = []
  /** Counts what was asked for, so that an answer that comes too late is dropped. */
  private asked = 0

  constructor(
    private readonly workspace: Workspace,
    private readonly reader: LexiconReader,
    private readonly reports: VocabularyReports,
  ) {}

  /** Reads the vocabularies if they are others than before. */
  load(paths: readonly string[]): void {
    if (paths.length === this.paths.length && paths.every((path, index) => path === this.paths[index])) return
    this.paths = paths
    this.read()
  }

  /** Reads them again where one of their files changed. */
  reload(uri: string): void {
    if (this.paths.some((path) => pathToFileURL(path).href === uri)) this.read()
  }

  private read(): void {
    const number = ++this.asked
    const work = this.reader
      .readLexicon(this.paths)
      .then(({ lexicon, problems }) => {
        if (number !== this.asked) return
        for (const problem of problems.slice(0, mostProblems)) this.reports.problem(problem)
        if (problems.length > mostProblems)
          this.reports.problem(`${problems.length - mostProblems} more rows of vocabularies were left out`)
        this.workspace.apply([{ kind: 'lexicon', lexicon }])
        this.reports.changed()
      })
      .catch((error: unknown) => {
        this.reports.problem(error instanceof Error ? error.message : String(error))
      })
    this.reports.progress('BioProse: reading vocabularies', work)
  }
}
