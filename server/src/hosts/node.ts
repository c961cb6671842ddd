import './regular-expressions.js'
import { startNodeServer } from './node-server.js'

startNodeServer()
