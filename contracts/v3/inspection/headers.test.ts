import { describe, expect, test } from 'vitest'
import { answerOf } from '../../../helpers/testing/answer.ts'
import { headerFindings } from './headers.ts'
import { PublicHeaders } from './public-headers.ts'

const complete = {
  'x-request-id': 'req_1',
  'x-response-time': '12ms',
  'x-api-version': 'v3',
}
const judged = (headers: Record<string, string>, requestId: unknown = 'req_1') =>
  headerFindings(new PublicHeaders())(answerOf({ headers, body: { meta: { request_id: requestId } } }))
const expectedBy = (headers: Record<string, string>, requestId?: unknown) =>
  judged(headers, requestId).map(({ expected }) => expected)

describe('the headers of an answer', () => {
  test('are right when all are there, rate limits or not', () => {
    expect(judged(complete)).toEqual([])
    expect(
      judged({
        ...complete,
        'x-ratelimit-limit': '200',
        'x-ratelimit-remaining': '200',
        'x-ratelimit-reset': '1767225600',
      }),
    ).toEqual([])
    expect(judged({ ...complete, 'x-ratelimit-remaining': '0' })).toEqual([])
  })

  test('are only worth a warning, whatever is wrong', () => {
    const findings = judged({ 'x-api-version': 'v2', 'x-ratelimit-limit': 'many' })
    expect(findings).toHaveLength(2)
    expect(findings.every(({ level }) => level === 'should')).toBe(true)
  })

  test('are not judged here where they are missing', () => {
    expect(judged({})).toEqual([])
    expect(judged({ 'x-api-version': '' })).toEqual([])
  })

  test('another version is no v3', () => {
    expect(judged({ ...complete, 'x-api-version': 'v2' })).toMatchObject([{ actual: 'another value' }])
  })

  test('X-Request-Id is that of meta, where meta has one', () => {
    expect(expectedBy(complete, 'req_2')).toEqual(['X-Request-Id equal to meta.request_id'])
    expect(expectedBy(complete, 7)).toEqual([])
    expect(headerFindings(new PublicHeaders())(answerOf({ status: 204, headers: complete }))).toEqual([])
  })

  test('a replay may repeat the first id', () => {
    expect(expectedBy({ ...complete, 'idempotent-replayed': 'true' }, 'req_2')).toEqual([])
  })

  test.each(['-1', '1.5', '', 'many', '1e3', '10, 10'])('%j is no whole number', (value) => {
    for (const name of ['limit', 'remaining', 'reset'])
      expect(expectedBy({ ...complete, [`x-ratelimit-${name}`]: value })).toEqual([
        `a whole number in X-RateLimit-${name}`,
      ])
  })

  test('no more can be left than there was', () => {
    const headers = { ...complete, 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '11' }
    expect(expectedBy(headers)).toEqual(['X-RateLimit-Remaining at most X-RateLimit-Limit'])
  })
})
