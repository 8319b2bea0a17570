/** Headers of the public tier: never sent is not offered, sent now and then is missed where it is not. */
import { expect, test } from 'vitest'
import { answerOf } from '../../../helpers/testing/answer.ts'
import { newScope, withScope } from '../../../language/scope.ts'
import { NotOffered } from '../../../model/outcome.ts'
import { PublicHeaders } from './public-headers.ts'

const NAME = 'X-Request-Id'

/** What is found for the list after answers with and without the header. */
function judged(...answers: [operation: string, value?: string][]) {
  const headers = new PublicHeaders()
  for (const [operation, value] of answers) {
    const answer = answerOf({ headers: value === undefined ? {} : { 'x-request-id': value } })
    headers.note({ ...answer, exchange: { ...answer.exchange, operation } }, NAME)
  }
  const scope = newScope('GET /v3/users')
  let thrown: unknown
  withScope(scope, () => {
    try {
      headers.judgeAbsence(NAME)
    } catch (error) {
      thrown = error
    }
  })
  return { thrown, found: scope.findings.map(({ level, expected }) => [level, expected]) }
}

test('a header that no answer has is not offered', () => {
  const { thrown, found } = judged(['GET /v3/users'], ['POST /v3/users', ''])
  expect(found).toEqual([])
  expect(thrown).toBeInstanceOf(NotOffered)
  expect(String(thrown)).toContain('no answer of the run has X-Request-Id')
})

test('a header that answers of any operation have is missed on the others', () => {
  const missed = [['should', 'header X-Request-Id']]
  expect(judged(['GET /v3/users'], ['POST /v3/users', 'req_1'])).toEqual({ thrown: undefined, found: missed })
  expect(judged(['GET /v3/users', 'req_1'], ['GET /v3/users'])).toEqual({ thrown: undefined, found: missed })
  expect(judged(['GET /v3/users', 'req_1'])).toEqual({ thrown: undefined, found: [] })
})

test('nothing is said of an operation without an answer', () => {
  expect(judged(['POST /v3/users'])).toEqual({ thrown: undefined, found: [] })
})
