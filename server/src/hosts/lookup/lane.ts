import type { Clock } from './clock.js'

/** The way to one server: one request at a time, and never two sooner after each other than the server wants. */
export class Lane {
  private last: Promise<unknown> = Promise.resolve()
  private freeAt = 0

  constructor(private readonly clock: Clock) {}

  /** Runs a task in its turn. A task whose signal is aborted before that is never begun, and rejects with the signal's reason. */
  run<T>(pace: number, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    const turn = this.last.then(async () => {
      signal.throwIfAborted()
      await this.clock.wait(this.freeAt - this.clock.now(), signal)
      try {
        return await task()
      } finally {
        this.freeAt = this.clock.now() + pace
      }
    })
    this.last = turn.catch(() => undefined)
    return turn
  }
}
