import { describe, expect, test } from 'vitest'
import type { Answer } from '../model/answer.ts'
import { barrierText, redirectText } from './barrier.ts'

interface Seen {
  status: number
  headers?: Record<string, string>
  text?: string
  url?: string
}

function answer({
  status,
  headers = {},
  text = '',
  url = 'http://staging.example/eu/v3/users',
}: Seen): Answer {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // No JSON.
  }
  return {
    exchange: {
      id: 'x1',
      contract: 'v3',
      operation: 'GET /v3/users',
      caller: 'admin',
      purpose: 'a test',
      request: { method: 'GET', url, headers: {} },
      response: {
        status,
        headers: Object.entries(headers),
        body: { text, bytes: text.length, sha256: '', truncated: false },
      },
      startedAt: '2026-11-27T00:00:00.000Z',
      durationMs: 1,
      attempts: 1,
      waitedMs: 0,
    },
    status,
    headers,
    empty: text === '',
    json,
    receivedAt: 0,
  }
}

const told = (seen: Seen): string | undefined => barrierText(answer(seen), 'API_KEY')
const HTML = { 'content-type': 'text/html' }
const JSON_TYPE = { 'content-type': 'application/json' }

describe('what stands before a target', () => {
  test.each([
    [{ status: 407, headers: { 'proxy-authenticate': 'Basic realm="x"' } }, 'name and a password'],
    [
      { status: 403, headers: { ...HTML, 'x-squid-error': 'ERR_ACCESS_DENIED 0' } },
      'Squid, ERR_ACCESS_DENIED',
    ],
    [{ status: 403, headers: { ...HTML, server: 'tinyproxy/1.11.1' } }, 'Tinyproxy'],
    [
      { status: 400, headers: HTML, text: '<center>The plain HTTP request was sent to HTTPS port</center>' },
      'speaks TLS',
    ],
    [{ status: 400, text: 'Client sent an HTTP request to an HTTPS server.\n' }, 'speaks TLS'],
    [
      { status: 400, headers: HTML, text: '<center>No required SSL certificate was sent</center>' },
      'CLIENT_CERT',
    ],
    [{ status: 400, headers: HTML, text: '<center>The SSL certificate error</center>' }, 'does not accept'],
    [{ status: 401, headers: { 'www-authenticate': 'Basic realm="staging"' } }, 'password of its own'],
    [{ status: 403, headers: HTML, text: '<h1>Forbidden</h1>' }, 'a gateway in front'],
    [
      { status: 403, headers: JSON_TYPE, text: '{"message":"Missing Authentication Token"}' },
      'Amazon API Gateway',
    ],
    [
      { status: 403, headers: { ...JSON_TYPE, 'x-amzn-errortype': 'ForbiddenException' }, text: '{}' },
      'Amazon',
    ],
    [{ status: 401, headers: JSON_TYPE, text: '{"message":"No API key found in request"}' }, 'Kong'],
    [
      {
        status: 401,
        headers: JSON_TYPE,
        text: '{"statusCode":401,"message":"Access denied due to missing subscription key."}',
      },
      'Azure API Management',
    ],
    [{ status: 403, headers: { 'content-type': 'text/plain' }, text: 'RBAC: access denied' }, 'Envoy'],
  ] as [Seen, string][])('is recognised: %j', (seen, text) => {
    expect(told(seen)).toContain(text)
  })

  test.each([
    {
      status: 401,
      headers: JSON_TYPE,
      text: '{"success":false,"error":{"code":"AUTH_001","message":"Forbidden"}}',
    },
    {
      status: 401,
      headers: JSON_TYPE,
      text: '{"error":"unauthorized","message":"Invalid authentication credentials"}',
    },
    { status: 403, headers: JSON_TYPE, text: '{"message":"you may not"}' },
    { status: 401, headers: { 'www-authenticate': 'Bearer' } },
    { status: 400, headers: JSON_TYPE, text: '{"error":"bad_request","message":"no"}' },
    { status: 404, headers: HTML, text: '<h1>Not found</h1>' },
    { status: 200, headers: { server: 'tinyproxy/1.11.1' } },
  ])('is not suspected where the target may have spoken: %j', (seen) => {
    expect(told(seen)).toBeUndefined()
  })
})

describe('a redirect', () => {
  const led = (location: string, url?: string): string =>
    redirectText(answer({ status: 301, headers: { location }, ...(url === undefined ? {} : { url }) }))

  test('to https says what to write', () => {
    expect(led('https://staging.example/eu/v3/users')).toContain('write BASE_URL=https://staging.example/eu)')
    expect(
      led('https://a.example:8443/api/v1/users?page=1', 'http://a.example/api/v1/users?page=1'),
    ).toContain('write BASE_URL=https://a.example:8443)')
  })

  test('to the same path with a slash is told apart', () => {
    expect(led('/eu/v3/users/')).toContain('adds a slash')
  })

  test('to a login page says what can help', () => {
    expect(led('https://sso.example/oauth2/start?rd=x')).toContain('login page')
  })

  test('elsewhere is told as it is', () => {
    expect(led('https://other.example/eu/v3/users')).toBe(' (Location: https://other.example/eu/v3/users)')
    expect(redirectText(answer({ status: 200, headers: { location: '/x' } }))).toBe('')
  })
})
