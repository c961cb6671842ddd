import type { CancellationToken, Connection, ExecuteCommandParams, Position } from 'vscode-languageserver'
import { bestMatch } from '../../bibliography/lookup/best-match.js'
import { mismatchIn } from '../../bibliography/lookup/mismatch.js'
import { identifierMeant } from '../../bibliography/lookup/requests.js'
import { entryFrom, type Work } from '../../bibliography/lookup/service.js'
import type { Entry } from '../../bibliography/entry.js'
import { addedReference } from '../../features/looking-up/added-reference.js'
import type { Change } from '../../features/looking-up/change.js'
import { filledReference } from '../../features/looking-up/filled-reference.js'
import { lookUpCommands } from '../../features/looking-up/look-up-commands.js'
import {
  identifiersToAsk,
  namesToAsk,
  referenceAt,
  sameReference,
} from '../../features/looking-up/subjects.js'
import { offerOf, type PasteOffer, type PasteParams } from '../../features/paste.js'
import { offsetOf } from '../../features/places.js'
import { referenceListsOf } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import type { Workspace } from '../../workspace/workspace.js'
import { lookUpAll, summaryOf } from './batch.js'
import type { Knowledge } from './knowledge.js'
import type { Failure, Lookup } from './lookup.js'
import { withProgress } from './progress.js'

/** What the commands work with. */
export interface Desk {
  readonly connection: Connection
  readonly workspace: Workspace
  readonly lookup: Lookup
  readonly knowledge: Knowledge
  /** Reads a library again, so that it is changed as it is now. */
  refresh(uri: string): Promise<void>
  /** Whether the change was made; a document that was changed since is left alone. */
  apply(change: Exclude<Change, Failure>): Promise<boolean>
}

/** Runs one of the look-up commands. What goes wrong is told to the user, in words; who cancels is told nothing. */
export async function runLookUp(
  desk: Desk,
  { command, arguments: given = [] }: ExecuteCommandParams,
  token: CancellationToken,
): Promise<void> {
  const [uri, what] = given as unknown[]
  if (typeof uri !== 'string' || !desk.workspace.snapshot.view(uri)) {
    tell(desk, { problem: 'Open a document first: it says what there is to look up.' })
    return
  }
  const giveUp = new AbortController()
  token.onCancellationRequested(() => { giveUp.abort() }) // prettier-ignore
  try {
    if (command === lookUpCommands.add) await addOne(desk, uri, typeof what === 'string' ? what : '', giveUp)
    else if (command === lookUpCommands.one && isPosition(what)) await fillOne(desk, uri, what, giveUp)
    else if (command === lookUpCommands.all) await checkAll(desk, uri, giveUp)
  } catch (error) {
    if (!giveUp.signal.aborted) throw error
  }
}

/** The work that an identifier stands for, for whoever wants to do something with it: paste it, say. */
export async function lookUp(
  desk: Pick<Desk, 'lookup' | 'knowledge'>,
  written: string,
  signal: AbortSignal,
): Promise<Work | Failure> {
  const name = identifierMeant(written)
  if (!name) return { problem: 'Give a DOI, a PMID, a PMCID, or an address at doi.org, PubMed or PMC.' }
  const facts = await desk.lookup.ask(name, signal)
  if ('problem' in facts) return facts
  desk.knowledge.note([[name, facts]])
  return facts.works[0] ?? { problem: `${facts.source} knows nothing under ${name}. Check it for slips.` }
}

/** What to put in for a pasted identifier, when somebody asks for it: the work is looked up, and treated like one that was pasted whole. */
export async function lookUpPasted(
  desk: Desk,
  { textDocument, position, text }: PasteParams,
  token: CancellationToken,
): Promise<PasteOffer | null> {
  const giveUp = new AbortController()
  token.onCancellationRequested(() => { giveUp.abort() }) // prettier-ignore
  const work = await lookUp(desk, text, giveUp.signal)
  const view = viewOf(desk, textDocument.uri)
  if ('problem' in work) tell(desk, work)
  if ('problem' in work || !view) return null
  return offerOf(view, offsetOf(view, position), [entryFrom(work)])
}

async function addOne(desk: Desk, uri: string, written: string, giveUp: AbortController): Promise<void> {
  const work = await withProgress(desk.connection, 'Looking up the reference', giveUp, () =>
    lookUp(desk, written, giveUp.signal),
  )
  if ('problem' in work) {
    tell(desk, work)
    return
  }
  for (const { file } of viewOf(desk, uri)?.libraries ?? []) await desk.refresh(file.uri)
  await make(desk, uri, (view) => addedReference(view, work))
}

async function fillOne(desk: Desk, uri: string, position: Position, giveUp: AbortController): Promise<void> {
  const view = viewOf(desk, uri)
  const entry = view && referenceAt(view, offsetOf(view, position))
  if (!entry) {
    tell(desk, { problem: 'There is no reference here. Put the cursor on one, or on its citation.' })
    return
  }
  const work = await withProgress(desk.connection, 'Looking up the reference', giveUp, () =>
    workFor(desk, entry, giveUp.signal),
  )
  if ('problem' in work) {
    tell(desk, work)
    return
  }
  if (entry.source.uri !== uri) await desk.refresh(entry.source.uri)
  await make(desk, uri, (now) => {
    const same = sameReference(now, entry)
    return same
      ? filledReference(now, same, work)
      : { problem: 'The reference was changed meanwhile. Try again.' }
  })
}

/** By one of the entry's identifiers; by its title where it has none. */
async function workFor(desk: Desk, entry: Entry, signal: AbortSignal): Promise<Work | Failure> {
  let problem = 'The reference has neither identifier nor title, so there is nothing to look up.'
  for (const name of namesToAsk(entry)) {
    const facts = await desk.lookup.ask(name, signal)
    if ('problem' in facts) {
      problem = facts.problem
      continue
    }
    desk.knowledge.note([[name, facts]])
    const work = name.startsWith('title:') ? bestMatch(entry, facts.works) : facts.works[0]
    if (work) return work
    problem = name.startsWith('title:')
      ? `${facts.source} knows no work of this title, author and year. Give the reference its DOI or PMID.`
      : `${facts.source} knows nothing under ${name}. Check it for slips.`
  }
  return { problem }
}

async function checkAll(desk: Desk, uri: string, giveUp: AbortController): Promise<void> {
  const view = viewOf(desk, uri)
  const names = view ? identifiersToAsk(view) : []
  if (names.length === 0) {
    tell(desk, { problem: 'No reference of this document has a DOI, PMID or PMCID to look up.' })
    return
  }
  const batch = await withProgress(
    desk.connection,
    'Looking up references',
    giveUp,
    (report) =>
    lookUpAll(desk.lookup, names, giveUp.signal, (done) => { report(done, names.length) }), // prettier-ignore
  )
  desk.knowledge.note(batch.found)
  const now = viewOf(desk, uri)
  const listed = now ? referenceListsOf(now).flatMap(({ unplaced }) => unplaced) : []
  const elsewhere = listed.filter(({ entry }) => mismatchIn(entry, batch.found)?.isAbsent === false)
  const words = summaryOf(batch, elsewhere.length)
  if (batch.problems.length > 0) {
    tell(desk, { problem: words })
    return
  }
  desk.connection.window.showInformationMessage(words)
}

/** Makes a change to the newest view, and says what was done or why not. */
async function make(desk: Desk, uri: string, changeFor: (view: View) => Change): Promise<void> {
  const view = viewOf(desk, uri)
  if (!view) return
  const change = changeFor(view)
  if ('problem' in change) {
    tell(desk, change)
    return
  }
  if (await desk.apply(change)) desk.connection.window.showInformationMessage(change.done)
  else
    tell(desk, {
      problem: 'The editor did not take the change: the file was changed meanwhile. Save it and try again.',
    })
}

function viewOf({ workspace }: Desk, uri: string): View | undefined {
  return workspace.snapshot.view(uri)
}

function tell({ connection }: Desk, { problem }: Failure): void {
  connection.window.showWarningMessage(problem)
}

function isPosition(value: unknown): value is Position {
  const position = value as Partial<Position> | null | undefined
  return typeof position?.line === 'number' && typeof position.character === 'number'
}
