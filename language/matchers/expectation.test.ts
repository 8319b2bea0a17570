import { expect, test } from 'vitest'
import { answerOf } from '../../helpers/testing/answer.ts'
import type { Answer } from '../../model/answer.ts'
import { expecting } from './expectation.ts'

const assert = expecting({
  toHaveStatus: ({ status }: Answer, wanted: number) =>
    status === wanted ? undefined : `status ${status} and not ${wanted}`,
})

test('an assertion that holds says nothing', () => {
  expect(assert(answerOf({ status: 200 })).toHaveStatus(200)).toBeUndefined()
})

test('one that fails throws what the judge takes for a failed assertion', () => {
  expect(() => assert(answerOf({ status: 204 })).toHaveStatus(200)).toThrow(
    expect.objectContaining({ name: 'AssertionError', message: 'status 204 and not 200' }),
  )
})
