import { describe, expect, test } from 'vitest'
import { ACCEPTED_ENCODINGS } from './body.ts'
import { StandingHeaders } from './standing-headers.ts'

const standing = new StandingHeaders({
  baseUrl: 'https://staging.example.com/eu/',
  userAgent: 'suite/1',
  extraHeaders: [
    { name: 'X-Tenant', value: 'acme', variable: 'EXTRA_HEADERS' },
    { name: 'Authorization', value: 'Basic eDp5', variable: 'EXTRA_HEADERS_V3', contract: 'v3' },
  ],
})
const path = '/v3/users?a=b'
const mask = (text: string): string => text.replace('the-key', '$API_KEY')

describe('headers of every request', () => {
  test('stand beside those of the request, by contract', () => {
    const headers = { 'x-api-key': 'the-key' }
    expect(standing.sent({ contract: 'v3', path, headers }, 'x1')).toEqual({
      accept: 'application/json',
      'accept-encoding': ACCEPTED_ENCODINGS,
      'user-agent': 'suite/1',
      'X-Tenant': 'acme',
      Authorization: 'Basic eDp5',
      'x-api-key': 'the-key',
    })
    expect(Object.keys(standing.sent({ contract: 'v1', path, headers: {} }, 'x1'))).toEqual([
      'accept',
      'accept-encoding',
      'user-agent',
      'X-Tenant',
    ])
  })

  test('give way to a header of the request, whatever its letter case', () => {
    const sent = standing.sent({ contract: 'v3', path, headers: { authorization: 'Bearer the-key' } }, 'x1')
    expect(Object.entries(sent).filter(([name]) => /authorization/i.test(name))).toEqual([
      ['authorization', 'Bearer the-key'],
    ])
  })

  test('are kept as the variables that give them', () => {
    expect(
      standing.recorded({ contract: 'v3', path, headers: { 'x-api-key': 'the-key' } }, 'x1', mask),
    ).toEqual({
      'x-api-key': '$API_KEY',
      'X-Tenant': '$EXTRA_HEADERS',
      Authorization: '$EXTRA_HEADERS_V3',
    })
  })

  test('can be asked for', () => {
    expect(standing.adds('v3', 'authorization')).toBe(true)
    expect(standing.adds('v1', 'authorization')).toBe(false)
  })

  test('carry the ids of run and exchange, where that is wanted', () => {
    const traced = (traceHeader: string) =>
      new StandingHeaders({ baseUrl: 'https://a.example', userAgent: 'suite/1', traceHeader, runId: 'r1' })
    const call = { contract: 'v3' as const, path, headers: {} }
    expect(traced('X-Request-Id').sent(call, 'x7')).toMatchObject({ 'X-Request-Id': 'r1-x7' })
    expect(traced('X-Request-Id').recorded(call, 'x7', mask)).toEqual({ 'X-Request-Id': 'r1-x7' })
    const [one, other] = ['x7', 'x8'].map((id) => traced('traceparent').sent(call, id).traceparent ?? '')
    expect(one).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/)
    expect([one?.slice(0, 35), one === other]).toEqual([other?.slice(0, 35), false])
  })

  test('carry a cookie that was kept, beside one of the configuration, and evidence has not its value', () => {
    const kept = new StandingHeaders({
      baseUrl: 'https://staging.example.com/eu',
      userAgent: 'suite/1',
      extraHeaders: [{ name: 'Cookie', value: 'gate=pass', variable: 'EXTRA_HEADERS_V3', contract: 'v3' }],
    })
    kept.cookies.learn('admin', undefined, 'SERVERID=web-2; path=/eu', 0)
    const [v3, v1] = (['v3', 'v1'] as const).map((contract) => ({ contract, path, headers: {} }))
    if (!v3 || !v1) throw new Error('two calls')
    expect(kept.sent(v3, 'x1').Cookie).toBe('gate=pass; SERVERID=web-2')
    expect(kept.sent(v1, 'x1').cookie).toBe('SERVERID=web-2')
    expect(kept.recorded(v1, 'x1', mask).cookie).toBe('SERVERID=(kept from an earlier answer)')
  })
})
