import type { CodeAction } from 'vscode-languageserver'
import { codeAction } from '../../server/src/features/code-action.js'
import { definition } from '../../server/src/features/definition.js'
import { glossaryPage, glossaryUri } from '../../server/src/features/glossary-page.js'
import { hover } from '../../server/src/features/hover.js'
import { rangeOf } from '../../server/src/features/places.js'
import { reportOf } from '../../server/src/rules/findings.js'
import { overlaps, type Span } from '../../server/src/text/span.js'
import { usesOf } from '../../server/src/workspace/abbreviation-uses.js'
import { definitionsByName } from '../../server/src/workspace/abbreviations.js'
import { citesOf } from '../../server/src/workspace/cites.js'
import { mentionsOf } from '../../server/src/workspace/mentions.js'
import { referenceListsOf } from '../../server/src/workspace/references.js'
import { sentencesOf } from '../../server/src/workspace/sentences.js'
import type { View } from '../../server/src/workspace/view.js'
import type { Snapshot } from '../../server/src/workspace/workspace.js'
import { editingSpeakers } from './editing-speakers.js'
import type { Mark } from './spec.js'

/** Says what is to be marked in a document, in order. */
export type Speaker = (view: View, snapshot: Snapshot) => readonly Mark[]

/** Who speaks in a spec: by its folder, and in features/ by its name. */
export function speakerOf(folder: string, name: string): Speaker {
  if (folder === 'rules') return (view) => findings(view).filter(({ words }) => words.startsWith(`${name}: `))
  const speaker = folder === 'features' ? (speakers[name] ?? editingSpeakers[name]) : speakers[folder]
  if (!speaker) throw new Error(`Nobody speaks for ${folder}/${name}.md: name it in speakers.ts`)
  return speaker
}

const speakers: Readonly<Record<string, Speaker>> = {
  citations: (view) =>
    citesOf(view).map((cite) =>
      mark(cite, cite.targets.map(({ names }) => names[0]!).join(' ') || 'a note of its own'),
    ),
  terms: (view) =>
    mentionsOf(view).map((mention) =>
      mark(mention, view.lexicon.concepts.get(mention.concept)!.preferredName),
    ),
  bibliography: (view) =>
    referenceListsOf(view)
      .flatMap(({ entries }) => entries)
      .map(({ source, names, title }) => mark(source.span, `${names.join(' ')} '${title ?? ''}'`)),
  suppressions: findings,
  coverage: (view) =>
    sentencesOf(view)
      .filter(({ cited }) => cited)
      .map((sentence) => mark(sentence, 'cited')),
  definition: (view, snapshot) => things(view).flatMap((thing) => definitionMark(view, snapshot, thing)),
  hover: (view, snapshot) => things(view).flatMap((thing) => hoverMark(view, snapshot, thing)),
  'code-action': (view, snapshot) =>
    reportOf(view).findings.map((finding) => mark(finding, actionTitles(view, snapshot, finding))),
}

function mark({ start, end }: Span, words: string): Mark {
  return { start, end, words: words.replace(/\s+/g, ' ').trim() }
}

/** A rule that breaks says nothing, which must not pass for silence. */
function findings(view: View): readonly Mark[] {
  const { findings: all, failures } = reportOf(view)
  if (failures.length > 0) throw failures[0]!.error
  return all.map((finding) => mark(finding, `${finding.rule}: ${finding.message}`))
}

/** What a caret can point at, in order. */
function things(view: View): readonly Span[] {
  const targets = citesOf(view).flatMap((cite): readonly Span[] =>
    cite.targets.length > 0 ? cite.targets : [cite],
  )
  const abbreviations = [...definitionsByName(view).keys()].flatMap((written) => [...usesOf(view, written)])
  const named = mentionsOf(view).filter((mention) => !abbreviations.some((use) => overlaps(use, mention)))
  return [...targets, ...named, ...abbreviations].sort((a, b) => a.start - b.start || a.end - b.end)
}

function asked(view: View, { start }: Span) {
  return { textDocument: { uri: view.uri }, position: rangeOf(view, { start, end: start }).start }
}

function definitionMark(view: View, snapshot: Snapshot, thing: Span): readonly Mark[] {
  const links = definition.answer(view, asked(view, thing), snapshot) ?? []
  if (links.length === 0) return [mark(thing, 'leads nowhere')]
  return [
    mark(
      thing,
      links
        .map(
          ({ targetUri, targetSelectionRange: { start } }) =>
            `→ ${lineOf(view, snapshot, targetUri, start.line)}`,
        )
        .join(' '),
    ),
  ]
}

function lineOf(view: View, snapshot: Snapshot, uri: string, line: number): string {
  const file = snapshot.libraries.get(uri)
  const inFile = file?.state === 'read' ? file.text : ''
  const text =
    uri === glossaryUri ? glossaryPage(view.lexicon) : uri === view.uri ? view.document.text : inFile
  const where = uri === glossaryUri ? 'glossary' : uri.slice(uri.lastIndexOf('/') + 1)
  return `${where}, "${(text.split('\n')[line] ?? '').slice(0, 48).trim()}"`
}

function hoverMark(view: View, snapshot: Snapshot, thing: Span): readonly Mark[] {
  const answer = hover.answer(view, asked(view, thing), snapshot)
  const value =
    answer && typeof answer.contents === 'object' && 'value' in answer.contents ? answer.contents.value : ''
  return [mark(thing, value === '' ? 'nothing is known' : value.split('\n')[0]!)]
}

function actionTitles(view: View, snapshot: Snapshot, finding: Span): string {
  const parameters = {
    textDocument: { uri: view.uri },
    range: rangeOf(view, finding),
    context: { diagnostics: [] },
  }
  const actions: readonly CodeAction[] = codeAction.answer(view, parameters, snapshot)
  return actions.map(({ title }) => title).join(' | ')
}
