import assert from 'node:assert/strict'
import type { CheckReport, LocatedFinding } from '../../../server/src/hosts/reports/report.js'
import { reportFormats, type ReportFormatName } from '../../../server/src/hosts/reports/report-formats.js'
import type { Style } from '../../../server/src/hosts/reports/style.js'

const plain = (text: string): string => text
const style: Style = {
  width: 60,
  paint: {
    bold: plain,
    dim: plain,
    underline: (text) => `<${text}>`,
    red: plain,
    yellow: plain,
    blue: plain,
    cyan: plain,
    green: plain,
  },
}

const finding: LocatedFinding = {
  rule: 'uncited-claim',
  severity: 'warning',
  message: "gives a figure: '50 %', a|b <c>",
  start: 10,
  end: 20,
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 13,
  context: { before: 'Before it. ', flagged: 'Half of it', after: ' and after it.' },
}
const report: CheckReport = {
  version: '1.2.3',
  files: [
    {
      name: 'my notes/a,b.md',
      findings: [
        finding,
        { ...finding, severity: 'hint', rule: 'unused-reference', line: 4, endLine: 5, endColumn: 1 },
      ],
    },
    { name: 'calm.md', findings: [] },
  ],
}
const written = async (format: ReportFormatName, given = report): Promise<string> =>
  (await reportFormats[format]())(given, style)

describe('reports', () => {
  it('pretty: sums up by severity and by rule', async () => {
    assert.match(
      await written('pretty'),
      /\n\n2 findings \(1 warning, 1 hint\); 2 files checked\.\n {2}1 {2}uncited-claim\n {2}1 {2}unused-reference\n$/,
    )
  })

  it('pretty: keeps the flagged part whole and the line within its width', async () => {
    const context = { before: 'word '.repeat(40), flagged: 'the flagged part', after: ' more'.repeat(40) }
    const text = await written('pretty', {
      version: '1',
      files: [{ name: 'a.md', findings: [{ ...finding, context }] }],
    })
    const line = text.split('\n')[1]!
    assert.match(line, /^ {4}…[^…]*<the flagged part>[^…]*…$/)
    assert.ok(line.replace(/[<>]/g, '').length <= 60, line)
  })

  it('pretty: cuts a flagged part that is longer than the line, and no surrogate pair', async () => {
    const context = { before: '', flagged: '🐸'.repeat(80), after: '' }
    const line = (
      await written('pretty', {
        version: '1',
        files: [{ name: 'a.md', findings: [{ ...finding, context }] }],
      })
    ).split('\n')[1]!
    assert.ok(line.length <= 60)
    assert.match(line, /^ {4}(?:🐸)+…$/u)
  })

  it('pretty: lets no document command the terminal', async () => {
    const context = { before: '\u001b]0;owned\u0007', flagged: 'x', after: '\u009b31m' }
    const text = await written('pretty', {
      version: '1',
      files: [{ name: 'a.md', findings: [{ ...finding, context }] }],
    })
    for (const order of ['\u001b', '\u0007', '\u009b']) assert.ok(!text.includes(order))
  })

  it('json: holds files, findings and counts', async () => {
    const { files, summary } = JSON.parse(await written('json')) as {
      files: { file: string; findings: unknown[] }[]
      summary: unknown
    }
    assert.deepEqual(files.map((one) => [one.file, one.findings.length]), [['my notes/a,b.md', 2], ['calm.md', 0]]) // prettier-ignore
    assert.deepEqual(summary, {
      files: 2,
      findings: 2,
      error: 0,
      warning: 1,
      information: 0,
      hint: 1,
      rules: { 'uncited-claim': 1, 'unused-reference': 1 },
    })
  })

  it('jsonl: has a finding on each line', async () => {
    const lines = (await written('jsonl')).trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>) // prettier-ignore
    assert.equal(lines.length, 2)
    assert.deepEqual(lines[0], {
      file: 'my notes/a,b.md', rule: 'uncited-claim', severity: 'warning', start: 10, end: 20, line: 2, column: 3, endLine: 2, endColumn: 13,
      message: finding.message, text: 'Half of it',
    }) // prettier-ignore
  })

  it('sarif: names the rules, the places and the unit of columns', async () => {
    interface Sarif {
      version: string
      runs: {
        columnKind: string
        tool: { driver: { version: string; rules: { id: string; helpUri: string }[] } }
        results: {
          ruleId: string
          ruleIndex: number
          level: string
          locations: { physicalLocation: { artifactLocation: { uri: string }; region: unknown } }[]
        }[]
      }[]
    }
    const { version, runs } = JSON.parse(await written('sarif')) as Sarif
    const [run] = runs
    assert.ok(run)
    assert.equal(version, '2.1.0')
    assert.equal(run.columnKind, 'utf16CodeUnits')
    assert.equal(run.tool.driver.version, '1.2.3')
    const [first, second] = run.results
    assert.ok(first && second)
    assert.equal(run.tool.driver.rules[first.ruleIndex]?.id, 'uncited-claim')
    assert.match(run.tool.driver.rules[first.ruleIndex]!.helpUri, /^https:.*uncited-claim\.md$/)
    assert.deepEqual([first.level, second.level], ['warning', 'note'])
    const { artifactLocation, region } = first.locations[0]!.physicalLocation
    assert.equal(artifactLocation.uri, 'my%20notes/a%2Cb.md')
    assert.deepEqual(region, { startLine: 2, startColumn: 3, endLine: 2, endColumn: 13 })
  })

  it('github: escapes what its commands would take for their own', async () => {
    const [first, second] = (await written('github')).trim().split('\n')
    assert.equal(
      first,
      "::warning file=my notes/a%2Cb.md,line=2,endLine=2,col=3,endColumn=12,title=BioProse%3A uncited-claim::gives a figure: '50 %25', a|b <c>",
    )
    assert.match(second!, /^::notice file=my notes\/a%2Cb\.md,line=4,endLine=5,col=3,title=/)
  })

  it('junit: has a failed case for each finding and a passed one for a calm file', async () => {
    const xml = await written('junit', {
      ...report,
      files: [...report.files, { name: 'odd.md', findings: [{ ...finding, message: 'a \u0000 b' }] }],
    })
    assert.match(xml, /<testsuites tests="4" failures="3"/)
    assert.match(xml, /<testcase classname="calm.md" name="no findings"\/>/)
    assert.match(xml, /a\|b &lt;c(?:>|&gt;)/)
    assert.ok(!xml.includes('\u0000'))
  })

  it('markdown: keeps its tables whole', async () => {
    const text = await written('markdown')
    assert.match(text, /^# BioProse: 2 findings in 2 files$/m)
    assert.match(text, /^\| 2:3 \| warning \| .* a\\\|b \\<c\\> \| uncited-claim \| Half of it \|$/m)
  })
})
