/** What the server's and the command line's mains start. It is bundled once, for both hold the whole engine. */
export { newWorkspace } from './engine.js'
export { startNodeServer } from './node-server.js'
export { modelFolder } from './package-files.js'

/** The command line, which the server does without. */
export const commandLine = async () => import('./cli/program.js')
