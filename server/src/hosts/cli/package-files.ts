import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder with the claim model: beside the program in a package, in the repository where the sources run. */
export function modelFolder(): string {
  return existsSync(join(__dirname, 'claims.bin')) ? __dirname : join(__dirname, '../../../model')
}

/** The manual page of a rule, in Markdown; undefined where the package brings none. */
export function pageOfRule(id: string): string | undefined {
  const folder = [join(__dirname, 'rules'), join(__dirname, '../../../../test/specs/rules')].find(existsSync)
  if (folder === undefined || !readdirSync(folder).includes(`${id}.md`)) return undefined
  return readFileSync(join(folder, `${id}.md`), 'utf8')
}
