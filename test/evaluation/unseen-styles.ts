import type { Style } from './reference-style.js'

/** Ways of writing references whose errors nobody looks at: they say what the parser is worth on styles that it never met. */
export const unseenStyles: Readonly<Record<string, Style>> = {
  'no stops': {
    name: 'Barlind AB',
    list: [', ', ', ', 3, 3, ', et al'],
    journals: 'bare',
    patterns: {
      article: '{authors}. {title}. {container} {year};{volume}:{pages}',
      book: '{authors}. {title}. <{place}: >{publisher}, {year}',
      chapter:
        '{authors}. {title}. In:< {editors}, eds.> {container}.< {place}:>< {publisher},> {year}:{pages}',
      page: '{authors}. {title}. {year}. {url} (accessed {accessed})',
      thesis: '{authors}. {title} [PhD thesis]. {publisher}, {year}',
    },
  },
  'bare initials first': {
    name: 'AB Barlind',
    list: [', ', ', and ', 10, 10, ', et al.', ' and '],
    patterns: {
      article: '{authors}. {title}. *{container}* {volume}<({issue})>, {pages}, {year}.',
      book: '{authors}. *{title}*. {publisher}<, {place}>, {year}.',
      chapter:
        '{authors}. {title}. In< {editors}, editors,> *{container}*, pages {pages}.< {publisher},>< {place},> {year}.',
      page: '{authors}. {title}. {url}, {year}. Accessed: {accessed}.',
      thesis: '{authors}. *{title}*. PhD thesis, {publisher}, {year}.',
    },
  },
  'tight initials and ampersand': {
    name: 'Barlind, A.B.',
    list: [', ', ' & ', 6, 1, ' *et al.*'],
    patterns: {
      article: '{authors} {year}. {title}. *{container}* {volume}<({issue})>: {pages}.',
      book: '{authors} {year}. *{title}*. <{place}: >{publisher}.',
      chapter:
        '{authors} {year}. {title}. In:< {editors} (eds),> *{container}*.< {place}:>< {publisher},> pp. {pages}.',
      page: '{authors} {year}. {title}. URL: {url}, accessed on {accessed}.',
      thesis: '{authors} {year}. *{title}*. PhD thesis, {publisher}.',
    },
  },
  'capitals, colon, volume in bold': {
    name: 'BARLIND AB',
    list: [', ', ' and ', 4, 3, ', et al.'],
    patterns: {
      article: '{authors}: {title}. {container} **{volume}**<({issue})>: {pages}, {year}',
      book: '{authors}: {title}. {publisher}<, {place}> {year}',
      chapter:
        '{authors}: {title}. In:< {editors} (eds):> {container}.< {publisher}><, {place}> {year}, pp {pages}',
      page: '{authors}: {title}. {year}. {url} (accessed {accessed})',
    },
  },
  'names and single quotes': {
    name: 'Anna B. Barlind',
    list: [', ', ' and ', 3, 1, ' et al.'],
    patterns: {
      article: "{authors}, '{title}', {container}, {volume}<.{issue}> ({year}), pp. {pages}.",
      book: '{authors}, {title} (<{place}: >{publisher}, {year}).',
      chapter:
        "{authors}, '{title}', in {container}<, ed. by {editors}> (<{place}: ><{publisher}, >{year}), pp. {pages}.",
      page: "{authors}, '{title}' ({year}) {url} [accessed {accessed}].",
      thesis: "{authors}, '{title}' (unpublished doctoral thesis, {publisher}, {year}).",
    },
  },
  'zotero, german': {
    name: 'Barlind, Anna B.',
    list: [', ', ' und ', 4, 1, ' u. a.', ' und '],
    date: 'german',
    patterns: {
      article: '{authors}, „{title}“, *{container}* {volume}<, Nr. {issue}> ({year}): {pages}.',
      book: '{authors}, *{title}* (<{place}: >{publisher}, {year}).',
      chapter:
        '{authors}, „{title}“, in *{container}*<, hg. von {editors}> (<{place}: ><{publisher}, >{year}), {pages}.',
      page: '{authors}, „{title}“, {year}, zugegriffen {accessed}, {url}.',
      thesis: '{authors}, „{title}“ (Dissertation, {publisher}, {year}).',
    },
  },
  'commas, year last': {
    name: 'Barlind, A.B.',
    list: [', ', ', ', 10, 3, ', et al.'],
    journals: 'bare',
    patterns: {
      article: '{authors}, {title}. {container}, {year}. {volume}<({issue})>: p. {pages}.',
      book: '{authors}, {title}. {year}<, {place}>: {publisher}.',
      chapter:
        '{authors}, {title}, in {container}<, {editors}, Editors>. {year}<, {publisher}><: {place}>. p. {pages}.',
      page: '{authors}. {title}. {year} [cited {accessed}]; Available from: {url}.',
      thesis: '{authors}, {title}. {year}, {publisher}.',
    },
  },
  'medicine with months': {
    name: 'Barlind A.B.',
    list: [', ', ', ', 8, 8, ' et al.'],
    journals: 'dots',
    patterns: {
      article: '{authors} {title}. *{container}* {year}; {volume}<({issue})>: {pages}.< doi:{doi}>',
      book: '{authors} *{title}*. {publisher}<, {place}>, {year}.',
      chapter:
        '{authors} {title}. In:< {editors} (eds.).> *{container}*.< {publisher}><, {place}>, {year}: {pages}.',
      page: '{authors} {title}. {year}; {url} [last accessed {accessed}].',
    },
  },
  italian: {
    name: 'Barlind A.B.',
    list: [', ', ', ', 6, 3, ' et al.'],
    patterns: {
      article: '{authors} ({year}). {title}. «{container}», {volume}<({issue})>, pp. {pages}.',
      book: '{authors} ({year}). *{title}*. {publisher}<, {place}>.',
      chapter:
        '{authors} ({year}). {title}. In< {editors} (a cura di),> *{container}*.< {publisher}><, {place}>, pp. {pages}.',
      page: '{authors} ({year}). {title}. {url} (consultato il {accessed}).',
      thesis: '{authors} ({year}). *{title}*. Tesi di dottorato, {publisher}.',
    },
  },
  'year in square brackets': {
    name: 'Barlind, A. B.',
    list: [', ', ' and ', 6, 3, ' et al.'],
    patterns: {
      article: '{authors} [{year}] “{title},” *{container}* **{volume}**<({issue})>, {pages}.',
      book: '{authors} [{year}] *{title}* ({publisher}<, {place}>).',
      chapter:
        '{authors} [{year}] “{title},” in *{container}*<, eds. {editors}>< ({publisher})>, pp. {pages}.',
      page: '{authors} [{year}] “{title},” {url}, accessed {accessed}.',
    },
  },
  'british medicine': {
    name: 'Barlind AB',
    list: [', ', ', ', 6, 3, ', et al.'],
    journals: 'bare',
    patterns: {
      article: '{authors}. {title}. *{container}* {year};**{volume}**:{pages}.< doi:{doi}>',
      book: '{authors}. *{title}*. <{place}: >{publisher} {year}.',
      chapter:
        '{authors}. {title}. In: <{editors}, eds. >*{container}*. <{place}: ><{publisher} >{year}:{pages}.',
      page: '{authors}. {title}. {year}. {url} (accessed {accessed}).',
      thesis: '{authors}. {title} [PhD thesis]. {publisher} {year}.',
    },
  },
  'reviews with full stops': {
    name: 'Barlind AB',
    list: [', ', ', ', 5, 5, ', et al.'],
    journals: 'dots',
    patterns: {
      article: '{authors}. {year}. {title}. *{container}* {volume}<({issue})>:{pages}',
      book: '{authors}. {year}. *{title}*. <{place}: >{publisher}',
      chapter:
        '{authors}. {year}. {title}. In *{container}*<, ed. {editors}>, pp. {pages}.< {place}:>< {publisher}>',
      page: '{authors}. {year}. {title}. {container}. {url}',
      thesis: '{authors}. {year}. *{title}*. PhD thesis. {publisher}',
    },
  },
  'names in full, year behind': {
    name: 'Anna B. Barlind',
    list: [', ', ', and ', 8, 1, ' et al.', ' and '],
    patterns: {
      article: '{authors}, {year}. “{title}”. *{container}* {volume}<:{issue}>, {pages}.',
      book: '{authors}, {year}. *{title}*. {publisher}<, {place}>.',
      chapter:
        '{authors}, {year}. “{title}”, in< {editors} (eds.),> *{container}*, {pages}.< {publisher}><, {place}>.',
      page: '{authors}, {year}. “{title}”. Retrieved {accessed}, from {url}.',
      thesis: '{authors}, {year}. *{title}*. Doctoral dissertation, {publisher}.',
    },
  },
  'identifier last, in brackets': {
    name: 'Barlind, A.',
    list: [', ', ', & ', 7, 6, ', et al.'],
    patterns: {
      article:
        '{authors} ({year}) {title}. {container} {volume}<({issue})>:{pages}< [doi:{doi}]>< [PMID: {pmid}]>',
      book: '{authors} ({year}) {title} ({publisher}<, {place}>).',
      chapter:
        '{authors} ({year}) {title}. {container}<, eds {editors}>< ({publisher}><, {place})>, pp {pages}.',
      page: '{authors} ({year}) {title}. Available at {url} [Accessed {accessed}].',
      thesis: '{authors} ({year}) {title}. PhD dissertation ({publisher}).',
    },
  },
}
