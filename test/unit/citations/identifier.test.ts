import assert from 'node:assert/strict'
import { citesIn, syntaxNamed } from '../../../server/src/citations/index.js'
import { toSource } from '../../../server/src/prose/block.js'
import { parseDocument } from '../../../server/src/prose/document.js'
import { findsNone, found, markdown, opaque, plain, seen } from './plain.js'

describe('citations by identifier', () => {
  it('are DOIs, PMIDs and the addresses of both', () => {
    assert.deepEqual(
      found('identifier', 'So doi:10.1000/ABC.d, then PMID: 123. And https://doi.org/10.1000/abc.'),
      [
        ['doi:10.1000/ABC.d', 'doi:10.1000/ABC.d => doi:10.1000/abc.d'],
        ['PMID: 123', 'PMID: 123 => pmid:123'],
        ['https://doi.org/10.1000/abc', 'https://doi.org/10.1000/abc => doi:10.1000/abc'],
      ],
    )
  })

  it('take the brackets that hold nothing else', () => {
    assert.deepEqual(
      found('identifier', 'So (PMID: 123; doi:10.1000/x) and (see PMID: 4) and (trial 3, PMID: 5).').map(
        ([text]) => text,
      ),
      ['(PMID: 123; doi:10.1000/x)', '(see PMID: 4)', 'PMID: 5'],
    )
  })

  it('are no other addresses and numbers', () => {
    findsNone('identifier', [
      'See https://lab.example/10 for 10.5 of 123, PMID or PMs.',
      'By @doi:10.1000/x alone.',
    ])
  })

  it('are not found in code, but in the spans of URLs', () => {
    const text = 'Type PMID: 5 or https://doi.org/10.1000/x.'
    const spans = [opaque(text, 'PMID: 5', 'code'), opaque(text, 'https://doi.org/10.1000/x', 'url')]
    assert.deepEqual(
      found('identifier', plain(text, spans)).map(([cite]) => cite),
      ['https://doi.org/10.1000/x'],
    )
  })

  it('are written with their scheme', () => {
    const works = [{ identifier: 'doi:10.1000/x' }, { identifier: 'pmid:5' }] as const
    assert.equal(syntaxNamed('identifier')!.write(works), '(doi:10.1000/x; PMID: 5)')
    assert.equal(syntaxNamed('identifier')!.write([{}]), undefined)
  })
})

describe('citations by link', () => {
  const cites = (markdown: string) =>
    parseDocument(markdown).blocks.flatMap(({ block }) => citesIn(block).map((cite) => ({ block, cite })))
  const shown = (markdown: string) =>
    cites(markdown).map(({ block, cite }) => [cite.syntax, ...seen(block.text, cite)])

  it('are links to a work', () => {
    assert.deepEqual(
      shown(
        'A *big* [trial](https://doi.org/10.1000/a(b)c) and [3](<https://pubmed.ncbi.nlm.nih.gov/123/>).',
      ),
      [
        ['link', 'trial', 'trial => doi:10.1000/a(b)c'],
        ['link', '3', '3 => pmid:123'],
      ],
    )
  })

  it('keep words of the sentence and drop those that only point', () => {
    assert.deepEqual(
      cites('A [big trial](https://doi.org/10.1000/a) and [3](https://doi.org/10.1000/b).').map(
        ({ cite }) => cite.removable,
      ),
      [{ start: 2, end: 2 }, undefined],
    )
  })

  it('add their identifier to the citation that is the text of the link', () => {
    assert.deepEqual(
      shown('So ([Moss, 2011](https://doi.org/10.1000/a)) and [[3](https://doi.org/10.1000/b)].'),
      [
        ['author-year', '(Moss, 2011)', 'Moss, 2011 => doi:10.1000/a author-year:moss-2011'],
        ['numeric', '[3]', '3 => doi:10.1000/b number:3'],
      ],
    )
  })

  it('are no links elsewhere, images or code', () => {
    assert.deepEqual(
      shown(
        '[lab](https://lab.example) ![plot](https://doi.org/10.1000/a) `[b](https://doi.org/10.1000/b)` [](https://lab.example)',
      ),
      [],
    )
  })

  it('are addresses of PubMed, Europe PMC, arXiv and registers of trials', () => {
    const addresses = {
      'https://pubmed.ncbi.nlm.nih.gov/12345/?from=feed': 'pmid:12345',
      'https://europepmc.org/article/MED/12345': 'pmid:12345',
      'https://europepmc.org/article/PMC/PMC123': 'pmcid:PMC123',
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC123/pdf/main.pdf': 'pmcid:PMC123',
      'https://arxiv.org/pdf/2101.01234v2.pdf': 'arxiv:2101.01234v2',
      'https://clinicaltrials.gov/ct2/show/NCT01234567': 'nct:NCT01234567',
      'https://www.isrctn.com/ISRCTN01234567?q=sleep': 'isrctn:ISRCTN01234567',
    }
    for (const [address, name] of Object.entries(addresses))
      assert.deepEqual(
        citesIn(markdown(`See ${address}.`)).map(({ targets }) => targets[0]!.names),
        [[name]],
      )
  })

  it('may have no words of their own, as MyST links DOIs', () => {
    const block = markdown('Heat helps [](doi:10.1000/x_y), and [](#cold) does not.')
    const [cite, ...others] = citesIn(block)
    const { start, end } = toSource(block, cite!)
    assert.equal(block.source.slice(start, end), 'doi:10.1000/x_y')
    assert.deepEqual(others, [])
  })

  it('are written as links', () => {
    const write = (identifier: 'doi:10.1000/x' | 'footnote:a') =>
      syntaxNamed('link')!.write([{ label: 'Moss, 2011', identifier }])
    assert.equal(write('doi:10.1000/x'), '([Moss, 2011](https://doi.org/10.1000/x))')
    assert.equal(write('footnote:a'), undefined)
  })
})

describe('MyST citations', () => {
  it('are roles before code', () => {
    const text = 'Heat {cite:t}`moss2011,tan` helps, {math}`x` and {cite} `a` do not.'
    const spans = ['`moss2011,tan`', '`x`', '`a`'].map((code) => opaque(text, code, 'code'))
    assert.deepEqual(found('myst', plain(text, spans)), [
      ['{cite:t}`moss2011,tan`', 'moss2011 => key:moss2011', 'tan => key:tan'],
    ])
  })

  it('are found in Markdown', () => {
    const block = markdown('Heat {cite}`moss` helps.')
    assert.deepEqual(
      found('myst', block).map(([, target]) => target),
      ['moss => key:moss'],
    )
  })

  it('are written as roles', () => {
    assert.equal(syntaxNamed('myst')!.write([{ key: 'a' }, { key: 'b' }]), '{cite}`a,b`')
    assert.equal(syntaxNamed('myst')!.write([{ number: 1 }]), undefined)
  })
})
