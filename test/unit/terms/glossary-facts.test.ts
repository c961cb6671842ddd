import { join } from 'node:path'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { builtInConcepts } from '../../../server/src/terms/builtin.js'
import type { Concept } from '../../../server/src/terms/concept.js'
import type { Name } from '../../../server/src/text/name.js'
import { sharedFolder, withShared } from '../../shared.js'

/** What the public vocabularies say of an identifier. */
interface Fact {
  /** What they call the thing: the symbol of a gene, the names of a drug. */
  readonly names: readonly string[]
  /** Identifiers of the same thing with other authorities. */
  readonly same: readonly Name[]
}

withShared('the facts of the built-in glossary, in the public vocabularies', () => {
  const concepts = builtInConcepts()
  const wanted = new Set(concepts.flatMap((concept) => concept.identifiers))
  const facts = new Map<Name, Fact>()
  before(function () {
    this.timeout(20_000)
    for (const [id, fact] of readFacts()) if (wanted.has(id)) facts.set(id, merged(facts.get(id), fact))
  })

  const authorities = new Set([...wanted].map(authorityOf))

  it('come from authorities that those vocabularies hold', () => {
    const known = 'HGNC NCBIGene UniProtKB CHEBI DrugBank MESH CAS PubChem GO DOID'.split(' ')
    assert.deepEqual(
      [...authorities].filter((authority) => !known.includes(authority)),
      [],
    )
  })

  for (const authority of authorities) {
    it(`${authority}: every identifier is there and stands for its concept`, () => {
      const wrong: string[] = []
      for (const concept of concepts) {
        for (const id of concept.identifiers.filter((name) => authorityOf(name) === authority)) {
          const flaw = flawOf(id, concept)
          if (flaw) wrong.push(`${concept.preferredName}: ${id} ${flaw}`)
        }
      }
      assert.deepEqual(wrong, [])
    })
  }

  /** Why an identifier does not belong to a concept: none of its names is one of the concept's, nor does another one vouch for it. */
  function flawOf(id: Name, concept: Concept): string | undefined {
    const fact = facts.get(id)
    if (!fact) return 'is in none of the vocabularies'
    const called = new Set(concept.names.map((name) => plain(name.text)))
    if (concept.kind === 'receptor')
      for (const { text } of concept.names) called.add(plain(`${text} receptor`))
    if (fact.names.some((name) => called.has(plain(name)))) return undefined
    if (fact.same.some((other) => concept.identifiers.includes(other))) return undefined
    return `is ${fact.names.join(', ')} ${fact.same.join(', ')}`
  }
})

function* readFacts(): Generator<[Name, Fact]> {
  for (const [hgnc, symbol, ...cells] of rows('hgnc_complete_set_2024-10-18.txt.gz')) {
    yield [hgnc as Name, { names: [symbol!], same: [] }]
    yield [`NCBIGene:${cells[16]!}`, { names: [], same: [hgnc as Name] }]
    const proteins = cells[23]!.replaceAll('"', '').split('|')
    for (const protein of proteins) yield [`UniProtKB:${protein}`, { names: [], same: [hgnc as Name] }]
  }
  for (const [chebi, pubchem] of rows('chebi_to_pubchem.tsv.gz')) {
    yield [`PubChem:${pubchem!}`, { names: [], same: [`CHEBI:${chebi!}`] }]
  }
  for (const [name, chebi] of rows('chebi_names.tsv.gz')) yield [chebi as Name, { names: [name!], same: [] }]
  for (const [mesh, name] of rows('mesh_terms_2015.tsv.gz'))
    yield [`MESH:${mesh!}`, { names: [name!], same: [] }]
  for (const [, mesh, name, authority, id, other] of rows('mesh_mappings.tsv.gz')) {
    const same = authority === 'HGNC' ? `HGNC:${id!}` : authority === 'CHEBI' ? id! : ''
    yield [`MESH:${mesh!}`, { names: [name!], same: same ? [same as Name] : [] }]
    if (authority === 'GO') yield [id as Name, { names: [other!], same: [`MESH:${mesh!}`] }]
  }
  yield* readDrugs()
  yield* readDiseases()
}

function* readDrugs(): Generator<[Name, Fact]> {
  const row = /^(DB\d+),[^,]*,("[^"]*"|[^,]*),([\d-]*),[^,]*,("[^"]*"|[^,]*),/gm
  for (const [, id, name, cas, synonyms] of textOf('drugbank_vocabulary.csv.gz').matchAll(row)) {
    const names = [name!, ...synonyms!.split(' | ')].map((text) => text.replaceAll('"', ''))
    yield [`DrugBank:${id!}`, { names, same: [] }]
    yield [`CAS:${cas!}`, { names: [], same: [`DrugBank:${id!}`] }]
  }
}

function* readDiseases(): Generator<[Name, Fact]> {
  for (const term of textOf('disease_ontology_2015.obo.gz').split('\n[Term]\n').slice(1)) {
    const id = /^id: (DOID:\d+)$/m.exec(term)?.[1]
    const name = /^name: (.*)$/m.exec(term)?.[1]
    if (!id || !name || /^is_obsolete: true$/m.test(term)) continue
    const same = [...term.matchAll(/^xref: MSH:(\S+)$/gm)].map(([, mesh]): Name => `MESH:${mesh!}`)
    yield [id as Name, { names: [name], same }]
  }
}

function rows(file: string): string[][] {
  return textOf(file)
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
}

function textOf(file: string): string {
  return gunzipSync(readFileSync(join(sharedFolder, 'data/vocabularies', file))).toString('utf8')
}

function merged(a: Fact | undefined, b: Fact): Fact {
  return a ? { names: [...a.names, ...b.names], same: [...a.same, ...b.same] } : b
}

function authorityOf(id: Name): string {
  return id.slice(0, id.indexOf(':'))
}

/** A name reduced to what two authorities agree on: "Receptors, Androgen" and "androgen receptor" are the same. */
function plain(name: string): string {
  const [head, ...tail] = name.split(', ')
  return [...tail, head]
    .join(' ')
    .toLowerCase()
    .replaceAll('α', 'alpha')
    .replaceAll('β', 'beta')
    .replaceAll('γ', 'gamma')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<=sh)es$|s$/, '')
}
