import { readVocabulary } from '../../src/hosts/vocabulary-files.js'
import { compile, type Lexicon } from '../../src/terms/lexicon.js'
import type { RecognisedKind } from '../../src/terms/recognition/kinds.js'
import { goldDocuments, type GoldMention } from './pubtator.js'

/** What the recogniser of one kind learns from, and is measured on. */
export interface KindSets {
  /** Files of `../shared/data/vocabularies`. */
  readonly vocabularies: readonly string[]
  /** Files of `../shared/data/terms`, without their endings. */
  readonly sets: readonly string[]
  /** The types of mention that count, as the files call them. */
  readonly types: readonly string[]
}

export const kindSets: Readonly<Record<RecognisedKind, KindSets>> = {
  gene: {
    vocabularies: ['hgnc_complete_set_2024-10-18.txt.gz', 'Homo_sapiens.gene_info_2016.gz', 'famplex.tar.gz'],
    sets: ['NLMgene_Train', 'GNormPlus_Train', 'BioRED_TrainDev'],
    types: ['Gene', 'FamilyName'],
  },
  chemical: {
    vocabularies: ['drugbank_vocabulary.csv.gz', 'chebi_names.tsv.gz'],
    sets: ['BC5CDR_TrainDev', 'BioRED_TrainDev'],
    types: ['Chemical'],
  },
  disease: {
    vocabularies: ['disease_ontology_2015.obo.gz'],
    sets: ['BC5CDR_TrainDev', 'NCBIdisease_TrainDev', 'BioRED_TrainDev'],
    types: ['Disease', 'SpecificDisease', 'DiseaseClass', 'CompositeMention', 'Modifier'],
  },
}

/** A marked document of one set with the mentions of one kind. */
export interface SetDocument {
  readonly set: string
  readonly id: string
  readonly text: string
  readonly gold: readonly GoldMention[]
}

export const foldCount = 5

/** A document's fold is the same in every set that has it, so that no text is learnt from and measured on. */
export function foldOf({ id }: SetDocument): number {
  return Number(id) % foldCount
}

/** The documents of a kind's sets. */
export function documentsOf(kind: RecognisedKind): readonly SetDocument[] {
  const { sets, types } = kindSets[kind]
  return sets.flatMap((set) =>
    goldDocuments(`${set}.PubTator.gz`).map(({ id, text, mentions }) => ({
      set,
      id,
      text,
      gold: mentions.filter(({ type }) => types.includes(baseType(type))),
    })),
  )
}

/** BioRED calls them GeneOrGeneProduct, DiseaseOrPhenotypicFeature and ChemicalEntity. */
function baseType(type: string): string {
  return /^(Gene|Disease|Chemical)(?:Or|Entity)/.exec(type)?.[1] ?? type
}

/** A kind's vocabularies, as whoever names these files gets them. */
export async function lexiconOf(kind: RecognisedKind): Promise<Lexicon> {
  const folder = new URL('../../../../shared/data/vocabularies/', import.meta.url)
  const files = kindSets[kind].vocabularies.map((file) => readVocabulary(new URL(file, folder)))
  return compile(
    [],
    (await Promise.all(files)).map(({ concepts }) => concepts),
  )
}
