import assert from 'node:assert/strict'
import { checkedBy } from '../../../server/src/rules/findings.js'
import type { Rule } from '../../../server/src/rules/rule.js'
import { settingsFrom } from '../../../server/src/workspace/settings.js'
import { newWorkspace, opened, uri } from '../../specs/engine.js'

const rule = (id: string, check: Rule['check']): Rule => ({ id, summary: '', severity: 'warning', check })
const calm = rule('calm', () => [{ start: 2, end: 3, message: 'calm' }])
const broken = rule('broken', function* () {
  yield { start: 0, end: 1, message: 'half' }
  throw new Error('broken')
})

describe('findings', () => {
  it('of a rule that throws are lost alone, and its failure is told', () => {
    const { view } = opened('Sleep restores.')
    const { findings, failures } = checkedBy(view, [broken, calm])
    assert.deepEqual(
      findings.map(({ rule: id }) => id),
      ['calm'],
    )
    assert.deepEqual(
      failures.map(({ rule: id, error }) => [id, (error as Error).message]),
      [['broken', 'broken']],
    )
  })

  it('come in the order of the text, with the severity that the settings say', () => {
    const early = rule('early', () => [{ start: 0, end: 1, message: 'early' }])
    const workspace = newWorkspace()
    const settings = settingsFrom({ rules: { calm: 'error', early: 'nonsense' } })
    const view = workspace
      .apply([
        { kind: 'settings', settings },
        { kind: 'open', uri, text: 'Sleep restores.' },
      ])
      .view(uri)!
    const { findings } = checkedBy(view, [calm, early])
    assert.deepEqual(
      findings.map(({ rule: id, severity }) => [id, severity]),
      [
        ['early', 'warning'],
        ['calm', 'error'],
      ],
    )
  })

  it('are not sought by a rule that is off', () => {
    const view = { ...opened('Sleep restores.').view, settings: settingsFrom({ rules: { broken: 'off' } }) }
    assert.deepEqual(checkedBy(view, [broken]), { findings: [], failures: [] })
  })

  it('are heard again behind an enable that names their rule, or none', () => {
    const heard = (disable: string, enable: string) => {
      const text = `<!-- bioprose-disable ${disable} -->\n\nOne.\n\n<!-- bioprose-enable ${enable} -->\n\nTwo.`
      const everywhere = (id: string) =>
        rule(id, () =>
          ['One.', 'Two.'].map((words) => ({
            start: text.indexOf(words),
            end: text.indexOf(words) + 4,
            message: words,
          })),
        )
      const { findings } = checkedBy(opened(text).view, [everywhere('calm'), everywhere('other')])
      return findings.map(({ rule: id, message }) => `${id} ${message}`)
    }
    assert.deepEqual(heard('', ''), ['calm Two.', 'other Two.'])
    assert.deepEqual(heard('', 'calm'), ['calm Two.'])
    assert.deepEqual(heard('calm, other', 'other'), ['other Two.'])
    assert.deepEqual(heard('calm', 'other'), ['other One.', 'other Two.'])
  })

  it('are silenced by comments that name their rule or none', () => {
    const silenced = (comment: string) =>
      checkedBy(opened(`<!-- ${comment} -->\nSleep restores.`).view, [
        rule('calm', (view) => [
          { start: view.document.text.indexOf('Sleep'), end: view.document.text.length, message: 'calm' },
        ]),
      ]).findings.length === 0
    assert.equal(silenced('bioprose-disable-next-line calm'), true)
    assert.equal(silenced('bioprose-disable-next-line'), true)
    assert.equal(silenced('bioprose-disable-next-line other'), false)
    assert.equal(silenced('bioprose-disable-neext-line calm'), false)
  })
})
