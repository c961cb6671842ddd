import type { ReportFormat } from './report.js'

/** The formats of findings by name. Each is loaded when it is asked for, with the library that it needs. */
export const reportFormats = {
  pretty: async () => (await import('./pretty.js')).pretty,
  json: async () => (await import('./json.js')).json,
  jsonl: async () => (await import('./json.js')).jsonl,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  junit: async () => (await import('./junit.js')).junit,
  markdown: async () => (await import('./markdown.js')).markdown,
} satisfies Readonly<Record<string, () => Promise<ReportFormat>>>

export type ReportFormatName = keyof typeof reportFormats
export const reportFormatNames = Object.keys(reportFormats) as readonly ReportFormatName[]
