import { describe, expect, test } from 'vitest'
import { hostileReport } from '../tests/report/hostile.ts'
import { failingReport } from '../tests/report/sample.ts'
import { harReport } from './har.ts'

const logOf = (text: string) => JSON.parse(text).log

describe('traffic.har', () => {
  test('has an entry for every exchange, with the members that HAR 1.2 requires', () => {
    const report = failingReport()
    const log = logOf(harReport(report))
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'users-api-conformance' } })
    expect(log.entries).toHaveLength(report.exchanges.length)
    for (const entry of log.entries) {
      const { blocked, send, wait, receive } = entry.timings
      expect(entry.time).toBe(blocked + send + wait + receive)
      expect(Date.parse(entry.startedDateTime)).not.toBeNaN()
      const members = [
        'method',
        'url',
        'httpVersion',
        'cookies',
        'headers',
        'queryString',
        'headersSize',
        'bodySize',
      ]
      for (const member of members) expect(entry.request).toHaveProperty(member)
      const others = [
        'status',
        'statusText',
        'httpVersion',
        'cookies',
        'headers',
        'content',
        'redirectURL',
        'headersSize',
        'bodySize',
      ]
      for (const member of others) expect(entry.response).toHaveProperty(member)
      expect(entry.response.content).toMatchObject({ size: expect.any(Number), mimeType: expect.any(String) })
      expect(entry).toHaveProperty('cache')
    }
  })

  test('tells why no answer came', () => {
    const entries: { _error?: string; response: { status: number } }[] = logOf(
      harReport(failingReport()),
    ).entries
    expect(entries.find(({ _error }) => _error !== undefined)).toMatchObject({
      _error: 'timeout: no answer within 30 s',
      response: { status: 0 },
    })
  })

  test('reads the query', () => {
    const report = failingReport()
    const [exchange] = report.exchanges
    if (exchange) exchange.request.url += '?page=2&limit=a%20b'
    expect(logOf(harReport(report)).entries[0].request.queryString).toEqual([
      { name: 'page', value: '2' },
      { name: 'limit', value: 'a b' },
    ])
  })

  test('stays valid JSON for a hostile target', () => {
    expect(() => logOf(harReport(hostileReport()))).not.toThrow()
  })
})
