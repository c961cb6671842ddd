import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadModel, type ClaimModel } from '../claims/judge.js'
import { builtInConcepts } from '../terms/builtin.js'
import { compile } from '../terms/lexicon.js'
import { loadTermModel, type TermModel } from '../terms/recognition/model.js'
import { Workspace } from '../workspace/workspace.js'

/** A workspace with what the package brings along. `folder` holds the model file. */
export function newWorkspace(folder: string, withBuiltIn = true): Workspace {
  return new Workspace(compile(withBuiltIn ? [builtInConcepts()] : []), modelIn(folder))
}

/** Reads the claim model; without it there is no engine, so a missing or damaged file is an error that names the file. */
export function modelIn(folder: string): ClaimModel {
  const path = join(folder, 'claims.bin')
  const model = loadModel(readFileSync(path))
  if (!model) throw new Error(`The claim model is damaged: ${path}. Install BioProse again.`)
  return model
}

/** Reads the model that weighs what authorities list; a missing or damaged file is an error that names it. */
export function termModelIn(folder: string): TermModel {
  const path = join(folder, 'terms.bin')
  const model = loadTermModel(readFileSync(path))
  if (!model) throw new Error(`The model of terms is damaged: ${path}. Install BioProse again.`)
  return model
}
