// Stands in for the native module @vscode/spdlog, which needs a compiler: appends to log files, without rotation.
// Named exports must be assigned one by one: VS Code imports them from ES modules, which find them by reading the text.
const { appendFileSync, mkdirSync } = require('node:fs')
const { dirname } = require('node:path')

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical']

class Logger {
  constructor(file) {
    this.file = file
    this.level = levels.indexOf('info')
    this.isRaw = false
  }

  write(name, text) {
    if (levels.indexOf(name) < this.level) return
    const line = this.isRaw ? text : `${new Date().toISOString()} [${name}] ${text}\n`
    try {
      appendFileSync(this.file, line)
    } catch {
      // The folder of the logs may be gone when the window is; nobody reads that line.
    }
  }

  trace(text) {
    this.write('trace', text)
  }
  debug(text) {
    this.write('debug', text)
  }
  info(text) {
    this.write('info', text)
  }
  warn(text) {
    this.write('warning', text)
  }
  error(text) {
    this.write('error', text)
  }
  critical(text) {
    this.write('critical', text)
  }
  getLevel() {
    return this.level
  }
  setLevel(level) {
    this.level = level
  }
  clearFormatters() {
    this.isRaw = true
  }
  setPattern() {}
  flush() {}
  drop() {}
}

async function createLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true })
  return new Logger(file)
}

exports.version = 0
exports.Logger = Logger
exports.setLevel = () => {}
exports.setFlushOn = () => {}
exports.shutdown = () => {}
exports.createRotatingLogger = createLogger
exports.createAsyncRotatingLogger = createLogger
