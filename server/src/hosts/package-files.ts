import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where this code runs: `dist/` in a package, `server/src/hosts/` where the sources run. */
const here = dirname(fileURLToPath(import.meta.url))

/** The folder with the claim model: beside the program in a package, in the repository where the sources run. */
export function modelFolder(): string {
  return existsSync(join(here, 'claims.bin')) ? here : join(here, '../../model')
}

/** The manual page of a rule, in Markdown; undefined where the package brings none. */
export function pageOfRule(id: string): string | undefined {
  const folder = [join(here, 'rules'), join(here, '../../../test/specs/rules')].find((path) =>
    existsSync(path),
  )
  if (folder === undefined || !readdirSync(folder).includes(`${id}.md`)) return undefined
  return readFileSync(join(folder, `${id}.md`), 'utf8')
}
