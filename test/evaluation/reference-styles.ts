import type { Style } from './reference-style.js'

/**
 * Ways of writing references that the public records do not have. Faults of the parser were found with these; what it
 * is worth on styles that it has never met, `unseenStyles` says.
 */
export const otherStyles: Readonly<Record<string, Style>> = {
  harvard: {
    name: 'Barlind, A. B.',
    list: [', ', ' and ', 3, 1, ' et al.'],
    patterns: {
      article: '{authors} ({year}) ‘{title}’, *{container}*, {volume}<({issue})>, pp. {pages}.< doi: {doi}.>',
      book: '{authors} ({year}) *{title}*. <{place}: >{publisher}.',
      chapter:
        '{authors} ({year}) ‘{title}’, in< {editors} (eds.)> *{container}*. <{place}: ><{publisher}, >pp. {pages}.',
      page: '{authors} ({year}) *{title}*. Available at: {url} (Accessed: {accessed}).',
      thesis: '{authors} ({year}) *{title}*. PhD thesis. {publisher}.',
      preprint: '{authors} ({year}) ‘{title}’. {container}.< doi: {doi}>< Available at: {url}>',
    },
  },
  'harvard, bare year': {
    name: 'Barlind, A. B.',
    list: [', ', ', ', 8, 3, ', et al.'],
    patterns: {
      article: '{authors}, {year}. {title}. {container} {volume}<({issue})>, {pages}.',
      book: '{authors}, {year}. {title}. {publisher}<, {place}>.',
      chapter:
        '{authors}, {year}. {title}, in:< {editors} (Eds.),> {container}.< {publisher}><, {place}>, pp. {pages}.',
      page: '{authors}, {year}. {title}< [WWW Document]. {container}>. URL {url} (accessed {accessed}).',
      thesis: '{authors}, {year}. {title} (PhD Thesis). {publisher}.',
      preprint: '{authors}, {year}. {title}. {container}.< https://doi.org/{doi}>< {url}>',
    },
  },
  chemistry: {
    name: 'Barlind, A. B.',
    list: ['; ', '; ', 10, 3, '; et al.'],
    journals: 'dots',
    date: 'iso',
    patterns: {
      article:
        '{authors} {title}. *{container}* **{year}**, *{volume}*< ({issue})>, {pages}.< https://doi.org/{doi}>',
      book: '{authors} *{title}*; {publisher}<: {place}>, {year}.',
      chapter:
        '{authors} {title}. In *{container}*;< {editors}, Eds.;>< {publisher}>< : {place}>, {year}; pp {pages}.',
      page: '{authors} *{title}*. {url} (accessed {accessed}).',
      thesis: '{authors} {title}. Ph.D. Dissertation, {publisher}, {year}.',
      preprint: '{authors} {title}. *{container}* **{year}**.< https://doi.org/{doi}>< {url}>',
    },
  },
  'physical chemistry': {
    name: 'A. B. Barlind',
    list: [', ', ' and ', 12, 1, ' et al.'],
    journals: 'dots',
    patterns: {
      article: '{authors}, {title}, *{container}*, {year}, **{volume}**, {pages}.',
      book: '{authors}, *{title}*, {publisher}<, {place}>, {year}.',
      chapter: '{authors}, in *{container}*,< ed. {editors},>< {publisher},>< {place},> {year}, pp. {pages}.',
      page: '{authors}, {title}, {url} (accessed {accessed}).',
      thesis: '{authors}, {title}, PhD thesis, {publisher}, {year}.',
      preprint: '{authors}, {title}, {container}, {year}<, https://doi.org/{doi}><, {url}>.',
    },
  },
  'physics letters': {
    name: 'A.B. Barlind',
    list: [', ', ', ', 6, 6, ', et al.'],
    journals: 'dots',
    patterns: {
      article: '{authors}, {title}, {container} {volume} ({year}) {pages}.< https://doi.org/{doi}.>',
      book: '{authors}, {title}, {publisher}<, {place}>, {year}.',
      chapter:
        '{authors}, {title}, in:< {editors} (Eds.),> {container}<, {publisher}><, {place}>, {year}: pp. {pages}.',
      page: '{authors}, {title}, ({year}). {url} (accessed {accessed}).',
      thesis: '{authors}, {title}, PhD Thesis, {publisher}, {year}.',
      preprint: '{authors}, {title}, ({year}).< https://doi.org/{doi}.>< {url}.>',
    },
  },
  'open access': {
    name: 'Barlind AB',
    list: [', ', ', ', 30, 30, ', et al.'],
    patterns: {
      article: '{authors}: **{title}.** *{container}* {year}, **{volume}**:{pages}.',
      book: '{authors}: *{title}.* <{place}: >{publisher}; {year}.',
      chapter:
        '{authors}: **{title}.** In *{container}.*< Edited by {editors}.>< {place}:>< {publisher};> {year}:{pages}.',
      page: '{authors}: **{title}.** [{url}]',
    },
  },
  'open access, dots': {
    name: 'Barlind AB',
    list: [', ', ', ', 6, 6, ', et al.'],
    journals: 'bare',
    date: 'medical',
    patterns: {
      article:
        '{authors}. {title}. {container}. {year};{volume}<({issue})>:{pages}.< doi: {doi}.>< PMID: {pmid}><; PMCID: {pmcid}.>',
      book: '{authors}. {title}. <{place}: >{publisher}; {year}.',
      chapter:
        '{authors}. {title}. In:< {editors}, editors.> {container}.< {place}:>< {publisher};> {year}. p. {pages}.',
      page: '{authors}. {title} [Internet]. {year} [cited {accessed}]. Available from: {url}',
      thesis: '{authors}. {title} [dissertation]. {publisher}; {year}.',
      preprint: '{authors}. {title}. {container} [Preprint]. {year}.< doi: {doi}>< Available from: {url}>',
    },
  },
  publisher: {
    name: 'Barlind AB',
    list: [', ', ', ', 3, 3, ' et al'],
    date: 'short',
    patterns: {
      article: '{authors} ({year}) {title}. {container} {volume}<({issue})>:{pages}.< https://doi.org/{doi}>',
      book: '{authors} ({year}) {title}. {publisher}<, {place}>',
      chapter:
        '{authors} ({year}) {title}. In:< {editors} (eds)> {container}.< {publisher}><, {place}>, pp {pages}',
      page: '{authors} ({year}) {title}. {url}. Accessed {accessed}',
      thesis: '{authors} ({year}) {title}. Dissertation, {publisher}',
    },
  },
  computing: {
    name: 'Anna B. Barlind',
    list: [', ', ', and ', 20, 20, ', et al.', ' and '],
    date: 'american',
    patterns: {
      article:
        '{authors}. {year}. {title}. *{container}* {volume}<, {issue}> ({year}), {pages}.< DOI:https://doi.org/{doi}>',
      book: '{authors}. {year}. *{title}*. {publisher}<, {place}>.',
      chapter:
        '{authors}. {year}. {title}. In *{container}*<, {editors} (Eds.)>.< {publisher},>< {place},> {pages}.',
      page: '{authors}. {year}. {title}. Retrieved {accessed} from {url}',
      thesis: '{authors}. {year}. *{title}*. Ph.D. Dissertation. {publisher}.',
    },
  },
  geosciences: {
    name: 'Barlind, A. B.',
    list: [', ', ', and ', 20, 10, ', et al.', ' and '],
    journals: 'dots',
    patterns: {
      article: '{authors}: {title}, {container}, {volume}, {pages},< https://doi.org/{doi},> {year}.',
      book: '{authors}: {title}, {publisher}<, {place}>, {year}.',
      chapter:
        '{authors}: {title}, in: {container},< edited by: {editors},>< {publisher},>< {place},> {pages}, {year}.',
      page: '{authors}: {title}, available at: {url} (last access: {accessed}), {year}.',
      thesis: '{authors}: {title}, PhD thesis, {publisher}, {year}.',
    },
  },
  'national academy': {
    name: 'A. B. Barlind',
    list: [', ', ', ', 5, 1, ' *et al.*'],
    journals: 'dots',
    patterns: {
      article: '{authors}, {title}. *{container}* **{volume}**, {pages} ({year}).',
      book: '{authors}, *{title}* ({publisher}, {year}).',
      chapter:
        '{authors}, “{title}” in *{container}*,< {editors}, Eds.>< ({publisher}, {year}),> pp. {pages}.',
      page: '{authors}, {title}. {url}. Accessed {accessed}.',
      thesis: '{authors}, “{title},” thesis, {publisher} ({year}).',
      preprint: '{authors}, {title}. *{container}* [Preprint] ({year}).< https://doi.org/{doi}>< {url}>',
    },
  },
  'notes and bibliography': {
    name: 'Barlind, Anna B.',
    others: 'Anna B. Barlind',
    list: [', ', ', and ', 10, 7, ', et al.'],
    date: 'american',
    patterns: {
      article: '{authors}. “{title}.” *{container}* {volume}<, no. {issue}> ({year}): {pages}.',
      book: '{authors}. *{title}*. <{place}: >{publisher}, {year}.',
      chapter:
        '{authors}. “{title}.” In *{container}*<, edited by {editors}>, {pages}.< {place}:>< {publisher},> {year}.',
      page: '{authors}. “{title}.”< {container}.> Accessed {accessed}. {url}.',
      thesis: '{authors}. “{title}.” PhD diss., {publisher}, {year}.',
      preprint: '{authors}. “{title}.” {container}, {year}.< https://doi.org/{doi}.>< {url}.>',
    },
  },
  'semicolons and names': {
    name: 'Barlind, Anna B.',
    list: ['; ', '; ', 10, 3, ' u. a.'],
    date: 'german',
    patterns: {
      article: '{authors} ({year}): {title}. In: {container} {volume}<({issue})>, S. {pages}.',
      book: '{authors} ({year}): {title}. <{place}: >{publisher}.',
      chapter:
        '{authors} ({year}): {title}. In:< {editors} (Hrsg.):> {container}.< {place}:>< {publisher},> S. {pages}.',
      page: '{authors} ({year}): {title}. Online verfügbar unter {url}, zuletzt geprüft am {accessed}.',
      thesis: '{authors} ({year}): {title}. Dissertation. {publisher}.',
    },
  },
  'international standard': {
    name: 'BARLIND, Anna B.',
    list: [', ', ' and ', 3, 1, ', et al.'],
    date: 'iso',
    patterns: {
      article: '{authors}. {title}. *{container}*. {year}, vol. {volume}<, no. {issue}>, p. {pages}.',
      book: '{authors}. *{title}*. <{place}: >{publisher}, {year}.',
      chapter:
        '{authors}. {title}. In:< {editors} (eds.),> *{container}*.< {place}:>< {publisher},> {year}, p. {pages}.',
      page: '{authors}. *{title}* [online]. {year} [viewed {accessed}]. Available from: {url}',
      thesis: '{authors}. *{title}*. Doctoral thesis. {publisher}, {year}.',
    },
  },
  'deutsche Zitierweise': {
    name: 'Barlind, Anna B.',
    list: ['; ', ' und ', 3, 3, ' u. a.'],
    date: 'german numbers',
    patterns: {
      article: '{authors}: {title}. In: {container}, Bd. {volume}<, Nr. {issue}>, {year}, S. {pages}.',
      book: '{authors}: {title}. <{place}: >{publisher} {year}.',
      chapter:
        '{authors}: {title}. In: {container}.< Hrsg. von {editors}.>< {place}:>< {publisher}> {year}, S. {pages}.',
      page: '{authors}: {title}. {year}. URL: {url} (abgerufen am {accessed}).',
      thesis: '{authors}: {title}. Diss., {publisher}, {year}.',
    },
  },
  'deutsche Psychologie': {
    name: 'Barlind, A. B.',
    list: [', ', ' & ', 7, 6, ', … ', ' & '],
    date: 'german',
    patterns: {
      article:
        '{authors} ({year}). {title}. *{container}*, *{volume}*<({issue})>, {pages}.< https://doi.org/{doi}>',
      book: '{authors} ({year}). *{title}*. <{place}: >{publisher}.',
      chapter:
        '{authors} ({year}). {title}. In< {editors} (Hrsg.),> *{container}* (S. {pages}).< {place}:>< {publisher}>.',
      page: '{authors} ({year}). *{title}*. Abgerufen am {accessed} von {url}',
      thesis: '{authors} ({year}). *{title}*. Dissertation, {publisher}.',
    },
  },
  'norme française': {
    name: 'BARLIND, Anna B.',
    list: [', ', ' et ', 3, 3, ' et al.'],
    date: 'french',
    patterns: {
      article: '{authors}. {title}. *{container}*, {year}, vol. {volume}<, n° {issue}>, p. {pages}.',
      book: '{authors}. *{title}*. <{place} : >{publisher}, {year}.',
      chapter:
        '{authors}. {title}. Dans :< {editors} (dir.),> *{container}*.< {place} :>< {publisher},> {year}, p. {pages}.',
      page: '{authors}. *{title}*, {year}. Disponible sur : {url} (consulté le {accessed}).',
      thesis: '{authors}. *{title}*. Thèse de doctorat. {publisher}, {year}.',
    },
  },
  'revue française': {
    name: 'Barlind A. B.',
    list: [', ', ' et ', 6, 3, ', et al.', ' et '],
    date: 'french',
    patterns: {
      article: '{authors} ({year}), « {title} », *{container}*, vol. {volume}<, n° {issue}>, p. {pages}.',
      book: '{authors} ({year}), *{title}*<, {place}>, {publisher}.',
      chapter:
        '{authors} ({year}), « {title} », in< {editors} (dir.),> *{container}*<, {place}><, {publisher}>, p. {pages}.',
      page: '{authors} ({year}), « {title} », en ligne : {url}, consulté le {accessed}.',
      thesis: '{authors} ({year}), *{title}*, thèse de doctorat, {publisher}.',
    },
  },
  'norma española': {
    name: 'Barlind, A. B.',
    list: [', ', ' y ', 5, 5, ' et al.', ' y '],
    date: 'spanish',
    patterns: {
      article: '{authors} ({year}). {title}. *{container}*, vol. {volume}<, núm. {issue}>, pp. {pages}.',
      book: '{authors} ({year}). *{title}*. <{place}: >{publisher}.',
      chapter:
        '{authors} ({year}). {title}. En:< {editors} (eds.),> *{container}*.< {place}:>< {publisher},> pp. {pages}.',
      page: '{authors} ({year}). *{title}*. Disponible en: {url} [consultado el {accessed}].',
      thesis: '{authors} ({year}). *{title}*. Tesis doctoral, {publisher}.',
    },
  },
  'vancouver, spaced': {
    name: 'Barlind AB',
    list: [', ', ', ', 6, 6, ', et al.'],
    journals: 'bare',
    date: 'medical',
    patterns: {
      article: '{authors}. {title}. {container} {year}; {volume}<({issue})>: {pages}.',
      book: '{authors}. {title}. <{place}: >{publisher}, {year}.',
      chapter:
        '{authors}. {title}. In:< {editors} (eds).> {container}.< {place}:>< {publisher},> {year}: {pages}.',
      page: '{authors}. {title}. {url} (accessed {accessed}).',
      thesis: '{authors}. {title}. PhD thesis, {publisher}, {year}.',
    },
  },
  microbiology: {
    name: 'Barlind AB',
    list: [', ', ', ', 6, 3, ', et al.'],
    journals: 'bare',
    patterns: {
      article: '{authors}. {year}. {title}. {container} {volume}:{pages}.< https://doi.org/{doi}.>',
      book: '{authors}. {year}. {title}. {publisher}<, {place}>.',
      chapter:
        '{authors}. {year}. {title}, p {pages}. *In*< {editors} (ed),> {container}.< {publisher}><, {place}>.',
      page: '{authors}. {year}. {title}. {url}. Accessed {accessed}.',
      thesis: '{authors}. {year}. {title}. PhD thesis. {publisher}.',
    },
  },
  ecology: {
    name: 'Barlind, A. B.',
    others: 'A. B. Barlind',
    list: [', ', ', and ', 20, 10, ', et al.'],
    patterns: {
      article: '{authors}. {year}. {title}. {container} {volume}:{pages}.',
      book: '{authors}. {year}. {title}. {publisher}<, {place}>.',
      chapter:
        '{authors}. {year}. {title}. Pages {pages} *in*< {editors}, editors.> {container}.< {publisher}><, {place}>.',
      page: '{authors}. {year}. {title}. {url}.',
      thesis: '{authors}. {year}. {title}. Dissertation. {publisher}.',
    },
  },
  'engineering, plain': {
    name: 'A. B. Barlind',
    list: [', ', ', and ', 6, 1, ' et al.', ' and '],
    journals: 'dots',
    date: 'short',
    patterns: {
      article:
        '{authors}, “{title},” {container}, vol. {volume}<, no. {issue}>, pp. {pages}, {year}<, doi: {doi}>.',
      book: '{authors}, {title}. <{place}: >{publisher}, {year}.',
      chapter:
        '{authors}, “{title},” in {container}<, {editors}, Eds.><, {place}><: {publisher}>, {year}, pp. {pages}.',
      page: '{authors}, “{title},” {year}. [Online]. Available: {url}. [Accessed: {accessed}].',
      thesis: '{authors}, “{title},” Ph.D. dissertation, {publisher}, {year}.',
      preprint: '{authors}, “{title},” {container}, {year}<, doi: {doi}><. [Online]. Available: {url}>.',
    },
  },
  'capitals and colons': {
    name: 'BARLIND A.B.',
    list: [', ', ' & ', 6, 3, ' *et al.*'],
    patterns: {
      article: '{authors} ({year}): {title}. — *{container}*, **{volume}**<({issue})>: {pages}.',
      book: '{authors} ({year}): {title}. — {publisher}<, {place}>.',
      chapter:
        '{authors} ({year}): {title}. — In:< {editors} (eds.):> {container}: {pages}<; {publisher}><, {place}>.',
      page: '{authors} ({year}): {title}. — {url} [accessed {accessed}].',
    },
  },
  'norma brasileira': {
    name: 'BARLIND, A. B.',
    list: ['; ', '; ', 3, 1, ' et al.'],
    date: 'portuguese',
    patterns: {
      article:
        '{authors} {title}. **{container}**, v. {volume}<, n. {issue}>, p. {pages}, {year}.< DOI: {doi}.>',
      book: '{authors} **{title}**. <{place}: >{publisher}, {year}.',
      chapter:
        '{authors} {title}. In: <{editors} (org.). >**{container}**. <{place}: ><{publisher}, >{year}. p. {pages}.',
      page: '{authors} {title}. Disponível em: {url}. Acesso em: {accessed}.',
      thesis: '{authors} **{title}**. Tese (Doutorado) – {publisher}, {year}.',
    },
  },
  'double slash': {
    name: 'Barlind A. B.',
    list: [', ', ', ', 4, 3, ' et al.'],
    patterns: {
      article:
        '{authors} {title} // {container}. {year}. Vol. {volume}<, № {issue}>. P. {pages}.< DOI: {doi}>',
      book: '{authors} {title}. <{place}: >{publisher}, {year}. 312 p.',
      chapter: '{authors} {title} // {container}.< {place}:>< {publisher},> {year}. P. {pages}.',
      page: '{authors} {title}. URL: {url} (accessed: {accessed}).',
      thesis: '{authors} {title}: PhD thesis. {publisher}, {year}.',
    },
  },
  'types in brackets': {
    name: 'BARLIND A B',
    list: [', ', ', ', 3, 3, ', et al.'],
    date: 'iso',
    patterns: {
      article: '{authors}. {title}[J]. {container}, {year}, {volume}<({issue})>: {pages}.< DOI:{doi}.>',
      book: '{authors}. {title}[M]. <{place}: >{publisher}, {year}.',
      chapter: '{authors}. {title}[M]//{container}. <{place}: ><{publisher}, >{year}: {pages}.',
      conference: '{authors}. {title}[C]//{container}. <{place}: ><{publisher}, >{year}: {pages}.',
      page: '{authors}. {title}[EB/OL]. ({year})[{accessed}]. {url}.',
      thesis: '{authors}. {title}[D]. {publisher}, {year}.',
      report: '{authors}. {title}[R]. <{place}: >{publisher}, {year}.',
    },
  },
}
