import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver'
import { version as packageVersion } from '../../../package.json'
import * as features from '../features/index.js'
import type { Feature } from '../features/feature.js'
import { lookUpCommands } from '../features/looking-up/look-up-commands.js'
import { Refusal } from '../features/refusal.js'
import { settingsFrom } from '../workspace/settings.js'
import { folderAndName } from '../workspace/uri.js'
import type { View } from '../workspace/view.js'
import type { Workspace } from '../workspace/workspace.js'
import { Documents } from './documents.js'
import { Libraries, type Reader } from './libraries.js'
import { lookingUp } from './lookup/looking-up.js'
import type { Lookup, Permission } from './lookup/lookup.js'
import { failureLog } from './failure-log.js'
import { projectFiles, settled, type Project } from './project.js'
import { publishing } from './publishing.js'
import { inFirstFolder, Vocabularies, type LexiconReader } from './vocabularies.js'

/** What a host brings: how to read, and which prose files lie in a folder. */
export interface Environment extends Reader, LexiconReader {
  /** What the project in a folder says of settings. */
  projectAt(folder: string): Promise<Project | undefined>
  /** The address of the user's own folder. */
  readonly home: string
  documentsIn(folders: readonly string[]): readonly string[]
  readDocument(uri: string): Promise<string | undefined>
  /** @param folder where the client sets a place aside for what is looked up */
  newLookup(permission: () => Permission, folder: string | undefined): Lookup
}

type AnyFeature = Feature<{ textDocument: { uri: string } }, unknown>

/** Libraries, vocabularies, and prose in which a term may be mentioned too. */
const watched =
  '**/*.{bib,json,csljson,yaml,yml,ris,nbib,medline,xml,csv,tsv,obo,ttl,rdf,gz,md,markdown,qmd,Rmd}'

/** Answers a client until it hangs up. All state is in `workspace`; each request answers from one snapshot. */
export function serve(connection: Connection, workspace: Workspace, environment: Environment): void {
  const log = failureLog((message) => { connection.console.error(message) }) // prettier-ignore
  let client: InitializeParams | undefined
  let isPulling = false
  let project: Project | undefined
  let editorSettings: unknown
  const publish = publishing(connection, workspace, log)
  const changed = (): void => {
    if (!isPulling) publish.soon()
    else if (client?.capabilities.workspace?.diagnostics?.refreshSupport)
      void connection.languages.diagnostics.refresh()
    // A citation that led nowhere may lead into a library that has been read now.
    if (client?.capabilities.workspace?.semanticTokens?.refreshSupport)
      void connection.languages.semanticTokens.refresh()
  }
  const libraries = new Libraries(workspace, environment, changed, (uri) => { watchOutside(uri) }) // prettier-ignore
  const vocabularies = new Vocabularies(workspace, environment, {
    progress: (title, work) => { void shownWhile(connection, client, title, work) }, // prettier-ignore
    problem: (message) => { connection.console.warn(message) }, // prettier-ignore
    changed,
  })
  const documents = new Documents(workspace, environment, () => folders(client))
  const lookups = lookingUp(connection, workspace, environment, { documents, libraries, changed })

  connection.onInitialize((params) => {
    client = params
    lookups.start(params)
    isPulling = params.capabilities.textDocument?.diagnostic !== undefined
    workspace.apply([{ kind: 'places', places: { folders: folders(client), home: environment.home } }])
    return initialized(isPulling)
  })
  connection.onInitialized(() => {
    if (client?.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'bioprose' })
    if (client?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: watched }, ...projectFiles.map((name) => ({ globPattern: `**/${name}` }))],
      })
    void takeProject()
  })
  /** Libraries often lie where another program keeps them, outside the folders that an editor watches. */
  const watchOutside = (uri: string): void => {
    const watching = client?.capabilities.workspace?.didChangeWatchedFiles
    if (!watching?.dynamicRegistration || !watching.relativePatternSupport || !uri.startsWith('file:')) return
    const { folder, name } = folderAndName(uri)
    const watchers = [{ globPattern: { baseUri: folder, pattern: literally(name) } }]
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
  }
  /** The first folder that is a project decides. Its settings come before the editor's are asked for, lest they flicker. */
  const takeProject = async (): Promise<void> => {
    const found = await Promise.all(folders(client).map((folder) => environment.projectAt(folder)))
    project = found.find((one) => one !== undefined)
    for (const problem of project?.problems ?? []) connection.console.warn(problem)
    applySettings(editorSettings)
    await takeSettings()
  }
  connection.onDidChangeConfiguration((params) => {
    const pushed = (params.settings as { bioprose?: unknown } | null)?.bioprose
    if (client?.capabilities.workspace?.configuration) void takeSettings()
    else if (pushed !== undefined) applySettings(pushed)
  })
  const takeSettings = async (): Promise<void> => {
    if (!client?.capabilities.workspace?.configuration) return
    applySettings(await connection.workspace.getConfiguration('bioprose'))
  }
  const applySettings = (value: unknown): void => {
    editorSettings = value
    workspace.apply([{ kind: 'settings', settings: lookups.allowed(settingsFrom(settled(value, project))) }])
    libraries.loadForAll()
    void libraries.loadRetractions(workspace.snapshot.settings.retractions)
    vocabularies.load(inFirstFolder(workspace.snapshot.settings.vocabularies, folders(client)))
    changed()
  }

  connection.onDidOpenTextDocument(({ textDocument }) => {
    documents.open(textDocument.uri, textDocument.text, textDocument.version)
    lookups.soon()
    libraries.loadFor(textDocument.uri)
    if (!isPulling) publish.soon()
  })
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    documents.change(textDocument.uri, contentChanges, textDocument.version)
    lookups.soon()
    libraries.loadFor(textDocument.uri)
    if (!isPulling) publish.soon()
  })
  connection.onDidCloseTextDocument(({ textDocument }) => {
    documents.close(textDocument.uri)
    if (!isPulling) publish.clear(textDocument.uri)
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => projectFiles.some((name) => uri.endsWith(`/${name}`)))) void takeProject()
    for (const { uri } of changes) {
      void libraries.reload(uri)
      vocabularies.reload(uri)
      documents.reload(uri)
    }
  })

  for (const feature of Object.values(features)) {
    if ('content' in feature) {
      connection.onRequest(feature.method, (params: { uri: string }) =>
        feature.content(params, workspace.snapshot),
      )
      continue
    }
    connection.onRequest(feature.method, async (params: { textDocument: { uri: string } }) => {
      if (feature === features.references || feature === features.rename) await documents.loadAll()
      return answered(feature, workspace, params, log)
    })
  }
  connection.listen()
}

/** The one guard: a feature that breaks loses its own answer, says so once in the log, and nothing else stops. */
function answered(
  feature: AnyFeature,
  workspace: Workspace,
  params: { textDocument: { uri: string } },
  log: ReturnType<typeof failureLog>,
): unknown {
  const { snapshot } = workspace
  try {
    const view: View | undefined = snapshot.view(params.textDocument.uri)
    const answer = view ? feature.answer(view, params, snapshot) : nothingFor(feature)
    if (view) log.rules(view)
    return answer
  } catch (error) {
    if (error instanceof Refusal) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message)
    log.once(feature.method, error)
    return nothingFor(feature)
  }
}

/** A diagnostics request must be answered with a report; every other one may be answered with nothing. */
function nothingFor(feature: AnyFeature): unknown {
  return feature.method === features.diagnostic.method ? { kind: 'full', items: [] } : null
}

function initialized(isPulling: boolean): InitializeResult {
  const capabilities: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  }
  for (const feature of Object.values(features))
    Object.assign(capabilities, merged(capabilities, feature.capability))
  if (!isPulling) delete capabilities.diagnosticProvider
  capabilities.executeCommandProvider = { commands: Object.values(lookUpCommands) }
  capabilities.workspace = { ...capabilities.workspace, workspaceFolders: { supported: true } }
  return { capabilities, serverInfo: { name: 'bioprose', version: packageVersion } }
}

/** A glob that means one name: what means more in globs stands in brackets. */
function literally(name: string): string {
  return name.replace(/[[\]{}*?]/g, '[$&]')
}

function merged(into: ServerCapabilities, from: Partial<ServerCapabilities>): Partial<ServerCapabilities> {
  const workspace = { ...into.workspace, ...from.workspace }
  const experimental: unknown = {
    ...(into.experimental as object | undefined),
    ...(from.experimental as object | undefined),
  }
  return { ...from, workspace, experimental }
}

/** Shows that something goes on, to clients that can. */
async function shownWhile(
  connection: Connection,
  client: InitializeParams | undefined,
  title: string,
  work: Promise<unknown>,
): Promise<void> {
  if (!client?.capabilities.window?.workDoneProgress) return
  const progress = await connection.window.createWorkDoneProgress()
  progress.begin(title)
  await work
  progress.done()
}

function folders(client: InitializeParams | undefined): readonly string[] {
  return client?.workspaceFolders?.map(({ uri }) => uri) ?? []
}
