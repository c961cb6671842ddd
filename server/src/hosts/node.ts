import { startNodeServer } from './node-server.js'

startNodeServer()
