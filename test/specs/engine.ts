import { existsSync, readFileSync } from 'node:fs'
import { factsFrom, type KnownFacts } from '../../server/src/bibliography/lookup/facts.js'
import { loadModel, type ClaimModel } from '../../server/src/claims/judge.js'
import { builtInConcepts } from '../../server/src/terms/builtin.js'
import { compile } from '../../server/src/terms/lexicon.js'
import type { Lexicon } from '../../server/src/terms/lexicon.js'
import type { Name } from '../../server/src/text/name.js'
import { settingsFrom } from '../../server/src/workspace/settings.js'
import type { View } from '../../server/src/workspace/view.js'
import { Workspace, type Snapshot } from '../../server/src/workspace/workspace.js'

/** The address of the document that a test reads. */
export const uri = 'file:///paper/document.md'

let known: { lexicon: Lexicon; model: ClaimModel } | undefined

/** A workspace with the built-in glossary and the claim model, as the server makes it. */
export function newWorkspace(): Workspace {
  known ??= { lexicon: compile([builtInConcepts()]), model: claimModel() }
  return new Workspace(known.lexicon, known.model)
}

function claimModel(): ClaimModel {
  const path = new URL('../../server/model/claims.bin', import.meta.url)
  const model = loadModel(existsSync(path) ? readFileSync(path) : new Uint8Array())
  if (!model) throw new Error('server/model/claims.bin cannot be read; npm run train makes it')
  return model
}

function factsIn(json: string): KnownFacts {
  const kept = JSON.parse(json) as Record<Name, unknown>
  return new Map(
    Object.entries(kept).map(([name, value]) => {
      const facts = factsFrom(value)
      if (!facts) throw new Error(`The facts of ${name} cannot be read`)
      return [name as Name, facts]
    }),
  )
}

/** What is known of a document with these files beside it; "settings" holds the settings as JSON, "facts" what was looked up. */
export function opened(
  text: string,
  files: ReadonlyMap<string, string> = new Map(),
): { view: View; snapshot: Snapshot } {
  const workspace = newWorkspace()
  for (const [name, content] of files) {
    if (name === 'settings')
      workspace.apply([{ kind: 'settings', settings: settingsFrom(JSON.parse(content)) }])
    else if (name === 'facts') workspace.apply([{ kind: 'facts', facts: factsIn(content) }])
    else
      workspace.apply([
        { kind: 'library', file: { uri: `file:///paper/${name}`, state: 'read', text: content } },
      ])
  }
  const snapshot = workspace.apply([{ kind: 'open', uri, text }])
  return { view: snapshot.view(uri)!, snapshot }
}
