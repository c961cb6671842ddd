import { bibtex } from '../../server/src/bibliography/formats/bibtex.js'
import { cslJson } from '../../server/src/bibliography/formats/csl-json.js'
import { cslYaml } from '../../server/src/bibliography/formats/csl-yaml.js'
import { endnoteXml } from '../../server/src/bibliography/formats/endnote-xml.js'
import type { BibliographyFormat } from '../../server/src/bibliography/formats/format.js'
import { nbib } from '../../server/src/bibliography/formats/nbib.js'
import { ris } from '../../server/src/bibliography/formats/ris.js'

/** A library that nobody wrote. */
export interface MadeLibrary {
  readonly format: BibliographyFormat
  readonly text: string
}

/** One library of so many entries in each format that can be read, one value in ten of which is not plain. */
export function* madeLibraries(count: number): Iterable<MadeLibrary> {
  for (const [{ wrap, ...format }, write] of made)
    yield { format, text: wrap(Array.from({ length: count }, (_, i) => write(i))) }
}

interface MadeFormat extends BibliographyFormat {
  readonly wrap: (entries: readonly string[]) => string
}

const lines = (entries: readonly string[]): string => entries.join('\n')

const made: readonly (readonly [MadeFormat, (i: number) => string])[] = [
  [{ ...bibtex, wrap: lines }, madeEntry],
  [
    { ...cslJson, wrap: (entries) => `[${entries.join(',\n')}]` },
    (i) =>
      JSON.stringify({
        id: `key${i}`,
        type: 'article-journal',
        author: [{ family: 'Oakes', given: 'Anna' }],
        title: `Nests of dormice in wood ${i}`,
        issued: { 'date-parts': [[1900 + (i % 120)]] },
        DOI: `10.1000/arc.${i}`,
      }),
  ],
  [
    { ...cslYaml, wrap: (entries) => `---\nreferences:\n${entries.join('\n')}\n...\n` },
    (i) =>
      `- id: key${i}\n  type: article-journal\n  author:\n  - family: Oakes\n    given: Anna\n  title: Nests of dormice in wood ${i}\n  issued:\n    year: ${1900 + (i % 120)}\n  DOI: 10.1000/arc.${i}`,
  ],
  [
    { ...ris, wrap: lines },
    (i) =>
      `TY  - JOUR\nID  - key${i}\nAU  - Oakes, Anna\nTI  - Nests of dormice in wood ${i}\nPY  - ${1900 + (i % 120)}\nDO  - 10.1000/arc.${i}\nER  - \n`,
  ],
  [
    { ...nbib, wrap: lines },
    (i) =>
      `PMID- ${i + 1}\nFAU - Oakes, Anna\nTI  - Nests of dormice in wood ${i}.\nDP  - ${1900 + (i % 120)}\nLID - 10.1000/arc.${i} [doi]\n`,
  ],
  [
    { ...endnoteXml, wrap: (entries) => `<xml><records>${entries.join('\n')}</records></xml>` },
    (i) =>
      `<record><label>key${i}</label><contributors><authors><author>Oakes, Anna</author></authors></contributors><titles><title>Nests of dormice in wood ${i}</title></titles><dates><year>${1900 + (i % 120)}</year></dates><electronic-resource-num>10.1000/arc.${i}</electronic-resource-num></record>`,
  ],
]

function madeEntry(i: number): string {
  const family = i % 10 === 0 ? String.raw`M{\"u}ller` : 'Oakes'
  return `@article{key${i},
  author = {${family}, Anna and Fern, Lou B. and Quill, Marta},
  title = {Nests of {Dormice} in Wood ${i}: a Count},
  journal = {Annals of Rodent Care},
  year = ${1900 + (i % 120)}, volume = {${i % 80}}, number = 2, pages = {1--20}, doi = {10.1000/arc.${i}},
}`
}
