import { reportOf } from '../rules/findings.js'
import type { View } from '../workspace/view.js'

/** Says once what broke, however often it breaks. */
export function failureLog(write: (message: string) => void) {
  const told = new Set<string>()
  const once = (what: string, error: unknown): void => {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const key = `${what}: ${words.split('\n')[0] ?? ''}`
    if (told.has(key)) return
    told.add(key)
    write(`${what} failed; the rest goes on. ${words}`)
  }
  const rules = (view: View): void => {
    for (const { rule, error } of reportOf(view).failures) once(`Rule ${rule}`, error)
  }
  return { once, rules }
}
