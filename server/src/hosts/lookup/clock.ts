import { setTimeout as pause } from 'node:timers/promises'

/** The time, and how to let it pass: tests hand in a clock that does not make them wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after some milliseconds; rejects at once with the signal's reason where that is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async wait(milliseconds, signal) {
    signal.throwIfAborted()
    if (milliseconds > 0) await pause(milliseconds, undefined, { signal })
  },
}
