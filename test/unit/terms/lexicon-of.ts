import type { Block, Opaque } from '../../../server/src/prose/block.js'
import type { CasePolicy, Concept, ConceptName } from '../../../server/src/terms/concept.js'
import { compile, type Lexicon } from '../../../server/src/terms/lexicon.js'
import { mentionsInText } from '../../../server/src/terms/mentions.js'
import type { Name } from '../../../server/src/text/name.js'

/** A concept with these names, the first one preferred; a name is written freely unless "=" (exact) or "^" (first) leads it. */
export function concept(id: Name, ...names: readonly string[]): Concept {
  const parsed = names.map(nameOf)
  return {
    id,
    preferredName: parsed[0]?.text ?? '',
    names: parsed,
    kind: 'protein',
    definition: '',
    identifiers: [id],
    related: [],
    regulatory: [],
  }
}

export function lexiconOf(...concepts: readonly Concept[]): Lexicon {
  return compile([concepts])
}

/** What is found in a text, as "mentioned words → value of the concept's id". */
export function found(text: string, lexicon: Lexicon): readonly string[] {
  return mentionsInText(text, lexicon).map(
    ({ start, end, concept }) => `${text.slice(start, end)} → ${concept.slice(concept.indexOf(':') + 1)}`,
  )
}

/** A paragraph whose source is its text. */
export function paragraph(text: string, opaque: readonly Opaque[] = []): Block {
  const pieces = [{ textStart: 0, sourceStart: 0, textLength: text.length, sourceLength: text.length }]
  return { kind: 'paragraph', source: text, text, pieces, opaque, level: 0 }
}

function nameOf(written: string): ConceptName {
  const policies: Readonly<Record<string, CasePolicy>> = { '=': 'exact', '^': 'first' }
  const policy = policies[written.charAt(0)]
  return policy ? { text: written.slice(1), case: policy } : { text: written, case: 'any' }
}
