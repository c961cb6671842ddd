/** The candidate that is fewest keystrokes away from `word`, or undefined where none is near: for "did you mean". */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  // No name is that long, and comparing costs the product of the lengths.
  if (word.length > 100) return undefined
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distanceBetween(word.toLowerCase(), candidate) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best && best.distance <= Math.max(word.length, best.candidate.length) / 2
    ? best.candidate
    : undefined
}

/** How many letters must be added, dropped or changed (Levenshtein 1966), row by row. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
