/**
 * What ties a mention to its concept and a citation to its entry: `key:vane1971`, `doi:10.1038/…`, `number:7`,
 * `footnote:a`, `author-year:barlind-2009`, `HGNC:8032`. Two things that share a name belong together.
 */
export type Name = `${string}:${string}`

/** Whether a name says itself where it leads, so that no list need hold it: a DOI, a PMID, an address. */
export function isIdentifier(name: Name): boolean {
  return /^(?:doi|pmid|pmcid|arxiv|isbn|nct|isrctn|url):/.test(name)
}
