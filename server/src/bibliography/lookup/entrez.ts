import type { Asker } from './service.js'

/** What holds of all of NCBI's E-utilities: one server, and three requests a second for guests without a key. */
export const ncbi = {
  hosts: ['eutils.ncbi.nlm.nih.gov'],
  pace: 350,
} as const

/** The address of a request to one of the E-utilities. They want to know which program asks. */
export function entrezUrl(
  utility: 'efetch' | 'esummary',
  query: Readonly<Record<string, string>>,
  { email }: Asker,
): string {
  const all = { ...query, tool: 'bioprose', ...(email !== '' && { email }) }
  return `https://eutils.ncbi.nlm.nih.gov/entrez/eutils/${utility}.fcgi?${new URLSearchParams(all).toString()}`
}
