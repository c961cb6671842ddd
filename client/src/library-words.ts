import type { LibraryStatus } from '../../server/src/features/library-status.js'

/** What the status item says of the libraries. */
export interface StatusWords {
  readonly text: string
  readonly detail: string
  readonly isTroubled: boolean
}

/** More would not fit in the item; the Problems panel has the first of each library. */
const mostReasons = 3

/** How many entries there are in all, how each library was read, and what was skipped and why. */
export function statusWords(total: number, libraries: readonly LibraryStatus[]): StatusWords {
  const reasons = libraries
    .filter(({ state }) => state === 'read')
    .flatMap(({ path, problems }) =>
      problems.map(({ line, reason }) => `${path}, line ${line + 1}: ${reason}`),
    )
  const shown = reasons.slice(0, mostReasons)
  const skipped = libraries.reduce((sum, library) => sum + library.skipped, 0)
  const more = skipped > shown.length ? [`${skipped - shown.length} more skipped`] : []
  return {
    text: total === 0 ? 'Nothing to cite' : `${counted(total)} to cite`,
    detail: [...libraries.map(howRead), ...shown, ...more].join(' · '),
    isTroubled: libraries.some(({ state, skipped }) => state === 'unreadable' || skipped > 0),
  }
}

function howRead({ path, state, entries, skipped, problems }: LibraryStatus): string {
  if (state === 'loading') return `${path}: loading`
  if (state === 'unreadable') return `${path}: not read, ${problems[0]?.reason ?? 'for a reason unknown'}`
  return `${path}: ${counted(entries)}${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function counted(entries: number): string {
  return `${entries} ${entries === 1 ? 'entry' : 'entries'}`
}
