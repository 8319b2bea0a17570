import { expect, test } from 'vitest'
import { must } from '../model/finding.ts'
import { withEntry } from './entry.ts'

const USERS = [
  { name: 'Ann', role: 'admin', email: 'ann@example.com', id: '1' },
  { name: 'Bob', role: 'owner', email: 'bob@example.com', id: '2', address: { town: 7 } },
]
const LIST = { success: true, data: { users: USERS }, meta: { request_id: 5 } }
const entryOf = (pointer: string, body: unknown = LIST): unknown =>
  withEntry(must('a', 'b', pointer), body).entry

test('tells whose member deviates: id, address, then the member', () => {
  expect(JSON.stringify(entryOf('/data/users/1/role'))).toBe(
    '{"quoted":{"id":"2","email":"bob@example.com","role":"owner","name":"Bob","address":{"town":7}}}',
  )
})

test('tells the whole entry where that is at fault, and whom a deeper member belongs to', () => {
  expect(entryOf('/data/users/0')).toEqual({ quoted: USERS[0] })
  expect(entryOf('/data/users/1/address/town')).toMatchObject({ quoted: { id: '2' } })
})

test('tells the entry that lacks a member', () => {
  expect(entryOf('/data/users/0/status')).toEqual({ quoted: USERS[0] })
})

test('tells the object that holds a member where nobody is concerned', () => {
  expect(entryOf('/meta/request_id')).toEqual({ quoted: { request_id: 5 } })
})

test.each(['', '/data2', '/success'])('has nothing to add to the body itself: %j', (pointer) => {
  expect(entryOf(pointer)).toBeUndefined()
})

test.each([
  ['a user', { id: '1', email: 'a@example.com' }, '/email'],
  ['no object', [1, 2], '/0'],
  ['nothing', undefined, '/data'],
  ['null on the way', { data: null }, '/data/users/0'],
])('keeps its head where the body is %s', (_, body, pointer) => {
  expect(() => entryOf(pointer, body)).not.toThrow()
})

test('keeps an entry that is known', () => {
  const known = { ...must('a', 'b', '/data/users/1'), entry: 'known' }
  expect(withEntry(known, LIST).entry).toBe('known')
})
