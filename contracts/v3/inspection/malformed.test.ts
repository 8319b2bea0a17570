import { describe, expect, test } from 'vitest'
import { isMalformed } from './malformed.ts'

const UUID = '880e8400-e29b-41d4-a716-446655440003'
const request = (
  method: string,
  path: string,
  { body, headers = {} }: { body?: string; headers?: Record<string, string> } = {},
) => ({ method, url: `http://t/base/v3/users${path}`, headers, ...(body === undefined ? {} : { body }) })

describe('a request is malformed', () => {
  test.each([
    ['with an id that is no UUID', request('GET', '/usr_1')],
    ['with an empty profile', request('GET', '', { headers: { 'x-profile-id': '' } })],
    ['with a profile that is no UUID', request('GET', `/${UUID}`, { headers: { 'X-Profile-Id': 'x' } })],
    ['with broken JSON', request('POST', '', { body: '{' })],
    ['with a list for a body', request('POST', '', { body: '[]' })],
    ['with nothing but null', request('POST', '', { body: 'null' })],
    ['without the documented body', request('DELETE', `/${UUID}`)],
  ])('%s', (_, one) => expect(isMalformed(one)).toBe(true))

  test.each([
    ['for its values', request('POST', '', { body: '{"role":1}' })],
    ['in the case of letters', request('GET', `/${UUID.toUpperCase()}`)],
    ['as a list', request('GET', '?a=b', { headers: { 'x-profile-id': UUID } })],
  ])('but not %s', (_, one) => expect(isMalformed(one)).toBe(false))
})
