import assert from 'node:assert/strict'
import { networkFor } from '../../../server/src/hosts/lookup/network.js'
import type { Name } from '../../../server/src/text/name.js'
import { crossrefAnswer, cslAnswer, medlineAnswer } from './answers.js'
import { ask, doi, fakeClock, json, problemOf, standIn, titleOf, type StandIn } from './stand-in.js'
import { setTimeout as pause } from 'node:timers/promises'

describe('a failure', () => {
  let services: StandIn
  beforeEach(async () => { services = await standIn() }) // prettier-ignore
  afterEach(() => services.close())

  const failing = async (script: StandIn['script'], name: Name = 'pmid:900001', patience = 20_000) => {
    services.script = script
    return problemOf(await ask(services.lookup({ patience, longest: 10_000 }), name))
  }

  it('of a server that is out of order is told after four tries, with pauses that double', async () => {
    services.script = (_, response) => { response.writeHead(503).end() } // prettier-ignore
    const clock = fakeClock()
    assert.equal(
      problemOf(await ask(services.lookup({ clock }), 'pmid:900001')),
      'PubMed is out of order (status 503). Check the connection, or try again later.',
    )
    assert.equal(services.asked.length, 4)
    assert.equal(clock.waits.length, 3)
    clock.waits.forEach((wait, i) => { assert.ok(wait >= 1000 * 2 ** i && wait <= 1250 * 2 ** i, `${wait}`) }) // prettier-ignore
  })

  it('that passes is none', async () => {
    services.script = (_, response) => {
      if (services.asked.length < 3) response.writeHead(500).end()
      else json(response, medlineAnswer(), 'text/plain')
    }
    assert.ok(titleOf(await ask(services.lookup(), 'pmid:900001')))
  })

  it('for asking too often is mended by waiting as long as the server says', async () => {
    services.script = (_, response) => {
      if (services.asked.length === 1) response.writeHead(429, { 'retry-after': '7' }).end()
      else json(response, medlineAnswer(), 'text/plain')
    }
    const clock = fakeClock()
    assert.ok(titleOf(await ask(services.lookup({ clock }), 'pmid:900001')))
    assert.deepEqual(clock.waits, [7000])
  })

  it('is told at once where the server wants to be left alone for long', async () => {
    const clock = fakeClock()
    services.script = (_, response) => { response.writeHead(429, { 'retry-after': '240' }).end() } // prettier-ignore
    assert.match(
      problemOf(await ask(services.lookup({ clock }), 'pmid:900001')),
      /^PubMed is asked too often, and asks to wait 4 minutes\./,
    )
    assert.deepEqual([services.asked.length, clock.waits], [1, []])
  })

  it('understands a date in Retry-After', async () => {
    const later = new Date(Date.now() + 3_600_000).toUTCString()
    const problem = await failing((_, response) => { response.writeHead(503, { 'retry-after': later }).end() }) // prettier-ignore
    assert.match(problem, /asks to wait (?:59|60) minutes/)
  })

  it('is no connection', async () => {
    const closed = await standIn()
    await closed.close()
    const lookup = services.lookup({ dial: () => new URL(closed.url) })
    assert.match(
      problemOf(await ask(lookup, 'pmid:900001')),
      /^PubMed cannot be reached \(ECONNREFUSED\)\. Check the connection/,
    )
  })

  it('is silence', async () => {
    assert.match(
      await failing(() => undefined, 'pmid:900001', 50),
      /^PubMed did not answer within 0\.05 seconds/,
    )
  })

  it('is an answer that drips', async () => {
    const timers: NodeJS.Timeout[] = []
    const drip: StandIn['script'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      timers.push(setInterval(() => response.write('x'), 20))
    }
    const problem = await failing(drip, 'pmid:900001', 50)
    timers.forEach((timer) => { clearInterval(timer) }) // prettier-ignore
    assert.match(problem, /did not answer within/)
  })

  it('is an answer that never ends', async () => {
    let isOpen = true
    const problem = await failing((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.on('close', () => { isOpen = false }) // prettier-ignore
      const more = () => { while (isOpen && response.write('x'.repeat(4096))); } // prettier-ignore
      response.on('drain', more)
      more()
    })
    assert.match(problem, /^PubMed answers with more than/)
    await pause(20)
    assert.equal(isOpen, false)
  })

  it('is an answer that breaks off', async () => {
    const problem = await failing((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '500' })
      response.write('PMID- 900001\n')
      setTimeout(() => response.destroy(), 10)
    })
    assert.match(problem, /^PubMed cannot be reached/)
  })

  it('is JSON that is broken', async () => {
    const problem = await failing((_, response) => { json(response, crossrefAnswer().slice(0, -9)) }, 'pmcid:PMC1') // prettier-ignore
    assert.match(problem, /^PubMed Central cannot be understood: /)
    assert.equal(services.asked.length, 1, 'asking again does not help')
  })

  it('is a page instead of data', async () => {
    const problem = await failing((_, response) => { json(response, '<html></html>', 'text/html') }) // prettier-ignore
    assert.equal(problem, 'PubMed answers with text/html instead of data.')
  })

  it('is a refusal', async () => {
    assert.match(await failing((_, response) => { response.writeHead(403).end() }), /does not let us in/) // prettier-ignore
    assert.match(await failing((_, response) => { response.writeHead(418).end() }), /refuses to answer/) // prettier-ignore
  })

  it('is a redirect to anybody else, who is never asked', async () => {
    for (const location of [
      'https://evil.example/steal',
      'http://eutils.ncbi.nlm.nih.gov/plain',
      'https://eutils.ncbi.nlm.nih.gov:8443/port',
      'https://user@eutils.ncbi.nlm.nih.gov/name',
      'https://eutils.ncbi.nlm.nih.gov.evil.example/',
      '//evil.example/steal',
      'file:///etc/passwd',
      services.url,
    ]) {
      services.asked.length = 0
      const problem = await failing((_, response) => { response.writeHead(302, { location }).end() }) // prettier-ignore
      assert.match(problem, /^PubMed sends us on to .*which BioProse does not ask\.$/, location)
      assert.equal(services.asked.length, 1, location)
    }
  })

  it('is a redirect to nowhere, or in a circle', async () => {
    assert.match(
      await failing((_, response) => { response.writeHead(301, { location: 'https://[' }).end() }),
      /nowhere/,
    ) // prettier-ignore
    services.asked.length = 0
    assert.match(
      await failing((_, response) => { response.writeHead(301, { location: '/again' }).end() }),
      /on and on/,
    ) // prettier-ignore
    assert.equal(services.asked.length, 6)
  })

  it('of Crossref leaves the question to doi.org', async () => {
    services.script = (path, response) => {
      if (path.startsWith('api.crossref.org')) response.writeHead(500).end()
      else json(response, cslAnswer())
    }
    assert.equal(titleOf(await ask(services.lookup(), doi)), 'Street lamps of small towns')
  })

  it('of doi.org leaves open whether there is such a work', async () => {
    services.script = (path, response) => response.writeHead(path.startsWith('doi.org') ? 406 : 404).end()
    assert.equal(problemOf(await ask(services.lookup())), 'doi.org has no data about it.')
  })

  it('lets what was known before hold, with its date', async () => {
    services.script = (_, response) => { json(response, crossrefAnswer()) } // prettier-ignore
    await ask(services.lookup())
    services.script = (_, response) => { response.writeHead(500).end() } // prettier-ignore
    const facts = await ask(services.lookup({ clock: fakeClock(Date.parse('2027-01-01T00:00:00Z')) }))
    assert.ok('asOf' in facts)
    assert.equal(facts.asOf, '2026-03-14T12:00:00.000Z')
  })
})

describe('the network', () => {
  it('is a stand-in on this machine where the environment names one, and none where it names another', () => {
    const dialled = (url: string) =>
      networkFor({ BIOPROSE_LOOKUP_URL: url })?.dial(new URL('https://doi.org/10.5555/x?y=1')).href
    assert.equal(dialled('http://127.0.0.1:81'), 'http://127.0.0.1:81/doi.org/10.5555/x?y=1')
    assert.equal(dialled('http://[::1]:81'), 'http://[::1]:81/doi.org/10.5555/x?y=1')
    assert.equal(dialled('https://127.0.0.1:81'), undefined)
    assert.equal(dialled('http://evil.example'), undefined)
    assert.equal(dialled('http://127.0.0.1.evil.example'), undefined)
    assert.equal(dialled('nonsense'), undefined)
    assert.equal(networkFor({})!.dial(new URL('https://doi.org/x')).href, 'https://doi.org/x')
  })
})
