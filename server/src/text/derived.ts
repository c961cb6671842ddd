/**
 * Remembers what `f` returned for the same argument objects, for as long as those objects live.
 *
 * Inputs are immutable, so a change is a new object and garbage collection is the invalidation. This file is the only
 * cache in the project: whatever is worth remembering is a function of values.
 *
 * @param f a pure function of one or more objects
 */
export function derived<A extends [object, ...object[]], R>(f: (...args: A) => R): (...args: A) => R {
  const root = new WeakMap<object, unknown>()
  return (...args) => {
    const level = levelOf(root, args, args.length - 1)
    const last = args[args.length - 1]!
    const known = level.get(last) as { value: R } | undefined
    if (known) return known.value
    const value = f(...args)
    level.set(last, { value })
    return value
  }
}

/**
 * The same for a list of any length: the answer is remembered for lists of the same objects in the same order. For short
 * lists, as each of their objects costs a look-up.
 */
export function derivedFromAll<A extends object, R>(f: (list: readonly A[]) => R): (list: readonly A[]) => R {
  const root = new WeakMap<object, unknown>()
  const end = {}
  return (list) => {
    const level = levelOf(root, list, list.length)
    const known = level.get(end) as { value: R } | undefined
    if (known) return known.value
    const value = f(list)
    level.set(end, { value })
    return value
  }
}

/**
 * The same where the first argument implies what the answer needs of the others: a node of a syntax tree, and the text
 * that it was read from.
 */
export function derivedByFirst<A extends object, More extends unknown[], R>(
  f: (key: A, ...more: More) => R,
): (key: A, ...more: More) => R {
  const answers = new WeakMap<A, { value: R }>()
  return (key, ...more) => {
    const known = answers.get(key)
    if (known) return known.value
    const value = f(key, ...more)
    answers.set(key, { value })
    return value
  }
}

function levelOf(
  root: WeakMap<object, unknown>,
  keys: readonly object[],
  depth: number,
): WeakMap<object, unknown> {
  let level = root
  for (let i = 0; i < depth; i++) level = descend(level, keys[i]!)
  return level
}

function descend(level: WeakMap<object, unknown>, key: object): WeakMap<object, unknown> {
  const known = level.get(key) as WeakMap<object, unknown> | undefined
  if (known) return known
  const next = new WeakMap<object, unknown>()
  level.set(key, next)
  return next
}
