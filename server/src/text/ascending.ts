/**
 * How many items at the head of a list have a key of at most `value`. So the last of them is at that number less one.
 *
 * @param items ascending by `keyOf`
 */
export function countUpTo<T>(items: readonly T[], value: number, keyOf: (item: T) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyOf(items[middle]!) <= value) low = middle + 1
    else high = middle
  }
  return low
}
