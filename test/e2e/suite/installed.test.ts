import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { extensions } from 'vscode'
import { eventually, open } from './editor.js'

/** VS Code itself adds the manifest of the package, and its own name for well-known files. */
const mayHold =
  /^(package\.json|(readme|changelog)\.md|license(\.txt)?|\.vsixmanifest|(dist\/[\w.-]+\.(js|bin|schema\.json)|dist\/rules\/[\w-]+\.md|syntaxes\/[\w.-]+\.json|media\/[\w.-]+\.png))$/i

describe('the installed extension', () => {
  it('is the packaged one, and active on Markdown', async () => {
    const extension = extensions.getExtension('bioprose.bioprose')
    assert.ok(extension)
    assert.match(extension.extensionPath, /[/\\]extensions[/\\]bioprose\.bioprose-[\d.]+[^/\\]*$/)
    await open('running.md')
    await eventually('the extension to be active', () => extension.isActive || undefined)
  })

  it('holds programs, data and what people read: no source, test, map or node_modules', () => {
    const extension = extensions.getExtension('bioprose.bioprose')
    assert.ok(extension)
    const files = readdirSync(extension.extensionPath, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(extension.extensionPath.length + 1))
    for (const file of files) assert.match(file, mayHold)
    for (const file of [
      'package.json',
      'dist/extension.js',
      'dist/server.js',
      'dist/cli.js',
      'dist/programs.js',
      'dist/project.schema.json',
    ]) {
      assert.ok(files.includes(file), `There is no ${file} in it.`)
    }
  })
})
