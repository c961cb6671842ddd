import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { outcomeOf } from '../hosts/terminal.js'
import { crossrefAnswer } from './answers.js'
import { json, standIn, type StandIn } from './stand-in.js'

describe('bioprose check --look-up', () => {
  let services: StandIn
  beforeEach(async () => {
    services = await standIn()
    const list = Array.from({ length: 5 }, (_, i) => `${i + 1}. Fern L. Noise at night. Rest. 2012;3(1):1-9. doi:10.5555/x${i}`)
    writeFileSync(join(services.folder, 'a.md'), `Noise [1-5].\n\n## References\n\n${list.join('\n')}\n`)
    services.script = (_, response) => { json(response, crossrefAnswer()) } // prettier-ignore
  }) // prettier-ignore
  afterEach(() => services.close())

  const check = async (...args: string[]) => {
    const environment = { BIOPROSE_LOOKUP_URL: services.url, XDG_CACHE_HOME: services.folder }
    const given = { folder: services.folder, environment }
    const { code, output, errors } = await outcomeOf(['check', 'a.md', '--format', 'jsonl', ...args], given)
    const rules = output.trim().split('\n').map((line) => (JSON.parse(line || '{}') as { rule?: string }).rule) // prettier-ignore
    return { code, errors, mismatched: rules.filter((rule) => rule === 'mismatched-identifier').length }
  }

  it('asks online, and says what is wrong', async () => {
    const { mismatched, errors } = await check('--look-up', 'online', '--email', 'a@b.example')
    assert.deepEqual([mismatched, errors], [5, ''])
    assert.equal(services.asked.length, 5)
    assert.ok(services.asked[0]!.endsWith('mailto=a%40b.example'))
  })

  it('asks nobody offline, and knows what was looked up before', async () => {
    const { mismatched, errors } = await check('--look-up', 'offline')
    assert.deepEqual([mismatched, errors], [0, ''])
    await check('--look-up', 'online')
    const requests = services.asked.length
    assert.equal((await check('--look-up', 'offline')).mismatched, 5)
    assert.equal(services.asked.length, requests)
  })

  it('asks nobody where nobody said so, whatever a project says', async () => {
    writeFileSync(join(services.folder, '.bioprose.json'), '{"lookup": {"enabled": true}}')
    assert.equal((await check()).mismatched, 0)
    assert.deepEqual(services.asked, [])
  })

  it('ends with 2 where nobody answers', async () => {
    services.script = (_, response) => { response.writeHead(403).end() } // prettier-ignore
    const { code, errors } = await check('--look-up', 'online')
    assert.equal(code, 2)
    assert.match(errors, /^bioprose: a\.md: Crossref does not let us in/)
  })
})
