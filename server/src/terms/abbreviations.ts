import type { Span } from '../text/span.js'
export interface Abbreviation { readonly short: Span; readonly long: Span }
export function abbreviationsIn(_: string): readonly Abbreviation[] { return [] }
