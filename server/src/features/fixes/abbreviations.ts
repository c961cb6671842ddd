import type { TextEdit } from 'vscode-languageserver'
import { lateDefinitions } from '../../rules/late-abbreviation.js'
import { redefinitions } from '../../rules/redefined-abbreviation.js'
import type { Finding } from '../../rules/rule.js'
import type { Definition } from '../../workspace/abbreviations.js'
import { definitionsInBody, longFormOf, saysTheSame } from '../../workspace/meanings.js'
import type { View } from '../../workspace/view.js'
import { rangeOf } from '../places.js'
import type { Fix, Fixer } from './fix.js'

/** Spells an abbreviation out at its first use, in the words of the glossary. */
export const fixUndefinedAbbreviation: Fixer = (view, finding) => {
  const written = textAt(view, finding)
  const longForm = longFormOf(view, written, finding.start)
  return longForm === undefined ? [] : [spellingOut(view, finding, `${longForm} (${written})`)]
}

/** Puts back the words that an abbreviation in brackets is short for, where the document or the glossary has them. */
export const fixLostLongForm: Fixer = (view, finding) => {
  const bracket = textAt(view, finding)
  const longForm = longFormOf(view, bracket.slice(1, -1), finding.start)
  if (longForm === undefined) return []
  const before = view.document.content.slice(Math.max(0, finding.start - 4), finding.start).trimEnd()
  const beginsSentence = before === '' || /[.!?]$/.test(before)
  return [spellingOut(view, finding, `${beginsSentence ? capitalised(longForm) : longForm} ${bracket}`)]
}

/** Spells an abbreviation out at its first use, and leaves the abbreviation alone where it was spelled out. */
export const fixLateAbbreviation: Fixer = (view, finding) => {
  const late = [...lateDefinitions(view)].find(({ first }) => first.start === finding.start)
  const whole = late && wholeOf(view, late.definition)
  if (!whole) return []
  const { asWritten, meaning } = late.definition
  const fix = spellingOut(view, finding, `${meaning} (${textAt(view, finding)})`)
  return [{ ...fix, edits: [...fix.edits, { range: rangeOf(view, whole), newText: asWritten }] }]
}

/** Writes the abbreviation alone where it is spelled out again in the same sense. */
export const fixRedefinedAbbreviation: Fixer = (view, finding) => {
  const again = redefinitions(view).find(({ definition }) => definition.long.start === finding.start)
  const whole =
    again && saysTheSame(again.definition.meaning, again.first.meaning) && wholeOf(view, again.definition)
  if (!whole) return []
  const { asWritten } = again.definition
  const edits = [{ range: rangeOf(view, whole), newText: asWritten }]
  return [{ title: `Write '${asWritten}' alone`, edits, isSure: true }]
}

/** Takes an abbreviation away that nothing else uses. */
export const fixUnusedAbbreviation: Fixer = (view, finding) => {
  const definition = definitionsInBody(view).find(({ short }) => short.start === finding.start)
  const whole = definition && wholeOf(view, definition)
  if (!whole) return []
  const edits = [{ range: rangeOf(view, { start: definition.long.end, end: whole.end }), newText: '' }]
  return [{ title: `Remove '(${definition.asWritten})'`, edits, isSure: false }]
}

function spellingOut(view: View, finding: Finding, newText: string): Fix {
  const edits: readonly TextEdit[] = [{ range: rangeOf(view, finding), newText }]
  return { title: `Write '${newText}'`, edits, isSure: false }
}

/** Where a definition stands as "growth hormone (GH)", without markup in it; undefined where it is written in any other way. */
function wholeOf(view: View, { asWritten, meaning, short, long }: Definition) {
  const whole = { start: long.start, end: short.end + 1 }
  const text = textAt(view, whole).replace(/\s+/g, ' ')
  return text === `${meaning} (${asWritten})` ? whole : undefined
}

function textAt(view: View, { start, end }: { readonly start: number; readonly end: number }): string {
  return view.document.content.slice(start, end)
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
