import { expect, test } from 'vitest'
import { Chance } from '../../../helpers/chance/chance.ts'
import { Guard } from '../../../helpers/safety/guard.ts'
import { answerOf } from '../../../helpers/testing/answer.ts'
import type { V3User } from '../client/user.ts'
import { goneBystander } from './bystanders.ts'

const person = (id: string, more: object = {}): V3User => ({
  id,
  email: `${id}@example.com`,
  role: 'admin',
  ...more,
})
const [ann, bob, own] = [person('ann'), person('bob'), person('own')]
const listOf = (...users: V3User[]) =>
  answerOf({ operation: 'GET /v3/users', body: { success: true, data: { users }, error: null } })

test.each<[string, V3User[], V3User[], V3User[], V3User | undefined]>([
  ['nobody is gone', [ann, bob], [ann, bob, own], [ann, bob], undefined],
  ['who is gone besides', [ann, bob], [ann, bob, own], [ann], bob],
  ['not who was meant', [ann, bob], [ann, bob], [bob], undefined],
  ['not where somebody had gone before', [ann, bob, person('zoe')], [ann, bob], [ann], undefined],
  [
    'not where somebody had changed before',
    [ann, person('bob', { role: 'billing' })],
    [ann, bob],
    [ann],
    undefined,
  ],
  [
    'not whose role has changed',
    [ann, bob],
    [ann, bob],
    [ann, person('bob', { role: 'billing' })],
    undefined,
  ],
])('%s', (_, start, before, after, expected) => {
  const guard = new Guard('full', 'uacabcdefghijklmnop', new Chance('seed'))
  guard.foreign(['ann', 'bob', 'zoe'])
  expect(goneBystander(guard, 'ann', listOf(...start), listOf(...before), listOf(...after))).toEqual(expected)
})

test('of a list that cannot be read nothing is said', () => {
  const guard = new Guard('full', 'uacabcdefghijklmnop', new Chance('seed'))
  guard.foreign(['ann', 'bob'])
  const unread = answerOf({ operation: 'GET /v3/users', status: 401, body: {} })
  expect(goneBystander(guard, 'ann', listOf(ann, bob), listOf(ann, bob), unread)).toBeUndefined()
})
