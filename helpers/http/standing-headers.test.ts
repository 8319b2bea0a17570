import { describe, expect, it } from 'vitest'
import { StandingHeaders } from './standing-headers.ts'

const standing = new StandingHeaders({
  userAgent: 'suite/1',
  extraHeaders: [
    { name: 'X-Tenant', value: 'acme', variable: 'EXTRA_HEADERS' },
    { name: 'Authorization', value: 'Basic eDp5', variable: 'EXTRA_HEADERS_V3', contract: 'v3' },
  ],
})
const mask = (text: string): string => text.replace('the-key', '$API_KEY')

describe('headers of every request', () => {
  it('stand beside those of the request, by contract', () => {
    const headers = { 'x-api-key': 'the-key' }
    expect(standing.sent({ contract: 'v3', headers })).toEqual({
      accept: 'application/json',
      'user-agent': 'suite/1',
      'X-Tenant': 'acme',
      Authorization: 'Basic eDp5',
      'x-api-key': 'the-key',
    })
    expect(Object.keys(standing.sent({ contract: 'v1', headers: {} }))).toEqual([
      'accept',
      'user-agent',
      'X-Tenant',
    ])
  })

  it('give way to a header of the request, whatever its letter case', () => {
    const sent = standing.sent({ contract: 'v3', headers: { authorization: 'Bearer the-key' } })
    expect(Object.entries(sent).filter(([name]) => /authorization/i.test(name))).toEqual([
      ['authorization', 'Bearer the-key'],
    ])
  })

  it('are kept as the variables that give them', () => {
    expect(standing.recorded({ contract: 'v3', headers: { 'x-api-key': 'the-key' } }, mask)).toEqual({
      'x-api-key': '$API_KEY',
      'X-Tenant': '$EXTRA_HEADERS',
      Authorization: '$EXTRA_HEADERS_V3',
    })
  })

  it('can be asked for', () => {
    expect(standing.adds('v3', 'authorization')).toBe(true)
    expect(standing.adds('v1', 'authorization')).toBe(false)
  })
})
