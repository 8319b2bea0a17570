import { describe, expect, test } from 'vitest'
import { BodyError } from './body.ts'
import { failureOf } from './failure.ts'

const withCode = (code: unknown, message = 'boom'): Error => Object.assign(new Error(message), { code })

describe('what kept an answer from coming', () => {
  test.each([
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['EAI_AGAIN', 'unreachable'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
    ['UND_ERR_HEADERS_OVERFLOW', 'too-large'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'protocol'],
    ['HPE_INVALID_CONSTANT', 'protocol'],
    ['UND_ERR_SOCKET', 'reset'],
    ['ECONNRESET', 'reset'],
    ['EPIPE', 'reset'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['EPROTO', 'tls'],
  ])('%s is of the kind %s', (code, kind) => {
    expect(failureOf(withCode(code), 0).kind).toBe(kind)
  })

  test.each(['TimeoutError', 'AbortError'])('%s is a timeout and says after how long', (name) => {
    expect(failureOf(new DOMException('late', name), 1_500)).toEqual({
      kind: 'timeout',
      message: 'no complete answer within 1500 ms',
    })
  })

  test.each(['too-large', 'protocol'] as const)('a body that is %s says so itself', (kind) => {
    expect(failureOf(new BodyError(kind, 'as it is'), 0)).toEqual({ kind, message: 'as it is' })
  })

  test('the cause counts where the error itself says nothing', () => {
    const error = new TypeError('fetch failed', { cause: withCode('ENOTFOUND') })
    expect(failureOf(error, 0)).toEqual({ kind: 'unreachable', message: 'the host name does not resolve' })
  })

  test('so does the first of several, as when a host has several addresses', () => {
    const error = new AggregateError([withCode('ECONNREFUSED'), withCode('ETIMEDOUT')])
    expect(failureOf(error, 0).message).toContain('connection refused')
  })

  test('nothing of the request is repeated', () => {
    const secret = 'Authorization: Bearer s3cret'
    for (const error of [withCode('ECONNRESET', secret), withCode('NEVER_SEEN', secret), new Error(secret)])
      expect(failureOf(error, 0).message).not.toContain('s3cret')
  })

  test.each([
    ['an error without code', new Error('boom')],
    ['a code that is no text', withCode(25)],
    ['a code that every object has', withCode('constructor')],
    ['a cause that is nothing', new Error('boom', { cause: null })],
    ['a text', 'boom'],
    ['nothing', undefined],
    ['null', null],
  ])('%s is a failed request', (_, error) => {
    expect(failureOf(error, 0)).toMatchObject({
      kind: 'unreachable',
      message: expect.stringMatching(/^the request failed/),
    })
  })

  test('causes that go in a circle end', () => {
    const error = new Error('boom')
    error.cause = new Error('bang', { cause: error })
    expect(failureOf(error, 0).kind).toBe('unreachable')
  })
})
