import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { cached, npm, unpackFromNpm } from './cache.mjs'

/** The npm package that carries a server build of VS Code (this one: 1.100.3) ready to run. */
const carrier = 'code-server@4.100.3'
const ripgrep = `@vscode/ripgrep-${process.platform}-${process.arch}@1.18.0`

/**
 * The folder of a real VS Code server, from the npm registry alone.
 *
 * Install scripts do not run, as they would want a compiler and other hosts. Two native parts are missing without them:
 * ripgrep, by which VS Code finds files, comes from its own package; spdlog, by which it writes logs and output
 * channels, is replaced by a small program.
 */
export function vscodeFolder() {
  return cached(carrier, (folder) => {
    unpackFromNpm(carrier, 'package/lib/vscode', folder)
    npm(folder, 'install', '--omit=dev')
    const modules = join(folder, 'node_modules')
    // Some built-in extensions look for their libraries where the desktop build keeps them.
    if (!existsSync(`${modules}.asar`)) symlinkSync('node_modules', `${modules}.asar`)
    addRipgrep(join(modules, '@vscode/ripgrep/bin'))
    copyFileSync(new URL('spdlog.cjs', import.meta.url), join(modules, '@vscode/spdlog/index.js'))
  })
}

function addRipgrep(folder) {
  if (existsSync(join(folder, 'rg'))) return
  mkdirSync(folder, { recursive: true })
  unpackFromNpm(ripgrep, 'package/bin', folder)
}
