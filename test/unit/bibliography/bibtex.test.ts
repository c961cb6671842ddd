import assert from 'node:assert/strict'
import { bibtex } from '../../../server/src/bibliography/formats/bibtex.js'
import { areSameWork } from '../../../server/src/bibliography/same-work.js'
import type { Entry } from '../../../server/src/bibliography/entry.js'

const parse = (text: string) => bibtex.parse('file:///mice.bib', text)
const only = (text: string): Entry => {
  const { items, skipped } = parse(text)
  assert.deepEqual([items.length, skipped], [1, []])
  return items[0]!
}

describe('BibTeX', () => {
  it('reads an article', () => {
    const text = `% a comment
@article{quill2014,
  author = {Quill, Marta B. and van der Ploeg, Ik and {World Dormouse Organization} and others},
  title = {Night Feeding and the {DNA} of Dormice},
  journal = "Annals of Rodent Care", year = 2014, volume = {12}, number = 3, pages = {201--209},
  doi = {https://doi.org/10.1000/ARC.77}, pmid = {99887766},
}`
    const { source, ...entry } = only(text)
    assert.deepEqual(entry, {
      names: ['key:quill2014', 'doi:10.1000/arc.77', 'pmid:99887766', 'author-year:quill-2014'],
      type: 'article-journal',
      authors: [
        { family: 'Quill', given: 'Marta B.' },
        { family: 'van der Ploeg', given: 'Ik' },
        { literal: 'World Dormouse Organization' },
      ],
      etAl: true,
      title: 'Night Feeding and the DNA of Dormice',
      container: 'Annals of Rodent Care',
      year: 2014,
      volume: '12',
      issue: '3',
      page: '201-209',
      doi: '10.1000/arc.77',
      pmid: '99887766',
    })
    assert.equal(text.slice(source.span.start, source.span.end), text.slice(text.indexOf('@')))
    assert.equal(text.slice(source.keySpan!.start, source.keySpan!.end), 'quill2014')
  })

  it('resolves strings, joined strings and accents', () => {
    const { items } = parse(
      String.raw`@string{arc = {Annals of R{\"o}dent Care}} @article{a, author={Fr{\'e}d{\'e}ric \L{}ukasz}, title={\emph{Mus} na{\"\i}ve $\alpha$}, journal = arc # { B}, date={2011-05-03}}`,
    )
    assert.equal(items[0]!.container, 'Annals of Rödent Care B')
    assert.equal(items[0]!.title, 'Mus naïve α')
    assert.equal(items[0]!.year, 2011)
    assert.deepEqual(items[0]!.authors, [{ family: 'Łukasz', given: 'Frédéric' }])
  })

  it('lets a chapter inherit from its book', () => {
    const { items } = parse(
      '@incollection{a, author={Oakes, Tom}, title={Ears}, crossref={b}} @book{b, title={The Dormouse Handbook}, booktitle={The Dormouse Handbook}, publisher={Acorn Press}, year=1999}',
    )
    assert.equal(items[0]!.container, 'The Dormouse Handbook')
    assert.equal(items[0]!.year, 1999)
    assert.equal(items[0]!.publisher, 'Acorn Press')
  })

  it('lets no chapter inherit what identifies its book', () => {
    const { items } = parse(
      '@inproceedings{a, title={Ears}, crossref={c}} @inproceedings{b, title={Tails}, doi={10.1000/tails}, crossref={c}}' +
        '@proceedings{c, title={Dormouse Days}, doi={10.1000/days}, url={https://example.org/days}, pmid={12}, year=1999}',
    )
    assert.deepEqual(
      items.map(({ doi, url, pmid, year }) => [doi, url, pmid, year]),
      [
        [undefined, undefined, undefined, 1999],
        ['10.1000/tails', undefined, undefined, 1999],
        ['10.1000/days', 'https://example.org/days', '12', 1999],
      ],
    )
    assert.equal(areSameWork(items[0]!, items[2]!), false)
  })

  it('loses a bad entry alone, and says where it is', () => {
    const { items, skipped } = parse('@book{a, title={A}}\n\n@book{b, title={B}\n\n@book{c, title={C}}\n')
    assert.deepEqual(
      items.map(({ names }) => names[0]),
      ['key:a', 'key:c'],
    )
    assert.deepEqual(skipped, [{ line: 2, reason: 'The entry "b" is not closed: a brace is missing.' }])
  })

  it('leaves the case of titles as written', () => {
    assert.equal(only('@article{a, title={The Big Mouse Of the North}}').title, 'The Big Mouse Of the North')
  })

  it('keeps two entries with one key', () => {
    assert.deepEqual(
      parse('@misc{a, title={A}} @misc{a, title={B}}').items.map(({ title }) => title),
      ['A', 'B'],
    )
  })

  it('takes no address of e-mail for an entry', () => {
    assert.deepEqual(parse('write to mouse@example{org}').items, [])
  })

  it('reads a key with what keys may hold', () => {
    assert.equal(only('@misc{doe:2001/a+b_c.d-e, title={A}}').names[0], 'key:doe:2001/a+b_c.d-e')
  })

  it('finds nothing in files that are no BibTeX', () => {
    for (const text of ['', '@', '@article', '@article{', '{}', '\u0000', '[{"id": "a"}]'])
      assert.equal(parse(text).items.length, 0)
  })
})
