/** Whether the last digit of an ISBN-10 or ISBN-13 follows from the others (ISO 2108). Hyphens and blanks do not count. */
export function isIsbn(written: string): boolean {
  const isbn = written.replace(/[\s-]/g, '').toUpperCase()
  if (/^\d{9}[\dX]$/.test(isbn)) {
    return sumOf(isbn, (digit, i) => digit * (10 - i)) % 11 === 0
  }
  return /^97[89]\d{10}$/.test(isbn) && sumOf(isbn, (digit, i) => digit * (i % 2 === 0 ? 1 : 3)) % 10 === 0
}

/** Whether the last digit of an ORCID iD follows from the others (ISO 7064, MOD 11-2). */
export function isOrcid(written: string): boolean {
  const orcid = written.replace(/-/g, '').toUpperCase()
  if (!/^\d{15}[\dX]$/.test(orcid)) return false
  let total = 0
  for (const digit of orcid.slice(0, 15)) total = (total + Number(digit)) * 2
  const check = (12 - (total % 11)) % 11
  return orcid[15] === (check === 10 ? 'X' : String(check))
}

function sumOf(digits: string, weighted: (digit: number, index: number) => number): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += weighted(digits[i] === 'X' ? 10 : Number(digits[i]), i)
  return sum
}
