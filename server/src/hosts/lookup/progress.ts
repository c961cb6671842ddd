import type { Connection } from 'vscode-languageserver'

/** Shows that something goes on, and lets the user give it up, where the client can show that. */
export async function withProgress<T>(
  connection: Connection,
  title: string,
  giveUp: AbortController,
  task: (report: (done: number, all: number) => void) => Promise<T>,
): Promise<T> {
  const shown = await connection.window.createWorkDoneProgress()
  shown.begin(title, 0, '', true)
  shown.token.onCancellationRequested(() => { giveUp.abort() }) // prettier-ignore
  try {
    return await task((done, all) => { shown.report(Math.round((100 * done) / all), `${done} of ${all}`) }) // prettier-ignore
  } finally {
    shown.done()
  }
}
