import { LanguageStatusSeverity, type LanguageStatusItem } from 'vscode'
import type { LibraryStatus } from '../../server/src/features/library-status.js'
import { statusWords } from './library-words.js'

/** Tells in the status item how many entries there are, how the libraries were read, and what was skipped and why. */
export function showStatus(
  status: LanguageStatusItem,
  total: number,
  libraries: readonly LibraryStatus[],
): void {
  const { text, detail, isTroubled } = statusWords(total, libraries)
  status.busy = libraries.some(({ state }) => state === 'loading')
  status.severity = isTroubled ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information
  status.text = text
  status.detail = detail
  status.command = { command: 'bioprose.goToReference', title: 'Go to Reference…' }
}
