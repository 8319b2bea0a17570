import { describe, expect, test } from 'vitest'
import { answerOf } from '../../helpers/testing/answer.ts'
import { asserting } from '../../helpers/testing/asserting.ts'
import { Inconclusive } from '../../model/outcome.ts'
import { Inspections } from '../inspections.ts'
import { allAnswers, provenBy, seenIn } from './evidence.ts'

describe('the twin of a refusal', () => {
  test('is evidence when it succeeded', () => {
    expect(asserting(() => provenBy(answerOf({ id: 'x7', status: 204 })))).toEqual({
      failure: undefined,
      evidence: ['x7'],
      deviations: [],
    })
  })

  test.each([302, 403, 404, 500])('settles nothing when it was answered %i', (status) => {
    expect(() => provenBy(answerOf({ status }))).toThrow(Inconclusive)
    const { failure, evidence, deviations } = asserting(() => provenBy(answerOf({ status })))
    expect(failure).toContain(`was answered ${status} too`)
    expect({ evidence, deviations }).toEqual({ evidence: ['x1'], deviations: [] })
  })
})

test('answers can be evidence without a claim', () => {
  const answers = [answerOf({ id: 'x1', status: 500 }), answerOf({ id: 'x2' })]
  expect(asserting(() => seenIn(...answers))).toEqual({
    failure: undefined,
    evidence: ['x1', 'x2'],
    deviations: [],
  })
})

describe('a facet of all answers', () => {
  const judged = (inspections: Inspections) =>
    asserting(() => allAnswers(inspections, 'GET /v3/users', 'meta'))

  test('settles nothing when no answer shows it', () => {
    const inspections = new Inspections()
    inspections.note('POST /v3/users', 'meta', 'x1', [])
    expect(() => allAnswers(inspections, 'GET /v3/users', 'meta')).toThrow(Inconclusive)
  })

  test('rests on a few answers when all are right', () => {
    const inspections = new Inspections()
    for (let nth = 1; nth <= 9; nth++) inspections.note('GET /v3/users', 'meta', `x${nth}`, [])
    expect(judged(inspections)).toEqual({
      failure: undefined,
      evidence: ['x1', 'x2', 'x3', 'x4', 'x5'],
      deviations: [],
    })
  })

  test('rests on those that deviate when some do', () => {
    const inspections = new Inspections()
    inspections.note('GET /v3/users', 'meta', 'x1', [])
    inspections.note('GET /v3/users', 'meta', 'x2', [{ level: 'must', expected: 'a', actual: 'b' }])
    expect(judged(inspections)).toEqual({
      failure: undefined,
      evidence: ['x2'],
      deviations: [{ level: 'must', expected: 'a', actual: 'b', exchange: 'x2' }],
    })
  })
})
