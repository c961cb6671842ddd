import './regular-expressions.js'
import { startNodeServer } from './programs.js'

startNodeServer()
