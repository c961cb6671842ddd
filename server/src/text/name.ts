/**
 * What ties a mention to its concept and a citation to its entry: `key:vane1971`, `doi:10.1038/…`, `number:7`,
 * `footnote:a`, `author-year:barlind-2009`, `HGNC:8032`. Two things that share a name belong together.
 */
export type Name = `${string}:${string}`
