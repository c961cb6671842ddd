import type { Span } from '../text/span.js'
export const reasonKinds = ['attribution', 'quantity', 'effect', 'comparison', 'prevalence', 'mechanism'] as const
export type ReasonKind = (typeof reasonKinds)[number]
export interface Reason extends Span { readonly kind: ReasonKind }
export interface Judgement { readonly probability: number; readonly reasons: readonly Reason[]; readonly form: string }
export interface ClaimModel { readonly thresholds: { readonly strict: number; readonly balanced: number; readonly quiet: number } }
export function judge(_: ClaimModel, sentences: readonly string[]): readonly Judgement[] {
  return sentences.map((s) => { const m = /has been shown|have been shown|increases?|promotes?|\d+ ?%/.exec(s); return { probability: m ? 0.9 : 0.1, reasons: m ? [{ kind: 'effect', start: m.index, end: m.index + m[0].length }] : [], form: 'assertion' } })
}
export function loadModel(_: Uint8Array): ClaimModel | undefined { return { thresholds: { strict: 0.3, balanced: 0.5, quiet: 0.7 } } }
