import { LanguageStatusSeverity, type LanguageStatusItem } from 'vscode'
import type { LibraryStatus } from '../../server/src/features/library-status.js'

/** Tells in the status item how many entries there are, how the libraries were read, and what was skipped and why. */
export function showStatus(
  status: LanguageStatusItem,
  total: number,
  libraries: readonly LibraryStatus[],
): void {
  const names = libraries.map(({ path, entries, state }) => `${path}: ${state === 'read' ? entries : state}`)
  const problems = libraries.flatMap((library) =>
    library.problems.map(({ line, reason }) => `${library.path}, line ${line + 1}: ${reason}`),
  )
  status.busy = libraries.some(({ state }) => state === 'loading')
  status.severity = problems.length > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information
  status.text = total === 0 ? 'Nothing to cite' : `${total} ${total === 1 ? 'entry' : 'entries'} to cite`
  status.detail = [...names, ...problems.slice(0, 3)].join(' · ')
  status.command = { command: 'bioprose.goToReference', title: 'Go to Reference…' }
}
