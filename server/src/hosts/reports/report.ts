import type { Finding } from '../../rules/rule.js'
import type { Style } from './style.js'

/** What was found in some files, in their order. */
export interface CheckReport {
  /** The version of the program that looked. */
  readonly version: string
  readonly files: readonly CheckedFile[]
}

export interface CheckedFile {
  /** A path with slashes, relative to the folder that was checked from, or absolute. */
  readonly name: string
  readonly findings: readonly LocatedFinding[]
}

/** A finding with its lines and columns, which count from 1; columns are UTF-16 code units, as editors count them. */
export interface LocatedFinding extends Finding {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly context: Context
}

/** The sentence that a finding is about, cut in three. */
export interface Context {
  readonly before: string
  readonly flagged: string
  readonly after: string
}

/** Writes a report down, its last line ended. */
export type ReportFormat = (report: CheckReport, style: Style) => string
