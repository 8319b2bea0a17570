import { describe, expect, test } from 'vitest'
import { StickyCookies, withoutCookieValue } from './sticky-cookies.ts'

const NOW = Date.parse('2026-11-27T00:00:00Z')

function jar(...learnt: [caller: string, line: string, carried?: string][]): StickyCookies {
  const cookies = new StickyCookies()
  for (const [caller, line, carried] of learnt) cookies.learn(caller, carried, line, NOW)
  return cookies
}

describe('a cookie', () => {
  test.each([
    'AWSALB=abc/+=; Expires=Fri, 04 Dec 2026 00:00:00 GMT; Path=/',
    'AWSALBCORS=abc; Path=/; SameSite=None; Secure',
    'SERVERID=web-2; path=/',
    'ARRAffinity=0f1e; HttpOnly',
    'BIGipServerpool_users=1677787402.36895.0000; path=/',
    '1e2f3a4b5c6d7e8f90a1b2c3d4e5f607=0a9b; path=/; HttpOnly',
    'INGRESSCOOKIE=1700000000.123.45.678901|0123456789abcdef0123456789abcdef; Path=/',
    'my-own-name=1700000000.123.45.678901|0123456789abcdef0123456789abcdef; Path=/',
  ])('of a balancer is kept: %s', (line) => {
    expect(jar(['admin', line]).header('/v3/users')).toBe(line.split(';')[0])
  })

  test.each(['session=9f8e7d', 'connect.sid=s%3Aabc', 'JSESSIONID=1A2B', 'XSRF-TOKEN=abc', 'nonsense', '=x'])(
    'that may be a session is not: %s',
    (line) => {
      expect(jar(['admin', line], ['admin', line]).header('/v3/users')).toBeUndefined()
    },
  )

  test('that several are given alike is no session of any of them', () => {
    const cookies = jar(['admin', 'node=b'], ['nobody', 'node=a'])
    expect(cookies.header('/')).toBeUndefined()
    cookies.learn('nobody', undefined, 'node=b', NOW)
    expect(cookies.header('/')).toBe('node=b')
  })

  test('stays the first one, until whoever carries it is given another', () => {
    const cookies = jar(['admin', 'SERVERID=a'], ['developer', 'SERVERID=b'])
    expect(cookies.header('/')).toBe('SERVERID=a')
    cookies.learn('developer', 'x=y; SERVERID=a', 'SERVERID=c', NOW)
    expect(cookies.header('/')).toBe('SERVERID=c')
    cookies.learn('developer', 'SERVERID=c', ['SERVERID=; Max-Age=0'], NOW)
    expect(cookies.header('/')).toBeUndefined()
  })

  test('goes where its path says', () => {
    const cookies = jar(
      ['admin', 'SERVERID=a; Path=/v3'],
      ['admin', 'route=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
    )
    expect([cookies.header('/v3/users'), cookies.header('/v3'), cookies.header('/v30')]).toEqual([
      'SERVERID=a',
      'SERVERID=a',
      undefined,
    ])
  })

  test('is shown without its value', () => {
    const shown = (line: string): string =>
      withoutCookieValue(line, (text) => text.replace('the;key', '$API_KEY'))
    expect(shown('sid=s3cret; Path=/; HttpOnly')).toBe('sid=(not shown); Path=/; HttpOnly')
    expect(shown('nonsense')).toBe('nonsense')
    expect(shown('the;key; Path=/')).toBe('$API_KEY; Path=/')
    expect(shown('sid=x the;key; y')).toBe('sid=(not shown)')
    expect(shown('sid="a;b"; Secure; c=d')).toBe('sid=(not shown); Secure')
  })
})
