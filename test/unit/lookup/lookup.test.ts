import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Cache } from '../../../server/src/hosts/lookup/cache.js'
import { systemClock } from '../../../server/src/hosts/lookup/clock.js'
import { crossrefAnswer, cslAnswer, medlineAnswer, pmcAnswer } from './answers.js'
import { ask, doi, fakeClock, json, problemOf, standIn, titleOf, type StandIn } from './stand-in.js'

describe('looking up', () => {
  let services: StandIn
  beforeEach(async () => { services = await standIn() }) // prettier-ignore
  afterEach(() => services.close())

  describe('a work', () => {
    it('asks for a DOI at Crossref, and says who told it when', async () => {
      services.script = (_, response) => { json(response, crossrefAnswer()) } // prettier-ignore
      const facts = await ask(services.lookup())
      assert.equal(titleOf(facts), 'Evening light and melatonin onset & sleep')
      assert.ok('source' in facts)
      assert.deepEqual([facts.source, facts.asOf], ['Crossref', '2026-03-14T12:00:00.000Z'])
      assert.deepEqual(services.asked, ['api.crossref.org/works/10.5555%2Flight.19'])
    })

    it('introduces itself, with an address only where the user gave one', async () => {
      const agents: string[] = []
      services.script = (_, response, { headers }) => {
        agents.push(headers['user-agent']!)
        json(response, crossrefAnswer())
      }
      await ask(services.lookup())
      await ask(
        services.lookup({ permission: () => ({ mode: 'online', email: 'a@b.example' }) }),
        'doi:10.5555/b',
      )
      assert.match(agents[0]!, /^BioProse\/\d+\.\d+\.\d+ \(https:[^;]+\)$/)
      assert.match(agents[1]!, /; mailto:a@b\.example\)$/)
      assert.match(services.asked[1]!, /\?mailto=a%40b\.example$/)
    })

    it('asks doi.org where Crossref does not know the DOI, and follows it to the agency', async () => {
      services.script = (path, response, { headers }) => {
        if (path.startsWith('api.crossref.org')) response.writeHead(404).end('Resource not found.')
        else if (path.startsWith('doi.org')) {
          assert.equal(headers.accept, 'application/vnd.citationstyles.csl+json')
          response.writeHead(302, { location: 'https://data.datacite.org/lamps?x=1' }).end()
        } else json(response, cslAnswer(), 'application/vnd.citationstyles.csl+json')
      }
      assert.equal(titleOf(await ask(services.lookup(), 'doi:10.5555/lamps')), 'Street lamps of small towns')
      assert.deepEqual(services.asked, [
        'api.crossref.org/works/10.5555%2Flamps',
        'doi.org/10.5555/lamps',
        'data.datacite.org/lamps?x=1',
      ])
    })

    it('says that there is none where doi.org knows none', async () => {
      const facts = await ask(services.lookup())
      assert.ok('works' in facts)
      assert.deepEqual([facts.works, facts.source], [[], 'doi.org'])
    })

    it('asks for a PMID at PubMed, and for a PMCID at PubMed Central and then at PubMed', async () => {
      services.script = (path, response) => {
        if (path.includes('db=pmc')) json(response, pmcAnswer())
        else json(response, medlineAnswer(), 'text/plain')
      }
      const lookup = services.lookup()
      const facts = await ask(lookup, 'pmcid:PMC800001')
      assert.ok('source' in facts)
      assert.equal(facts.source, 'PubMed')
      assert.equal(facts.works[0]?.fields.authors[0]?.given, 'Anna')
      assert.equal(services.asked.length, 2)
      await ask(lookup, 'pmid:900001')
      assert.equal(services.asked.length, 2, 'what PubMed said was kept')
    })

    it('makes do with what PubMed Central says where PubMed is out of order', async () => {
      services.script = (path, response) => {
        if (path.includes('db=pmc')) json(response, pmcAnswer())
        else response.writeHead(500).end()
      }
      const facts = await ask(services.lookup(), 'pmcid:PMC800001')
      assert.ok('source' in facts)
      assert.equal(facts.source, 'PubMed Central')
    })

    it('needs a name that can be looked up', async () => {
      assert.match(problemOf(await ask(services.lookup(), 'key:barlind2009')), /give a DOI/)
      assert.deepEqual(services.asked, [])
    })
  })

  describe('permission', () => {
    it('is needed: without it nobody is asked and nothing is read', async () => {
      await new Cache(`${services.folder}/cache`).write(doi, { works: [], source: 'Crossref', asOf: '2026-03-14T12:00:00Z' })
      const lookup = services.lookup({ permission: () => ({ mode: 'off', reason: 'It is off. Turn it on.' }) })
      assert.equal(problemOf(await ask(lookup)), 'It is off. Turn it on.')
      assert.equal(await lookup.remembered(doi), undefined)
      assert.deepEqual(services.asked, [])
    }) // prettier-ignore

    it('to be offline lets only the cache answer, however old', async () => {
      services.script = (_, response) => { json(response, crossrefAnswer()) } // prettier-ignore
      await ask(services.lookup())
      const clock = fakeClock(Date.parse('2030-01-01T00:00:00Z'))
      const offline = services.lookup({ permission: () => ({ mode: 'offline' }), clock })
      assert.equal(titleOf(await ask(offline)), 'Evening light and melatonin onset & sleep')
      assert.match(problemOf(await ask(offline, 'doi:10.5555/other')), /not looked up before.*offline/)
      assert.equal(services.asked.length, 1)
    })
  })

  describe('politeness', () => {
    it('keeps a pause between requests to one server, and asks it one thing at a time', async () => {
      let open = 0
      let most = 0
      services.script = (path, response) => {
        most = Math.max(most, ++open)
        setTimeout(() => {
          open--
          json(response, medlineAnswer().replace('900001', /id=(\d+)/.exec(path)![1]!), 'text/plain')
        }, 5)
      }
      const clock = fakeClock()
      const lookup = services.lookup({ clock })
      await Promise.all(['1', '2', '3'].map((pmid) => ask(lookup, `pmid:${pmid}`)))
      assert.equal(most, 1)
      assert.deepEqual(clock.waits, [350, 350])
    })

    it('makes one request of several for the same work', async () => {
      services.script = (_, response) => { setTimeout(() => { json(response, crossrefAnswer()) }, 10) } // prettier-ignore
      const lookup = services.lookup()
      const all = await Promise.all([ask(lookup), ask(lookup), ask(lookup)])
      assert.equal(new Set(all).size, 1)
      assert.equal(services.asked.length, 1)
    })
  })

  describe('giving up', () => {
    it('closes the request', async () => {
      const giveUp = new AbortController()
      const closed = new Promise<void>((resolve) => {
        services.script = (_, response) => {
          response.on('close', resolve)
          giveUp.abort()
        }
      })
      await assert.rejects(services.lookup({ clock: systemClock }).ask(doi, giveUp.signal), {
        name: 'AbortError',
      })
      await closed
    })

    it('of one leaves the others their answer', async () => {
      const giveUp = new AbortController()
      services.script = (_, response) => {
        giveUp.abort()
        setTimeout(() => { json(response, crossrefAnswer()) }, 10) // prettier-ignore
      }
      const lookup = services.lookup()
      const first = lookup.ask(doi, giveUp.signal)
      const second = ask(lookup)
      await assert.rejects(first, { name: 'AbortError' })
      assert.ok(titleOf(await second))
      assert.equal(services.asked.length, 1)
    })

    it('does not spoil the answer of who asks later', async () => {
      const giveUp = new AbortController()
      services.script = (_, response) => {
        if (services.asked.length === 1) giveUp.abort()
        else json(response, crossrefAnswer())
      }
      const lookup = services.lookup()
      await assert.rejects(lookup.ask(doi, giveUp.signal), { name: 'AbortError' })
      assert.ok(titleOf(await ask(lookup)))
    })

    it('before asking asks nobody', async () => {
      await assert.rejects(services.lookup().ask(doi, AbortSignal.abort()), { name: 'AbortError' })
      assert.deepEqual(services.asked, [])
    })

    it('while waiting ends the wait', async () => {
      const giveUp = new AbortController()
      services.script = (_, response) => {
        response.writeHead(429, { 'retry-after': '20' }).end()
        setTimeout(() => { giveUp.abort() }, 10) // prettier-ignore
      }
      await assert.rejects(services.lookup({ clock: systemClock }).ask('pmid:1', giveUp.signal), {
        name: 'AbortError',
      })
      assert.equal(services.asked.length, 1)
    })
  })

  describe('the cache', () => {
    const folder = () => `${services.folder}/cache`
    const answering = () => { services.script = (_, response) => { json(response, crossrefAnswer()) } } // prettier-ignore
    const after = (days: number) => fakeClock(Date.parse('2026-03-14T12:00:00Z') + days * 86_400_000)

    it('answers for a month, without a request', async () => {
      answering()
      await ask(services.lookup())
      assert.ok(titleOf(await ask(services.lookup({ clock: after(29) }))))
      assert.equal(services.asked.length, 1)
      await ask(services.lookup({ clock: after(31) }))
      assert.equal(services.asked.length, 2)
    })

    it('remembers for a day that there is no such work', async () => {
      await ask(services.lookup())
      const requests = services.asked.length
      await ask(services.lookup({ clock: after(0.9) }))
      assert.equal(services.asked.length, requests)
      await ask(services.lookup({ clock: after(1.1) }))
      assert.equal(services.asked.length, 2 * requests)
    })

    it('keeps no failure', async () => {
      services.script = (_, response) => { response.writeHead(500).end() } // prettier-ignore
      await ask(services.lookup())
      assert.equal(existsSync(folder()), false)
    })

    it('does without a file that was damaged, and writes it anew', async () => {
      answering()
      await ask(services.lookup())
      const [file] = readdirSync(folder())
      const path = `${folder()}/${file!}`
      const whole = readFileSync(path, 'utf8')
      for (const broken of [
        '',
        whole.slice(0, -20),
        '[]',
        'null',
        whole.replace(doi, 'doi:10.5555/other'),
        whole.replace('"version":1', '"version":0'),
        whole.replace('2026-03-14T', 'yesterday '),
        whole.replace('article-journal', 'song'),
        whole.replace('"works":[', '"works":[null,'),
        '{"version":1,"name":"' + doi + '","source":"Crossref","asOf":"2026-03-14T12:00:00Z","works":{}}',
        'x'.repeat(3 * 1024 * 1024),
      ]) {
        writeFileSync(path, broken)
        services.asked.length = 0
        assert.ok(titleOf(await ask(services.lookup())), broken.slice(0, 60))
        assert.equal(services.asked.length, 1, broken.slice(0, 60))
        assert.equal(readFileSync(path, 'utf8'), whole)
      }
    })

    it('gives back what it was given', async () => {
      answering()
      const facts = await ask(services.lookup())
      assert.deepEqual(await services.lookup().remembered(doi), facts)
      assert.equal(await services.lookup().remembered('doi:10.5555/other'), undefined)
    })

    it('does not fail where it cannot write', async () => {
      answering()
      writeFileSync(folder(), 'a file where the folder should be')
      assert.ok(titleOf(await ask(services.lookup())))
    })

    it('can be emptied', async () => {
      answering()
      await ask(services.lookup())
      await new Cache(folder()).clear()
      assert.equal(existsSync(folder()), false)
    })
  })
})
