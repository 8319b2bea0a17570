import { describe, expect as expectPlain, test } from 'vitest'
import { answerOf } from '../../helpers/testing/answer.ts'
import { asserting } from '../../helpers/testing/asserting.ts'
import { expect } from './answers.ts'
import type { Refusal } from './refusal.ts'

const refusedWith = (status: number, code?: unknown) =>
  answerOf({ status, body: { success: false, data: null, error: { code, message: 'No.' }, meta: {} } })
const judged = (answer: ReturnType<typeof answerOf>, refusal: Refusal) =>
  asserting(() => expect(answer).toBeRefused(refusal))

describe('toBeRefused', () => {
  test('passes for the documented status and code, and cites the exchange', () => {
    expectPlain(judged(refusedWith(404, 'RESOURCE_006'), { status: 404, code: 'RESOURCE_006' })).toEqual({
      failure: undefined,
      evidence: ['x1'],
      deviations: [],
    })
  })

  test.each([
    ['one of several statuses', refusedWith(403), { status: [404, 403] }],
    ['a code of the family', refusedWith(400, 'VALIDATION_003'), { status: 400, code: 'VALIDATION_' }],
    [
      'one of several codes',
      refusedWith(404, 'RESOURCE_006'),
      { status: 404, code: ['VALIDATION_', 'RESOURCE_006'] },
    ],
    ['no body where no code is asked for', answerOf({ status: 401 }), { status: 401 }],
    ['a body that is no JSON there', answerOf({ status: 401, text: 'go away' }), { status: 401 }],
  ] as const)('passes for %s', (_, answer, refusal) => {
    expectPlain(judged(answer, refusal as Refusal)).toMatchObject({ failure: undefined, deviations: [] })
  })

  test('fails for another status, naming what was expected', () => {
    const { failure, evidence, deviations } = judged(refusedWith(500, 'INTERNAL_001'), {
      status: 403,
      code: 'AUTH_004',
    })
    expectPlain(failure).toContain('expected status 403 with AUTH_004, got status 500')
    expectPlain(evidence).toEqual(['x1'])
    expectPlain(deviations).toEqual([
      { level: 'must', expected: 'status 403 with AUTH_004', actual: 'status 500', exchange: 'x1' },
    ])
  })

  test.each([
    ['another code', refusedWith(403, 'AUTH_002')],
    ['a code that only begins alike', refusedWith(403, 'AUTH_0044')],
    ['no code', refusedWith(403)],
    ['a code that is no text', refusedWith(403, 4)],
    ['no error', answerOf({ status: 403, body: {} })],
    ['no body', answerOf({ status: 403 })],
  ])('fails for %s', (_, answer) => {
    const { failure, deviations } = judged(answer, { status: 403, code: 'AUTH_004' })
    expectPlain(failure).toBeDefined()
    expectPlain(deviations).toMatchObject([
      { level: 'must', expected: 'code AUTH_004', pointer: '/error/code' },
    ])
  })

  test('fails for a refusal that calls itself a success', () => {
    const answer = answerOf({ status: 403, body: { success: true } })
    expectPlain(judged(answer, { status: 403 }).deviations).toMatchObject([
      { level: 'must', pointer: '/success' },
    ])
  })

  test('notes a soft status as a should, and goes on', () => {
    const { failure, deviations } = judged(refusedWith(422, 'VALIDATION_001'), {
      status: 400,
      soft: [422],
      code: 'VALIDATION_',
    })
    expectPlain(failure).toBeUndefined()
    expectPlain(deviations).toEqual([
      { level: 'should', expected: 'status 400', actual: 'status 422', exchange: 'x1' },
    ])
  })

  test('notes a soft code as a should', () => {
    const { failure, deviations } = judged(refusedWith(400, 'VALIDATION_004'), {
      status: 400,
      code: 'VALIDATION_001',
      softCode: ['VALIDATION_'],
    })
    expectPlain(failure).toBeUndefined()
    expectPlain(deviations).toMatchObject([{ level: 'should', actual: '"VALIDATION_004"' }])
  })

  test('a soft status does not excuse a wrong code', () => {
    const { failure, deviations } = judged(refusedWith(422, 'AUTH_004'), {
      status: 400,
      soft: [422],
      code: 'VALIDATION_',
    })
    expectPlain(failure).toBeDefined()
    expectPlain(deviations.map(({ level }) => level)).toEqual(['should', 'must'])
  })

  test('reads the word of v1 where the answer is one of v1', () => {
    const answer = answerOf({
      operation: 'GET /api/v1/users/{id}',
      status: 404,
      body: { error: 'not_found', message: 'No.' },
    })
    expectPlain(judged(answer, { status: 404, code: 'not_found' }).failure).toBeUndefined()
    expectPlain(judged(answer, { status: 404, code: 'forbidden' }).deviations).toMatchObject([
      { actual: '"not_found"', pointer: '/error' },
    ])
  })
})
