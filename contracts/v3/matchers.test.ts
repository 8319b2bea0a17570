import { describe, expect as expectPlain, test } from 'vitest'
import { answerOf } from '../../helpers/testing/answer.ts'
import { asserting } from '../../helpers/testing/asserting.ts'
import { expect } from './matchers.ts'

const refusal = (details: unknown) =>
  answerOf({ status: 400, body: { success: false, error: { code: 'VALIDATION_001', details } } })

describe('toNameFields', () => {
  test('passes when details name every field, in any letter case, and others', () => {
    const answer = refusal({ Email: ['bad'], role: ['bad'], name: ['bad'] })
    expectPlain(asserting(() => expect(answer).toNameFields(['email', 'role']))).toEqual({
      failure: undefined,
      evidence: ['x1'],
      deviations: [],
    })
  })

  test.each([
    ['one is missing', { email: ['bad'] }, 'only email'],
    ['details are null', null, 'none of them'],
    ['details are a list', ['email', 'role'], 'none of them'],
  ])('fails when %s', (_, details, actual) => {
    const { failure, deviations } = asserting(() => expect(refusal(details)).toNameFields(['email', 'role']))
    expectPlain(failure).toBeDefined()
    expectPlain(deviations).toMatchObject([
      {
        level: 'must',
        expected: 'details that name email, role',
        actual,
        pointer: '/error/details',
        exchange: 'x1',
      },
    ])
  })
})

describe('toCarryHeader', () => {
  const answer = answerOf({ headers: { 'x-sandbox': 'True' } })

  test('passes in any letter case', () => {
    expectPlain(asserting(() => expect(answer).toCarryHeader('X-Sandbox', 'true')).failure).toBeUndefined()
  })

  test('fails for another value and for none', () => {
    expectPlain(asserting(() => expect(answer).toCarryHeader('X-Sandbox', 'false')).deviations).toMatchObject(
      [{ level: 'must', expected: 'header X-Sandbox: false', actual: '"True"' }],
    )
    expectPlain(asserting(() => expect(answer).toCarryHeader('X-Other', 'true')).deviations).toMatchObject([
      { level: 'must', actual: 'nothing' },
    ])
  })
})
