import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { builtInConcepts } from '../../server/src/terms/builtin.js'
import { inferredCase } from '../../server/src/terms/case-policy.js'
import type { Concept } from '../../server/src/terms/concept.js'
import { compile, type Lexicon } from '../../server/src/terms/lexicon.js'
import { mentionsInText } from '../../server/src/terms/mentions.js'
import type { Name } from '../../server/src/text/name.js'
import { sharedFolder } from '../shared.js'
import { joined, type Corpus } from './corpus.js'
import { cpuMilliseconds, median } from './cpu.js'

/** How fast terms are found in prose, paragraph by paragraph, with a small and with a large lexicon. */
export function measureMatching(corpus: Corpus, megabytes: number, rounds: number): void {
  const paragraphs = joined(corpus, megabytes * 1e6).split('\n\n')
  const size = paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  const lexicons = lexiconsToMeasure()
  const rates = lexicons.map((): number[] => [])
  const found = lexicons.map(() => 0)
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    lexicons.forEach(({ lexicon }, i) => {
      const start = cpuMilliseconds()
      found[i] = paragraphs.reduce((sum, text) => sum + mentionsInText(text, lexicon).length, 0)
      if (round > 0) rates[i]!.push(size / ((cpuMilliseconds() - start) / 1000))
    })
  }
  lexicons.forEach(({ name, lexicon }, i) => {
    const names = `${lexicon.entries.length} names`
    console.log(
      `  ${name.padEnd(28)}${median(rates[i]!).toFixed(1).padStart(8)} MB/s  (${names}, ${found[i]!} mentions)`,
    )
  })
}

function lexiconsToMeasure(): readonly { name: string; lexicon: Lexicon }[] {
  const small = { name: 'built-in lexicon', lexicon: compile([builtInConcepts()]) }
  const genes = [
    ...genesIn('hgnc_complete_set_2024-10-18.txt.gz', 'HGNC'),
    ...genesIn('Homo_sapiens.gene_info_2016.gz', 'NCBIGene'),
  ]
  if (genes.length === 0) return [small]
  return [small, { name: 'with HGNC and NCBI Gene', lexicon: compile([builtInConcepts(), genes]) }]
}

/** The symbols, names and synonyms of a table of genes. */
function genesIn(file: string, authority: 'HGNC' | 'NCBIGene'): readonly Concept[] {
  const path = join(sharedFolder, 'data/vocabularies', file)
  if (!existsSync(path)) return []
  const [head, ...rows] = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n').map((row) => row.split('\t')) // prettier-ignore
  const column = (...names: string[]): number =>
    head!.findIndex((title) => names.includes(title.replace(/^#/, '')))
  const [id, symbol] = [column('hgnc_id', 'GeneID'), column('symbol', 'Symbol')]
  const others = [
    column('name', 'description'),
    column('alias_symbol', 'Synonyms'),
    column('prev_symbol'),
  ].filter((at) => at >= 0)
  const isWhole = (row: readonly string[]): boolean => Boolean(row[id] && row[symbol])
  return rows.filter(isWhole).map((row): Concept => {
    const preferredName = row[symbol]!
    const synonyms = others
      .flatMap((at) => (row[at] ?? '').replace(/"/g, '').split('|'))
      .filter((name) => name.length > 1)
    const names = [preferredName, ...synonyms].map((text) => ({ text, case: inferredCase(text) }))
    const curie = (authority === 'HGNC' ? row[id]! : `NCBIGene:${row[id]!}`) as Name
    const unsaid = { definition: '', related: [], regulatory: [] }
    return { id: curie, identifiers: [curie], preferredName, names, kind: 'gene', ...unsaid }
  })
}
