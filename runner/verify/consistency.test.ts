import { expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { withGate } from '../../report/gate/gate.ts'
import { harReport } from '../../report/har.ts'
import { sealed } from '../../report/seal.ts'
import { reportOf } from '../../report/testing/report.ts'
import { contradictionsIn } from './consistency.ts'

const BODY = '{"data":[]}'

/** A report as its file holds it. */
function sound(): Report {
  const report = reportOf({ 'v3.list.a': 'passed', 'v3.get.b': 'failed', 'v3.list.c-should': 'warning' })
  for (const exchange of report.exchanges) {
    exchange.response = {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: {
        text: BODY,
        bytes: BODY.length,
        sha256: 'b2d5fe2d7d1d0ed3b6dbd5a3a1a1d2c9e6ae0e2b3f1d2a1f5b0b2c2f0e3f4a5b',
        truncated: true,
      },
    }
  }
  const gated = withGate(report, { failOn: ['failure'], allowIncomplete: false, today: '2026-03-10' })
  return JSON.parse(JSON.stringify(sealed(gated)))
}

const places = (report: Report, har?: unknown): string[] =>
  contradictionsIn(report, har).map(({ place }) => place)

test('a sound report contradicts itself nowhere, nor its traffic file', () => {
  expect(contradictionsIn(sound(), JSON.parse(harReport(sound())))).toEqual([])
})

test.each<[string, (report: Report) => void, string]>([
  [
    'a verdict of the run',
    (report) => Object.assign(report, { verdict: 'conformant' }),
    'report.json/verdict',
  ],
  ['a sum', (report) => Object.assign(report.summary, { passed: 2 }), 'report.json/summary/passed'],
  [
    'the coverage',
    (report) => Object.assign(report.summary.coverage, { judged: 9 }),
    'report.json/summary/coverage/judged',
  ],
  ['the gate', (report) => Object.assign(report.gate ?? {}, { passed: true }), 'report.json/gate/passed'],
  ['what stops it', (report) => report.gate?.violations.pop(), 'report.json/gate/violations'],
  ['a verdict', (report) => verdictOf(report, 1, 'passed'), 'report.json/requirements/1/verdict'],
  [
    'evidence',
    (report) => report.requirements[0]?.evidence.push('x99'),
    'report.json/requirements/0/evidence/1',
  ],
  [
    'the exchange of a deviation',
    (report) => Object.assign(report.requirements[1]?.deviations[0] ?? {}, { exchange: 'x77' }),
    'report.json/requirements/1/deviations/0/exchange',
  ],
  [
    'a body',
    (report) => Object.assign(report.exchanges[2]?.response?.body ?? {}, { text: '{"data":[1]}' }),
    'report.json/exchanges/2/response/body/textSha256',
  ],
  ['the form', (report) => Object.assign(report, { safety: 'none' }), 'report.json/safety'],
  ['an exchange', (report) => report.exchanges.pop(), 'report.json/summary/requests/total'],
])('an edit of %s is named with its place', (_, edit, place) => {
  const report = sound()
  edit(report)
  expect(places(report)).toContain(place)
})

test.each<[string, (entry: { response: { status: number; content: { text: string } } }) => void, string]>([
  ['a status', (entry) => Object.assign(entry.response, { status: 403 }), '/response/status'],
  ['a body', (entry) => Object.assign(entry.response.content, { text: '{}' }), '/response/content/text'],
])('a traffic file with another %s is refused', (_, edit, place) => {
  const har = JSON.parse(harReport(sound()))
  edit(har.log.entries[1])
  expect(places(sound(), har)).toEqual([`traffic.har/log/entries/1${place}`])
})

test('a whole body has to be that of its digest', () => {
  const report = sound()
  Object.assign(report.exchanges[0]?.response?.body ?? {}, { truncated: false })
  expect(places(report)).toEqual(['report.json/exchanges/0/response/body/sha256'])
})

test('a body with stand-ins has a keyed digest of the original, which says nothing', () => {
  const report = sound()
  Object.assign(report.exchanges[0]?.response?.body ?? {}, { truncated: false, altered: true })
  expect(places(report)).toEqual([])
})

function verdictOf(report: Report, index: number, verdict: 'passed'): void {
  Object.assign(report.requirements[index] ?? {}, { verdict })
}
