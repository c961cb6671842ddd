import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A passage of an abstract, and the abbreviations that readers found spelled out in it. */
export interface GoldPassage {
  readonly document: string
  readonly text: string
  /** The offsets of short and long form in `text`: "start end start end". */
  readonly pairs: readonly string[]
}

/** The gold standards by name. */
export const goldNames = ['Ab3P', 'bioadi'] as const

/** The passages of a gold standard in `../shared/data/abbreviations`; undefined where there is no such file. */
export function goldPassages(name: (typeof goldNames)[number]): readonly GoldPassage[] | undefined {
  const file = new URL(`../../../shared/data/abbreviations/${name}_bioc_gold.xml.gz`, import.meta.url)
  return existsSync(file) ? passagesIn(gunzipSync(readFileSync(file)).toString()) : undefined
}

/** The passages of a BioC file, read with what these files need of XML. */
function passagesIn(xml: string): readonly GoldPassage[] {
  return xml
    .split('<document>')
    .slice(1)
    .flatMap((document) => {
      const id = /<id>([^<]*)/.exec(document)?.[1] ?? ''
      return document.split('<passage>').slice(1).map((passage) => passageIn(id, passage)) // prettier-ignore
    })
}

function passageIn(document: string, passage: string): GoldPassage {
  const text = unescaped(/<text>([^<]*)<\/text>/.exec(passage)?.[1] ?? '')
  const base = Number(/<offset>(\d+)</.exec(passage)?.[1])
  const places = new Map<string, string>()
  for (const annotation of passage.split('<annotation ').slice(1))
    places.set(/^id="([^"]*)"/.exec(annotation)?.[1] ?? '', placeOf(annotation, text, base))
  const pairs = passage
    .split('<relation ')
    .slice(1)
    .map((relation) => {
      const node = (role: string): string =>
        new RegExp(`refid="([^"]*)" role="${role}"`).exec(relation)?.[1] ?? ''
      return `${places.get(node('ShortForm')) ?? ''} ${places.get(node('LongForm')) ?? ''}`
    })
  return { document, text, pairs: [...new Set(pairs)] }
}

/** Behind letters that are no ASCII the files' offsets are some too many, as they count bytes: then the words tell the place. */
function placeOf(annotation: string, text: string, base: number): string {
  const locations = [...annotation.matchAll(/<location offset="(\d+)" length="(\d+)"/g)]
  const start = Math.min(...locations.map((location) => Number(location[1]) - base))
  const end = Math.max(...locations.map((location) => Number(location[1]) + Number(location[2]) - base))
  const words = unescaped(/<text>([^<]*)/.exec(annotation)?.[1] ?? '')
  if (locations.length > 1 || text.slice(start, end) === words) return `${start} ${end}`
  const moved = text.lastIndexOf(words, start)
  return moved >= 0 && start - moved < 16 ? `${moved} ${moved + words.length}` : `${start} ${end}`
}

function unescaped(xml: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
  return xml.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => signs[name] ?? '')
}
