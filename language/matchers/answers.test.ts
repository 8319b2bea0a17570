import { describe, expect as expectPlain, test } from 'vitest'
import { answerOf } from '../../helpers/testing/answer.ts'
import { asserting } from '../../helpers/testing/asserting.ts'
import type { Answer } from '../../model/answer.ts'
import { expect } from './answers.ts'

const USERS = [
  { id: '1', email: 'Ann@example.com', role: 'admin', last_login_at: null },
  { id: '2', email: 'bob@example.com', role: 'developer' },
]
const list = (users: unknown = USERS): Answer =>
  answerOf({ body: { success: true, data: { users }, error: null } })
const single = (user: unknown = USERS[0]): Answer =>
  answerOf({ operation: 'GET /v3/users/{userId}', body: { success: true, data: user, error: null } })
const passes = (body: () => void): void =>
  expectPlain(asserting(body)).toEqual({ failure: undefined, evidence: ['x1'], deviations: [] })
const fails = (body: () => void, ...deviations: object[]): void => {
  const asserted = asserting(body)
  expectPlain(asserted.failure).toBeDefined()
  expectPlain(asserted.evidence).toEqual(['x1'])
  expectPlain(asserted.deviations).toMatchObject(
    deviations.map((deviation) => ({ level: 'must', exchange: 'x1', ...deviation })),
  )
}

describe('toSucceed', () => {
  test('passes for 200 unless told otherwise', () => {
    passes(() => expect(list()).toSucceed())
    passes(() => expect(answerOf({ status: 201 })).toSucceed([200, 201]))
  })

  test('fails for another status, also of the same class', () => {
    fails(() => expect(answerOf({ status: 202 })).toSucceed(), {
      expected: 'status 200',
      actual: 'status 202',
    })
    fails(() => expect(answerOf({ status: 403 })).toSucceed([200, 201]), { expected: 'status 200 or 201' })
  })

  test('notes a soft status as a should', () => {
    const { failure, deviations } = asserting(() => expect(answerOf()).toSucceed([204], [200]))
    expectPlain(failure).toBeUndefined()
    expectPlain(deviations).toMatchObject([{ level: 'should', expected: 'status 204', actual: 'status 200' }])
  })
})

describe('toInclude', () => {
  test('passes for an id, and for an address in any letter case', () => {
    passes(() => expect(list()).toInclude({ id: '2' }))
    passes(() => expect(list()).toInclude({ email: 'ann@EXAMPLE.com' }))
  })

  test('fails where nobody is that', () => {
    fails(() => expect(list()).toInclude({ id: '3' }), { pointer: '/data/users' })
    fails(() => expect(list()).toInclude({ email: 'eve@example.com' }), { pointer: '/data/users' })
  })

  test.each([
    ['a refusal', answerOf({ status: 403, body: { data: { users: USERS } } })],
    ['no list', list({ 1: USERS[0] })],
    ['entries that are nobody', list([null, 'Ann', 4, []])],
    ['nothing', answerOf()],
  ])('fails for %s', (_, answer) => {
    fails(() => expect(answer).toInclude({ id: '1' }), {})
  })

  test('finds users of v1', () => {
    const answer = answerOf({ operation: 'GET /api/v1/users', body: { data: USERS, meta: {} } })
    passes(() => expect(answer).toInclude({ id: '1' }))
  })
})

describe('toExclude', () => {
  test('passes where nobody is that', () => {
    passes(() => expect(list()).toExclude({ id: '3' }))
    passes(() => expect(list([])).toExclude({ id: '1', email: 'ann@example.com' }))
  })

  test('fails for the id as well as for the address, and says where', () => {
    fails(() => expect(list()).toExclude({ id: '2' }), { pointer: '/data/users/1' })
    fails(() => expect(list()).toExclude({ id: '9', email: 'ann@example.com' }), { pointer: '/data/users/0' })
  })

  test('fails where there is no list: nothing shows that the user is gone', () => {
    fails(() => expect(answerOf({ status: 500 })).toExclude({ id: '1' }), { expected: 'a list of users' })
  })
})

describe('toShow', () => {
  test('passes for equal members, an address in any letter case, null and a missing member alike', () => {
    passes(() => expect(single()).toShow({ id: '1', email: 'ann@example.com', last_login_at: null }))
    passes(() => expect(single(USERS[1])).toShow({ last_login_at: null }))
    passes(() => expect(single()).toShow({}))
  })

  test('fails for each member that differs', () => {
    fails(
      () => expect(single()).toShow({ id: '2', role: 'billing', email: 'ann@example.com' }),
      { expected: '"2"', actual: '"1"', pointer: '/data/id' },
      { expected: '"billing"', actual: '"admin"', pointer: '/data/role' },
    )
  })

  test('expects no value that the documents forbid, wherever it was seen', () => {
    const forbidden = 'what another answer shows there, though no document allows that value'
    fails(
      () => expect(single()).toShow({ role: 'OWNER', email: undefined, last_login_at: 'yesterday' }),
      { expected: forbidden, actual: '"admin"', pointer: '/data/role' },
      { expected: forbidden, pointer: '/data/email' },
      { expected: forbidden, pointer: '/data/last_login_at' },
    )
  })

  test('fails for a refusal and for an answer without a user', () => {
    fails(() => expect(answerOf({ status: 404 })).toShow({}), { actual: 'status 404 without a user' })
    fails(() => expect(single('Ann')).toShow({}), { expected: 'a user' })
  })
})

describe('toList', () => {
  test('passes for the entry with these members', () => {
    passes(() => expect(list()).toList('1', { role: 'admin', last_login_at: null }))
  })

  test('fails for an entry that differs, and says where', () => {
    fails(() => expect(list()).toList('2', { role: 'admin' }), {
      expected: '"admin"',
      actual: '"developer"',
      pointer: '/data/users/1/role',
    })
  })

  test('fails where there is no such entry, or no list', () => {
    fails(() => expect(list()).toList('3', {}), { pointer: '/data/users' })
    fails(() => expect(answerOf()).toList('1', {}), { expected: 'a list of users' })
  })
})

describe('toHaveNoBody', () => {
  const removal = (status: number, body?: unknown): Answer =>
    answerOf({ operation: 'DELETE /v3/users/{userId}', status, body })

  test('passes for an empty answer', () => {
    passes(() => expect(removal(204)).toHaveNoBody())
  })

  test('notes an envelope of success with 200 as a should', () => {
    const { failure, deviations } = asserting(() => expect(removal(200, { success: true })).toHaveNoBody())
    expectPlain(failure).toBeUndefined()
    expectPlain(deviations).toMatchObject([{ level: 'should', expected: 'no body' }])
  })

  test.each([
    ['success false', removal(200, { success: false })],
    ['something else', removal(200, { deleted: true })],
    ['an envelope with another status', removal(202, { success: true })],
    ['a text', answerOf({ operation: 'DELETE /v3/users/{userId}', text: 'OK' })],
    ['an envelope in v1', answerOf({ operation: 'DELETE /api/v1/users/{id}', body: { success: true } })],
  ])('fails for %s', (_, answer) => {
    fails(() => expect(answer).toHaveNoBody(), { expected: 'no body' })
  })
})

describe('toKeep and toPrefer', () => {
  test('pass for what holds', () => {
    passes(() => expect(list()).toKeep('a promise', true, 'unused'))
    passes(() => expect(list()).toPrefer('a wish', true, 'unused'))
  })

  test('a broken promise fails', () => {
    fails(() => expect(list()).toKeep('a promise', false, 'less', '/data'), {
      expected: 'a promise',
      actual: 'less',
      pointer: '/data',
    })
  })

  test('an unmet wish is a should, and the check goes on', () => {
    const { failure, deviations } = asserting(() => expect(list()).toPrefer('a wish', false, 'less'))
    expectPlain(failure).toBeUndefined()
    expectPlain(deviations).toEqual([{ level: 'should', expected: 'a wish', actual: 'less', exchange: 'x1' }])
  })
})

test('a failure names the exchange in words', () => {
  const { failure } = asserting(() => expect(answerOf({ status: 500 })).toSucceed())
  expectPlain(failure).toContain('GET http://target.example/v3/users by admin (a test) was answered 500')
})
