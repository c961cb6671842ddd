import { readdir, readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { yamlIn, type YamlNode } from '../text/yaml.js'
import { reasonOf } from './files.js'

/** What the files of a project say: settings as an editor gives them, and what is wrong with the files. */
export interface Project {
  readonly settings: Readonly<Record<string, unknown>>
  readonly problems: readonly string[]
}

/** BioProse's own file, by its names; the first that is there counts. JSON is YAML, so that one reader does for all. */
const ownFiles = ['.bioprose.json', '.bioprose.yaml', '.bioprose.yml']

/** Where other programs' projects name their libraries, by the keys that lead there. */
const othersFiles: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '_quarto.yml': [['bibliography'], ['book', 'bibliography'], ['format', 'bibliography']],
  '_quarto.yaml': [['bibliography'], ['book', 'bibliography'], ['format', 'bibliography']],
  '_bookdown.yml': [['bibliography']],
  'myst.yml': [['bibliography'], ['project', 'bibliography']],
}

/** The names of all files that say something about a project: what has to be watched. */
export const projectFiles: readonly string[] = [...ownFiles, ...Object.keys(othersFiles)]

/** Projects by their folders, for as long as many files are looked at. */
export type KnownProjects = Map<string, Promise<Project | undefined>>

/** The project of the nearest folder above a file that has one. */
export async function projectOf(path: string, known: KnownProjects): Promise<Project | undefined> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const asked = known.get(folder) ?? projectIn(folder)
    known.set(folder, asked)
    const project = await asked
    if (project || folder === dirname(folder)) return project
  }
}

/** The project in a workspace folder, by its address; none where that is not on this machine. */
export async function projectAt(uri: string): Promise<Project | undefined> {
  return uri.startsWith('file:') ? projectIn(fileURLToPath(uri)) : undefined
}

/** What the files in one folder say; undefined where there are none. Paths of libraries and vocabularies become absolute. */
export async function projectIn(folder: string): Promise<Project | undefined> {
  const names = new Set(await readdir(folder).catch(() => []))
  const problems: string[] = []
  const rootOf = (name: string) => (names.has(name) ? read(join(folder, name), problems) : undefined)
  let settings: Record<string, unknown> | undefined
  for (const name of ownFiles) {
    const value = (await rootOf(name))?.value()
    if (isRecord(value)) settings ??= { ...value }
    else if (value !== undefined) problems.push(`${join(folder, name)}: the file holds no settings`)
  }
  const libraries: string[] = []
  for (const [name, places] of Object.entries(othersFiles)) {
    const root = await rootOf(name)
    for (const place of root ? places : []) libraries.push(...pathsAt(root!, place))
  }
  if (!settings && libraries.length === 0) return problems.length > 0 ? { settings: {}, problems } : undefined
  const named: unknown[] = Array.isArray(settings?.bibliographies) ? settings.bibliographies : libraries
  const found = { bibliographies: named, vocabularies: settings?.vocabularies }
  const placed: Record<string, unknown> = {}
  for (const [key, paths] of Object.entries(found)) {
    if (Array.isArray(paths) && paths.length > 0)
      placed[key] = paths.map((path: unknown) => placedIn(folder, path))
  }
  return { settings: { ...settings, ...placed }, problems }
}

/** A path from a project's folder as an absolute one; one from the user's own folder, and what is no path, as it is. */
function placedIn(folder: string, path: unknown): unknown {
  return typeof path === 'string' && !isAbsolute(path) && !path.startsWith('~') ? join(folder, path) : path
}

/** Settings of an editor with those of a project over them. */
export function settled(editor: unknown, project: Project | undefined): unknown {
  const own = typeof editor === 'object' && editor !== null ? (editor as Record<string, unknown>) : {}
  const over = project?.settings ?? {}
  const merged: Record<string, unknown> = { ...own, ...over }
  for (const part of ['claims', 'rules']) {
    if (isRecord(own[part]) && isRecord(over[part])) merged[part] = { ...own[part], ...over[part] }
  }
  // Whether anything leaves this machine is for its user to say, never for the files of a project.
  delete merged.lookup
  return 'lookup' in own ? { ...merged, lookup: own.lookup } : merged
}

async function read(path: string, problems: string[]): Promise<YamlNode | undefined> {
  try {
    const { root, errors } = yamlIn(await readFile(path, 'utf8'))
    for (const { message } of errors.slice(0, 1)) problems.push(`${path}: ${message}`)
    return root
  } catch (error) {
    problems.push(`${path}: ${reasonOf(error)}`)
    return undefined
  }
}

function pathsAt(root: YamlNode, place: readonly string[]): readonly string[] {
  let node: YamlNode | undefined = root
  for (const key of place) node = node?.get(key)
  const values = node ? (node.items.length > 0 ? node.items.map((item) => item.value()) : [node.value()]) : []
  return values.filter((value): value is string => typeof value === 'string' && value !== '')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
