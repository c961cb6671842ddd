import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import oniguruma from 'vscode-oniguruma'
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate'

const { INITIAL, Registry, parseRawGrammar } = textmate
const { loadWASM, OnigScanner, OnigString } = oniguruma
const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')

/** As much of a Markdown grammar as decides where ours may speak: fences, code and links. */
const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [
    { begin: '^```.*$', end: '^```$', name: 'markup.fenced_code.block.markdown' },
    { match: '`[^`]+`', name: 'markup.inline.raw.string.markdown' },
    { match: '\\[[^\\]]*\\]\\([^)]*\\)', name: 'meta.link.inline.markdown' },
    { begin: '<!--', end: '-->', name: 'comment.block.html' },
  ],
}

const injected: Readonly<Record<string, string>> = {
  'bioprose.citations': 'syntaxes/citations.tmLanguage.json',
  'bioprose.suppressions': 'syntaxes/suppressions.tmLanguage.json',
}

let grammar: IGrammar

before(async () => {
  await loadWASM(readFileSync(wasm))
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: (scope) =>
      Promise.resolve(
        injected[scope] === undefined
          ? (markdown as unknown as IRawGrammar)
          : parseRawGrammar(
              readFileSync(new URL(`../../../${injected[scope]}`, import.meta.url), 'utf8'),
              'x.json',
            ),
      ),
    getInjections: () => Object.keys(injected),
  })
  grammar = (await registry.loadGrammar('text.html.markdown'))!
})

/** The stretches of some lines that bear a scope, joined where they touch. */
function scoped(text: string, scope: string): readonly string[] {
  const found: string[] = []
  let stack = INITIAL
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack)
    stack = ruleStack
    for (const { startIndex, endIndex, scopes } of tokens)
      if (scopes.some((one) => one.startsWith(scope))) found.push(line.slice(startIndex, endIndex))
  }
  return found
}

const cited = (text: string) => scoped(text, 'string.other.citation')

describe('the colours of citations before the server speaks', () => {
  const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ['Light [@barlind2009] delays it.', ['@barlind2009']],
    ['Light [see @a, p. 3; -@{odd key}; @fern-2012] delays it.', ['@a', '@fern-2012']],
    ['Light [-@barlind2009] delays it.', ['-@barlind2009']],
    ['As @barlind2009 and @doi:10.1000/abc say.', ['@barlind2009', '@doi:10.1000/abc']],
    ['Write to anna@example2009.org or ask @anna.', []],
    ['See [@fig-light] and @tbl-sleep2009.', []],
    ['A [link to @barlind2009](https://example.org) is none.', []],
    ['Light.[^a] Noise.[^2]', ['a', '2']],
    ['[^a]: Barlind A. Light. 2009.', ['a']],
    ['[@light]: doi:10.1000/abc', ['@light']],
    ['Light delays it [3]. Noise too [2–4, 7], and meals [1, 2, 5].', ['3', '2–4, 7', '1, 2, 5']],
    ['The index a[3], the interval [1, 7] and a [3](link).', []],
    ['Light {cite}`barlind2009,fern2012` delays it.', ['barlind2009,fern2012']],
    ['In `[@code2009]` it is code.', []],
    ['```\n[@fence2009]\n```', []],
  ]
  for (const [text, expected] of cases) it(text.replaceAll('\n', ' ⏎ '), () => { assert.deepEqual(cited(text), expected) }) // prettier-ignore

  it('tell the parts of a comment that silences a rule', () => {
    const comment = '<!-- bioprose-disable-next-line uncited-claim -- well known -->'
    assert.deepEqual(scoped(comment, 'keyword.control.suppression'), ['bioprose-disable-next-line'])
    assert.deepEqual(scoped(comment, 'entity.name.tag.rule'), ['uncited-claim'])
    assert.deepEqual(scoped(comment, 'string.unquoted.reason').join(''), '-- well known ')
    assert.deepEqual(scoped('<!-- any other comment -->', 'keyword.control'), [])
  })
})
