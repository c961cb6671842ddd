import type { TextDocumentIdentifier } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { reportOf } from '../rules/findings.js'
import type { Span } from '../text/span.js'
import { definitionsOf, type Definition } from '../workspace/abbreviations.js'
import { citesOf } from '../workspace/cites.js'
import { recognitionsOf, type PlacedRecognition } from '../workspace/mentions.js'
import { referenceListsOf } from '../workspace/references.js'
import { sentencesOf } from '../workspace/sentences.js'
import { suggestionsFor } from '../workspace/suggestions.js'
import type { View } from '../workspace/view.js'
import type { Feature } from './feature.js'

export interface AnnotationParams {
  readonly textDocument: TextDocumentIdentifier
  /** Suggests entries for every sentence, cited ones too. */
  readonly suggestAll?: boolean
}

/** Everything that the engine knows about a document, in the shape that the command line prints. */
export const annotations: Feature<AnnotationParams, Annotation> = {
  method: 'bioprose/annotations',
  capability: { experimental: { annotations: true } },
  answer: (view, { suggestAll = false }) => annotationOf(view, suggestAll),
}

export type Annotation = ReturnType<typeof annotationOf>

/** All offsets are UTF-16 code units into the document, end exclusive. */
export function annotationOf(view: View, suggestAll = false) {
  return {
    mentions: recognitionsOf(view).map((mention) => mentionRecord(view, mention)),
    abbreviations: definitionsOf(view).map(abbreviationRecord),
    sentences: sentencesOf(view).map((sentence) => ({
      start: sentence.start,
      end: sentence.end,
      claim: rounded(sentence.claim),
      reasons: [...new Set(sentence.reasons.map(({ kind }) => kind))],
      cited: sentence.cited,
      cites: citesOf(view)
        .filter(({ start }) => sentence.start <= start && start < sentence.end)
        .flatMap(({ targets }) => targets.map(({ names }) => names[0]!)),
    })),
    citations: citesOf(view).map(({ start, end, syntax, targets }) => ({
      start,
      end,
      text: view.document.text.slice(start, end),
      syntax,
      names: targets.map(({ names }) => names[0]!),
      entries: targets.flatMap(({ entries }) => entries.map(({ names }) => names[0]!)),
    })),
    references: referenceListsOf(view).flatMap(({ entries }) => entries.map(referenceRecord)),
    suggestions: suggestionRecords(view, suggestAll),
    findings: reportOf(view).findings.map(({ rule, severity, start, end, message }) => ({
      rule,
      severity,
      start,
      end,
      message,
    })),
  }
}

function mentionRecord(view: View, { start, end, concept, candidates, unlisted }: PlacedRecognition) {
  const known = view.lexicon.concepts.get(concept)
  const text = view.document.text.slice(start, end)
  return {
    start,
    end,
    text,
    concept,
    label: known?.preferredName ?? text,
    kind: known?.kind ?? unlisted ?? 'unknown',
    candidates,
  }
}

function abbreviationRecord({ asWritten, meaning, short, long }: Definition) {
  const pair = ({ start, end }: Span): [number, number] => [start, end]
  return { short: asWritten, long: meaning, shortSpan: pair(short), longSpan: pair(long) }
}

function referenceRecord(entry: Entry) {
  const { source, names, type, authors, etAl } = entry
  return {
    ...source.span,
    names,
    type,
    authors,
    title: entry.title ?? null,
    container: entry.container ?? null,
    year: entry.year ?? null,
    volume: entry.volume ?? null,
    issue: entry.issue ?? null,
    page: entry.page ?? null,
    doi: entry.doi ?? null,
    pmid: entry.pmid ?? null,
    pmcid: entry.pmcid ?? null,
    url: entry.url ?? null,
    publisher: entry.publisher ?? null,
    etAl,
  }
}

function suggestionRecords(view: View, suggestAll: boolean) {
  const threshold = view.model.thresholds[view.settings.sensitivity]
  return sentencesOf(view)
    .filter(({ claim, cited }) => suggestAll || (!cited && claim >= threshold))
    .flatMap((sentence) => {
      const entries = suggestionsFor(view, sentence).map(({ entry, score }) => ({
        name: entry.names[0]!,
        score: rounded(score),
      }))
      return entries.length === 0 ? [] : [{ start: sentence.start, end: sentence.end, entries }]
    })
}

function rounded(number: number): number {
  return Math.round(number * 1e4) / 1e4
}
