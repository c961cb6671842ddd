import './regular-expressions.js'
import './short-run.js'
import { commandLine, modelFolder, newWorkspace } from './programs.js'

// Whoever reads our output may stop early, as `head` does: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

void commandLine()
  .then(({ run }) =>
    run(process.argv.slice(2), {
      folder: process.cwd(),
      environment: process.env,
      input: process.stdin,
      output: process.stdout,
      errors: process.stderr,
      newWorkspace: (withBuiltIn) => newWorkspace(modelFolder(), withBuiltIn),
    }),
  )
  .then((code) => {
    process.exitCode = code
  })
