import { lineCounter } from '../../text/line-counter.js'
import type { Name } from '../../text/name.js'
import type { Parsed, Skipped } from '../../text/parsed.js'
import { readXml } from '../../text/xml.js'
import type { Concept, ConceptKind } from '../concept.js'
import type { VocabularyFormat } from './format.js'
import { conceptFrom } from './written-concept.js'

/** The descriptors of the Medical Subject Headings, in the XML that the National Library of Medicine publishes every year. */
export const mesh: VocabularyFormat = {
  name: 'mesh',
  extensions: ['.xml'],
  isAuthority: true,
  recognises: (head) => head.includes('<DescriptorRecord'),
  parse,
}

interface Descriptor {
  readonly start: number
  id: string
  name: string
  note: string
  readonly terms: string[]
  readonly places: string[]
}

function parse(text: string): Parsed<Concept> {
  const items: Concept[] = []
  const skipped: Skipped[] = []
  const lineOf = lineCounter(text)
  const path: string[] = []
  let descriptor: Descriptor | undefined
  let words = ''
  const take = (record: Descriptor, parent: string | undefined, name: string, value: string): void => {
    if (name === 'DescriptorUI' && parent === 'DescriptorRecord') record.id = value
    else if (name === 'String' && parent === 'DescriptorName' && path.at(-2) === 'DescriptorRecord')
      record.name = value
    else if (name === 'String' && parent === 'Term') record.terms.push(value)
    else if (name === 'TreeNumber') record.places.push(value)
    else if (name === 'ScopeNote' && record.note === '') record.note = value
  }
  readXml(text, {
    open(name, _, start) {
      path.push(name)
      words = ''
      if (name === 'DescriptorRecord')
        descriptor = { start, id: '', name: '', note: '', terms: [], places: [] }
    },
    text(more) {
      words += more
    },
    close(name) {
      path.pop()
      if (!descriptor) return
      take(descriptor, path.at(-1), name, words.replace(/\s+/g, ' ').trim())
      words = ''
      if (name !== 'DescriptorRecord') return
      const problem = problemIn(descriptor)
      if (problem) skipped.push({ line: lineOf(descriptor.start), reason: problem })
      else items.push(conceptIn(descriptor))
      descriptor = undefined
    },
  })
  if (descriptor)
    skipped.push({
      line: lineOf(descriptor.start),
      reason: 'The record is not closed: the file breaks off inside it',
    })
  return { items, skipped }
}

function problemIn({ id, name }: Descriptor): string | undefined {
  if (!/^[A-Z]\d+$/.test(id)) return `${id || 'Nothing'} stands where an identifier like D000001 belongs`
  return name === '' ? `${id} has no name` : undefined
}

function conceptIn({ id, name, note, terms, places }: Descriptor): Concept {
  const mesh: Name = `MESH:${id}`
  return conceptFrom({
    id: mesh,
    preferredName: name,
    synonyms: terms,
    kind: kindOf(places),
    definition: note,
  })
}

/** What a descriptor is, by the first branch of the tree that says it. */
function kindOf(places: readonly string[]): ConceptKind {
  for (const [branch, kind] of branches) if (places.some((place) => place.startsWith(branch))) return kind
  return 'concept'
}

const branches: readonly (readonly [string, ConceptKind])[] = [
  ['C', 'disease'],
  ['F03', 'disease'],
  ['D06.472', 'hormone'],
  ['D08', 'protein'],
  ['D12.776', 'protein'],
  ['D12.644', 'peptide'],
  ['D', 'chemical'],
  ['A11', 'cell type'],
  ['A', 'anatomy'],
  ['E02', 'intervention'],
  ['E', 'method'],
  ['G', 'process'],
]
