import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Concept } from '../../../../server/src/terms/concept.js'
import * as formats from '../../../../server/src/terms/formats/index.js'
import { vocabularyIn } from '../../../../server/src/terms/vocabulary.js'

/** A small file in each format, all of our own invention, with one part that cannot be read. */
const samples: Readonly<Record<keyof typeof formats, Sample>> = {
  hgnc: {
    file: 'genes.txt',
    text: [
      'hgnc_id\tsymbol\tname\tstatus\talias_symbol\talias_name\tprev_symbol\tprev_name\tentrez_id\tensembl_gene_id\tuniprot_ids',
      'HGNC:900001\tWLW1\twillow bark factor 1\tApproved\t"WBF1|p99"\tbark protein\tWLWA\t\t990001\tENSG9\tQ99999',
      'nonsense\tWLW2\twillow bark factor 2\tApproved',
      'HGNC:900003\tWLW3\tsymbol withdrawn\tEntry Withdrawn',
      'HGNC:900004\tWLW4\twillow bark factor 4\tApproved',
    ].join('\r\n'),
    names: { 'HGNC:900001': 'WLW1 WBF1 p99 WLWA', 'HGNC:900004': 'WLW4' },
    kind: 'gene',
    skipped: [2],
  },
  ncbiGene: {
    file: 'Salix.gene_info',
    text: [
      '#tax_id\tGeneID\tSymbol\tLocusTag\tSynonyms\tdbXrefs\tchromosome\tmap_location\tdescription\ttype\tauthority\tfull_name\tstatus\tother',
      '1\t990001\tWLW1\t-\tWBF1|p99\tMIM:1|HGNC:HGNC:900001\t1\t-\twillow bark factor 1\tprotein-coding\tWLW1\t-\tO\t-',
      '1\tx\tWLW2\t-',
      '1\t990003\tNEWENTRY\t-',
    ].join('\n'),
    names: { 'NCBIGene:990001': 'WLW1 WBF1 p99' },
    kind: 'gene',
    skipped: [2],
  },
  drugbank: {
    file: 'drugs.csv',
    text: [
      'DrugBank ID,Accession Numbers,Common name,CAS,UNII,Synonyms,Standard InChI Key',
      'DB90001,,Salicortin,1-2-3,ABC,"Salicortinum | salicortin, pure",',
      ',,Populin,,,,',
      'DB90002,,Tremulacin,,,,',
    ].join('\n'),
    names: { 'DrugBank:DB90001': 'Salicortin Salicortinum', 'DrugBank:DB90002': 'Tremulacin' },
    kind: 'drug',
    skipped: [2],
  },
  famplex: {
    file: 'grounding_map.csv',
    text: [
      '"Willow, the family",FPLX,WILLOW,,',
      'Wlw,FPLX,WILLOW,,',
      'salicin,CHEBI,CHEBI:1,,',
      'Wlx,FPLX,,,',
    ].join('\n'),
    names: { 'FPLX:WILLOW': 'WILLOW Wlw' },
    kind: 'protein family',
    skipped: [3],
  },
  obo: {
    file: 'ills.obo',
    text: [
      'format-version: 1.2',
      '',
      '[Term]',
      'id: DOID:9900001',
      'name: willow rash',
      'def: "A rash \\"of\\" willow." [ours]',
      'synonym: "salix dermatitis" EXACT []',
      'synonym: "rash" BROAD []',
      'is_a: DOID:4 ! disease',
      '',
      '[Term]',
      'id: DOID:9900002',
      '',
      '[Term]',
      'id: DOID:9900003',
      'name: gone',
      'is_obsolete: true',
      '',
      '[Typedef]',
      'id: part_of',
    ].join('\n'),
    names: { 'DOID:9900001': 'willow rash|salix dermatitis' },
    kind: 'disease',
    skipped: [10],
  },
  oboGraphs: {
    file: 'ills.json',
    text: JSON.stringify({
      graphs: [
        {
          nodes: [
            {
              id: 'http://purl.obolibrary.org/obo/DOID_9900001',
              lbl: 'willow rash',
              type: 'CLASS',
              meta: {
                synonyms: [
                  { pred: 'hasExactSynonym', val: 'salix dermatitis' },
                  { pred: 'hasBroadSynonym', val: 'rash' },
                ],
              },
            },
            { id: 'http://purl.obolibrary.org/obo/DOID_9900002', type: 'CLASS' },
          ],
          edges: [],
        },
      ],
    }),
    names: { 'DOID:9900001': 'willow rash|salix dermatitis' },
    kind: 'disease',
    skipped: [0],
  },
  mesh: {
    file: 'desc.xml',
    text: [
      '<?xml version="1.0"?><DescriptorRecordSet>',
      '<DescriptorRecord><DescriptorUI>D999901</DescriptorUI><DescriptorName><String>Rash, Willow</String></DescriptorName>',
      '<TreeNumberList><TreeNumber>C17.1</TreeNumber></TreeNumberList><ConceptList><Concept><ScopeNote>A rash of willow.</ScopeNote>',
      '<TermList><Term><String>Rash, Willow</String></Term><Term><String>Willow Rash</String></Term></TermList></Concept></ConceptList></DescriptorRecord>',
      '<DescriptorRecord><DescriptorUI>D999902</DescriptorUI></DescriptorRecord>',
      '<DescriptorRecord><DescriptorUI>D999903</DescriptorUI>',
    ].join('\n'),
    names: { 'MESH:D999901': 'Rash, Willow|Willow Rash' },
    kind: 'disease',
    skipped: [4, 5],
  },
  skosTurtle: {
    file: 'bark.ttl',
    text: [
      '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .',
      '<http://bark.example/salicin> a skos:Concept ;',
      '  skos:prefLabel "Salicin"@en, "Salicine"@fr ; skos:altLabel "salicoside"@en ; skos:definition "Bitter."@en .',
      '<http://bark.example/none> a skos:Concept .',
      '<http://bark.example/broken> a skos:Concept ; skos:prefLabel "broken .',
    ].join('\n'),
    names: { 'http://bark.example/salicin': 'Salicin salicoside' },
    kind: 'concept',
    skipped: [0, 4],
  },
  skosXml: {
    file: 'bark.rdf',
    text: [
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">',
      '<skos:Concept rdf:about="http://bark.example/salicin"><skos:prefLabel xml:lang="en">Salicin</skos:prefLabel>',
      '<skos:prefLabel xml:lang="fr">Salicine</skos:prefLabel><skos:altLabel>salicoside</skos:altLabel></skos:Concept>',
      '<skos:Concept rdf:about="http://bark.example/none"/>',
      '<rdf:Description rdf:about="http://bark.example/other"><skos:prefLabel>No concept</skos:prefLabel></rdf:Description>',
      '</rdf:RDF>',
    ].join('\n'),
    names: { 'http://bark.example/salicin': 'Salicin salicoside' },
    kind: 'concept',
    skipped: [3],
  },
  contextive: {
    file: 'lab.glossary.yml',
    text: [
      'contexts:',
      '  - name: Bark',
      '    terms:',
      '      - name: salicin',
      '        definition: A bitter compound.',
      '        aliases: [salicoside]',
      '      - definition: Nobody knows of what.',
    ].join('\n'),
    names: { 'contextive:salicin': 'salicin salicoside' },
    kind: 'concept',
    skipped: [6],
  },
  glossary: {
    file: 'lab.json',
    text: '{ "concepts": [\n{ "name": "salicin", "kind": "chemical", "definition": "Bitter." },\n{ "name": 3 }\n] }',
    names: { 'bioprose:salicin': 'salicin' },
    kind: 'chemical',
    skipped: [2],
  },
  glossaryYaml: {
    file: 'lab.yaml',
    text: 'concepts:\n  - name: salicin\n    kind: chemical\n    definition: Bitter.\n  - name: 3\n',
    names: { 'bioprose:salicin': 'salicin' },
    kind: 'chemical',
    skipped: [4],
  },
  table: {
    file: 'names.tsv',
    text: 'Kind\tName\tID\tSynonyms\nchemical\tsalicin\tCHEBI:9900001\tsalicoside|SAL\ndrug\t\tCHEBI:2\t\nchemical\tpopulin\tno id!\t',
    names: { 'CHEBI:9900001': 'salicin salicoside SAL' },
    kind: 'chemical',
    skipped: [2, 3],
  },
}

interface Sample {
  readonly file: string
  readonly text: string
  /** The names that are looked for, parted by blanks or, if there is one, by "|"; the first one is preferred. */
  readonly names: Readonly<Record<string, string>>
  readonly kind: Concept['kind']
  /** Zero-based lines. */
  readonly skipped: readonly number[]
}

describe('vocabulary formats', () => {
  for (const [name, { file, text, names, kind, skipped }] of Object.entries(samples)) {
    it(`read ${name}, and tell what cannot be read`, () => {
      const vocabulary = vocabularyIn(file, text)
      assert.equal(vocabulary?.format, formats[name as keyof typeof formats].name)
      assert.deepEqual(
        vocabulary.items.map(({ id }) => id),
        Object.keys(names),
      )
      for (const concept of vocabulary.items) {
        const expected = names[concept.id]!.split(names[concept.id]!.includes('|') ? '|' : ' ')
        const written = concept.names.map(({ text: form }) => form)
        assert.equal(concept.preferredName, expected[0])
        for (const form of expected)
          assert.ok(written.includes(form), `${form} is missing in ${written.join()}`)
        assert.equal(concept.kind, kind)
      }
      assert.deepEqual(
        vocabulary.skipped.map(({ line }) => line),
        skipped,
      )
    })
  }

  it('read tables without a head, and tables whose identifiers lack their prefix', () => {
    const headless = vocabularyIn('chebi_names.tsv', 'salicin\tCHEBI:1\nsalicoside\tCHEBI:1\n')
    assert.deepEqual(
      headless?.items[0]?.names.map(({ text }) => text),
      ['salicin', 'salicoside'],
    )
    const mesh = vocabularyIn('mesh_terms.tsv', 'mesh_id\tmesh_name\nD1\tSalicin\n')
    assert.equal(mesh?.items[0]?.id, 'MESH:D1')
    const semicolons = vocabularyIn('lab.csv', 'id;name\nLAB:1;"salicin; pure"\n')
    assert.equal(semicolons?.items[0]?.preferredName, 'salicin; pure')
    assert.deepEqual(vocabularyIn('lab.csv', 'a,b\n1,2\n')?.items, [])
  })

  it('take one broken row of a thousand for one broken row', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => (i === 500 ? 'broken' : `HGNC:${i + 1}\tG${i}`))
    const { items, skipped } = formats.hgnc.parse(['hgnc_id\tsymbol', ...rows].join('\n'))
    assert.equal(items.length, 999)
    assert.deepEqual(
      skipped.map(({ line }) => line),
      [501],
    )
  })

  it('never throw, whatever a file holds', () => {
    const texts = Object.values(samples).map(({ text }) => text)
    const broken = fc
      .tuple(
        fc.constantFrom(...texts),
        fc.nat(2000),
        fc.nat(40),
        fc.string({ unit: 'binary', maxLength: 20 }),
      )
      .map(([text, at, length, insert]) => text.slice(0, at) + insert + text.slice(at + length))
    const hostile = fc.oneof(broken, fc.string({ unit: 'binary', maxLength: 300 }), fc.json())
    fc.assert(
      fc.property(hostile, (text) => {
        for (const format of Object.values(formats)) {
          const { items, skipped } = format.parse(text)
          const lines = text.split(/\r\n|\r|\n/).length
          for (const { id, names, preferredName } of items) {
            assert.match(id, /^[^:]+:/)
            assert.ok(names.length > 0 && names[0]!.text !== '')
            assert.equal(names[0]!.text, preferredName)
          }
          for (const { line, reason } of skipped) assert.ok(line >= 0 && line <= lines && reason !== '')
        }
      }),
      { numRuns: 40 },
    )
  })
})
