/**
 * Remembers what `f` returned for the same argument objects, for as long as those objects live.
 *
 * Inputs are immutable, so a change is a new object and garbage collection is the invalidation. This is the only
 * cache in the project: whatever is worth remembering is a function of values.
 *
 * @param f a pure function of one to three objects
 */
export function derived<A extends object, R>(f: (a: A) => R): (a: A) => R
export function derived<A extends object, B extends object, R>(f: (a: A, b: B) => R): (a: A, b: B) => R
export function derived<A extends object, B extends object, C extends object, R>(
  f: (a: A, b: B, c: C) => R,
): (a: A, b: B, c: C) => R
export function derived<R>(f: (...args: object[]) => R): (...args: object[]) => R {
  const root = new WeakMap<object, unknown>()
  return (...args) => {
    let level = root
    for (let i = 0; i < args.length - 1; i++) level = descend(level, args[i]!)
    const last = args[args.length - 1]!
    const known = level.get(last) as { value: R } | undefined
    if (known) return known.value
    const value = f(...args)
    level.set(last, { value })
    return value
  }
}

function descend(level: WeakMap<object, unknown>, key: object): WeakMap<object, unknown> {
  const known = level.get(key) as WeakMap<object, unknown> | undefined
  if (known) return known
  const next = new WeakMap<object, unknown>()
  level.set(key, next)
  return next
}
