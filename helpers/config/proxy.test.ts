import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig, secretsOf } from './config.ts'
import { proxyFor } from './proxy.ts'

const TARGET = { BASE_URL: 'https://staging.example.com', API_KEY: 'admin-key-1' }
const PROXY = 'http://proxy.example.com:3128'

describe('the proxy', () => {
  test('is read from the usual variables, lower case first', () => {
    expect(readConfig({ ...TARGET, HTTP_PROXY: '', NO_PROXY: 'a.example' }).proxy).toBeUndefined()
    expect(
      readConfig({ ...TARGET, https_proxy: PROXY, HTTPS_PROXY: 'http://other:1', no_proxy: 'a.example' })
        .proxy,
    ).toEqual({ https: PROXY, except: 'a.example' })
  })

  test.each([
    ['proxy.example.com:3128', PROXY],
    ['[2001:db8::1]:3128', 'http://[2001:db8::1]:3128'],
    ['https://proxy.example.com', 'https://proxy.example.com'],
  ])('may be written as %s', (value, address) => {
    expect(readConfig({ ...TARGET, HTTP_PROXY: value }).proxy).toEqual({ http: address })
  })

  test.each(['nonsense', 'socks5://bob:s3cret@proxy.example.com', 'http://', 'ftp://proxy.example.com'])(
    'is refused as %s, without repeating it',
    (value) => {
      let problems: ConfigError['problems'] = []
      try {
        readConfig({ ...TARGET, http_proxy: value })
      } catch (error) {
        if (error instanceof ConfigError) problems = error.problems
      }
      expect(problems).toMatchObject([{ variable: 'http_proxy', expected: expect.stringContaining('http') }])
      expect(JSON.stringify(problems)).not.toContain('s3cret')
    },
  )

  test('has its name and password hidden like any credential', () => {
    const config = readConfig({ ...TARGET, HTTP_PROXY: 'http://bob:p%40ss@proxy.example.com' })
    expect(secretsOf(config)).toContainEqual({ placeholder: '$HTTP_PROXY', value: 'bob:p@ss' })
  })

  const both = { http: 'http://one:1', https: 'http://two:2' }
  test.each([
    ['http://staging.example.com', both, 'HTTP_PROXY'],
    ['https://staging.example.com', both, 'HTTPS_PROXY'],
    ['https://staging.example.com', { http: both.http }, 'HTTP_PROXY'],
    ['http://staging.example.com', { https: both.https }, undefined],
    ['http://localhost:4010', both, undefined],
    ['http://127.0.0.1:4010', both, undefined],
    ['http://[::1]:4010', both, undefined],
    ['http://staging.example.com', { ...both, except: '*' }, undefined],
    ['http://staging.example.com', { ...both, except: 'other.test, .example.com' }, undefined],
    ['http://staging.example.com', { ...both, except: '*.example.com' }, undefined],
    ['http://staging.example.com', { ...both, except: 'Staging.Example.com' }, undefined],
    ['http://staging.example.com', { ...both, except: 'ample.com' }, 'HTTP_PROXY'],
    ['http://staging.example.com', { ...both, except: 'staging.example.com:8080' }, 'HTTP_PROXY'],
    ['http://staging.example.com:8080', { ...both, except: 'staging.example.com:8080' }, undefined],
    ['https://staging.example.com', { ...both, except: 'staging.example.com:443' }, undefined],
    ['http://[2001:db8::1]:80', { ...both, except: '2001:db8::1' }, undefined],
    ['http://[2001:db8::1]:81', { ...both, except: '[2001:db8::1]:81' }, undefined],
    ['http://[2001:db8::1]', { ...both, except: '2001:db8::2' }, 'HTTP_PROXY'],
  ])('of %s with %o is that of %s', (url, proxies, name) => {
    expect(proxyFor(url, proxies)?.name).toBe(name)
  })
})
