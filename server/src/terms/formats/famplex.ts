import { csvRows, tsvRows } from '../../text/csv.js'
import type { Name } from '../../text/name.js'
import type { Parsed, Skipped } from '../../text/parsed.js'
import type { Concept } from '../concept.js'
import type { VocabularyFormat } from './format.js'
import { conceptFrom } from './written-concept.js'

/**
 * FamPlex's names of protein families and complexes, from any of three of its tables, which have no heads:
 * `entities.csv` ("AMPK"), `grounding_map.csv` ("Akt,FPLX,AKT,…") and `famplex_groundings.tsv`. Only what FamPlex itself
 * names is read; names that these tables give to chemicals, processes and single proteins are left out without a word.
 */
export const famplex: VocabularyFormat = {
  name: 'famplex',
  extensions: ['.csv', '.tsv'],
  isAuthority: true,
  recognises: (head) =>
    /^[^\n]*\tfplx\tFamily\b/m.test(head) || /^[^\n]*,FPLX,[^\n,]+,/m.test(head) || isListOfEntities(head),
  parse,
}

function parse(text: string): Parsed<Concept> {
  const names = new Map<string, string[]>()
  const skipped: Skipped[] = []
  const table = text.includes('\t') ? { rows: tsvRows(text), skipped: [] } : csvRows(text)
  for (const { cells, line } of table.rows) {
    const [name = '', second = '', third = ''] = cells.map((cell) => cell.trim())
    const entity =
      cells.length === 1
        ? name
        : second === 'FPLX'
          ? third
          : third.toLowerCase() === 'fplx'
            ? second
            : undefined
    if (entity === undefined) continue
    if (!/^\w[\w.-]*$/.test(entity) || name === '') {
      skipped.push({ line, reason: `${entity || 'Nothing'} stands where an entity like AMPK belongs` })
      continue
    }
    const known = names.get(entity)
    if (known) known.push(name)
    else names.set(entity, [name])
  }
  const items = [...names].map(([entity, synonyms]) => familyOf(entity, synonyms))
  return { items, skipped: [...table.skipped, ...skipped] }
}

function familyOf(entity: string, synonyms: readonly string[]): Concept {
  const id: Name = `FPLX:${entity}`
  return conceptFrom({ id, preferredName: entity.replaceAll('_', ' '), synonyms, kind: 'protein family' })
}

/** Nothing but one word on each line, some of them joined by underscores as nowhere else. */
function isListOfEntities(head: string): boolean {
  const lines = head.split('\n').slice(0, 20)
  return (
    lines.length > 5 && lines.every((line) => /^[\w.-]*\r?$/.test(line)) && /_family\b|_complex\b/.test(head)
  )
}
