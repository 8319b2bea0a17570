import { describe, expect, test } from 'vitest'
import { answerOf } from '../../../helpers/testing/answer.ts'
import { byEmail, byId, changedMembers, detailFields, errorCode, userOf, usersOf } from './user.ts'

const ann = { id: '1', email: 'Ann@example.com' }

describe('reading users', () => {
  test('a list gives its entries; what is no object gives an empty one, so that places stay right', () => {
    expect(usersOf(answerOf({ body: { data: { users: [ann, null, 'Bob', [ann]] } } }))).toEqual([
      ann,
      {},
      {},
      {},
    ])
    expect(usersOf(answerOf({ body: { data: { users: [] } } }))).toEqual([])
  })

  test.each([
    ['a refusal', { status: 403, body: { data: { users: [ann] } } }],
    ['a body that is no list', { body: { data: [ann] } }],
    ['users that are no list', { body: { data: { users: { 0: ann } } } }],
    ['a text', { text: 'users' }],
    ['null', { text: 'null' }],
    ['nothing', {}],
  ])('%s gives no list', (_, sketch) => {
    expect(usersOf(answerOf(sketch))).toBeUndefined()
  })

  test('a single user is data itself', () => {
    expect(userOf(answerOf({ status: 201, body: { data: ann } }))).toEqual(ann)
  })

  test.each([
    ['a refusal', { status: 404, body: { data: ann } }],
    ['a list', { body: { data: [ann] } }],
    ['null', { body: { data: null } }],
    ['nothing', { status: 204 }],
  ])('%s gives no user', (_, sketch) => {
    expect(userOf(answerOf(sketch))).toBeUndefined()
  })
})

describe('reading refusals', () => {
  test.each([
    [{ error: { code: 'AUTH_004' } }, 'AUTH_004'],
    [{ error: { code: 4 } }, undefined],
    [{ error: 'AUTH_004' }, undefined],
    [[], undefined],
    [undefined, undefined],
  ])('the code of %j is %s', (body, code) => {
    expect(errorCode(answerOf({ status: 403, body }))).toBe(code)
  })

  test.each([
    [{ Email: ['bad'], role: [] }, ['email', 'role']],
    [null, []],
    [['email'], []],
    ['email', []],
  ])('the fields of %j are %j', (details, fields) => {
    expect(detailFields(answerOf({ status: 400, body: { error: { details } } }))).toEqual(fields)
  })
})

describe('picking and comparing', () => {
  const users = [ann, { id: 7, email: 4 }, { id: '2', email: 'bob@example.com' }, {}]

  test('numbers are ids as well, and addresses are compared without regard to letter case', () => {
    expect(byId(users, '1')).toEqual([ann])
    expect(byId(users, '7')).toEqual([{ id: 7, email: 4 }])
    expect(byEmail(users, 'ANN@example.com')).toEqual([ann])
    expect(byEmail(users, 'eve@example.com')).toEqual([])
  })

  test('a missing member equals null, and nothing else', () => {
    expect(changedMembers({ a: null }, {}, ['a', 'b'])).toEqual([])
    expect(changedMembers({ a: '' }, {}, ['a'])).toEqual(['a'])
    expect(changedMembers({ a: 1, b: 1 }, { a: '1', b: 1 }, ['a', 'b'])).toEqual(['a'])
  })
})
