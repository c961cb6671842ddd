/** The pages of a reference as others write theirs, "415-22" or "415-422": nothing where there is nothing to say. */
export function pageLike(
  page: string | undefined,
  others: readonly (string | undefined)[],
): { readonly page?: string } {
  const range = rangeIn(page)
  if (!range) return {}
  const { first, last } = range
  for (const other of others.map(rangeIn)) {
    if (!other) continue
    if (other.isShort) return { page: `${first}-${differing(first, last)}` }
    // "415-422" could be written in short, and is not.
    if (differing(other.first, other.last).length < other.last.length) return { page: `${first}-${last}` }
  }
  return {}
}

interface Range {
  readonly first: string
  /** In full. */
  readonly last: string
  readonly isShort: boolean
}

function rangeIn(page = ''): Range | undefined {
  const [, first, written] = /^(\d{1,9})-(\d{1,9})$/.exec(page) ?? []
  if (first === undefined || written === undefined) return undefined
  const isShort = written.length < first.length
  return { first, last: isShort ? first.slice(0, first.length - written.length) + written : written, isShort }
}

/** The digits of the last page from the one on in which it differs from the first; "11-19" stays as it is. */
function differing(first: string, last: string): string {
  if (first.length !== last.length || last.length < 3) return last
  let same = 0
  while (same < last.length - 1 && first[same] === last[same]) same++
  return last.slice(same)
}
