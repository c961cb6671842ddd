/**
 * The words that are nearest to one that is none of them, by letters that are missing, too many, wrong or exchanged with
 * their neighbour: at most a quarter of its letters, and three words. Upper and lower case are alike.
 */
export function nearestOf(word: string, words: Iterable<string>): readonly string[] {
  const most = Math.min(3, Math.max(1, Math.floor(word.length / 4)))
  let least = most
  let found: string[] = []
  for (const other of new Set(words)) {
    if (other === word || Math.abs(other.length - word.length) > least) continue
    const distance = distanceOf(word.toLowerCase(), other.toLowerCase())
    if (distance > least) continue
    if (distance < least) found = []
    least = distance
    found.push(other)
  }
  return found.slice(0, 3)
}

/** Edits between two words, an exchange of neighbours being one. */
function distanceOf(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1))
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length]!
}
