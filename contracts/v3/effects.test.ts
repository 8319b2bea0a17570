import { describe, expect, test } from 'vitest'
import { answerOf } from '../../helpers/testing/answer.ts'
import { asserting } from '../../helpers/testing/asserting.ts'
import { expectReal, expectUnchanged } from './effects.ts'
import type { Sight } from './steps/sight.ts'

const ann = { id: '1', email: 'ann@example.com', role: 'admin', status: 'active', last_login_at: null }

/** What is seen of a user on the user's own page (x1) and in the list (x2). */
function sight(user: Sight['user'], entry: Sight['entry'] = user): Sight {
  return {
    get: answerOf({
      id: 'x1',
      operation: 'GET /v3/users/{userId}',
      ...(user ? { body: { data: user } } : { status: 404 }),
    }),
    list: answerOf({ id: 'x2', body: { data: { users: entry ? [entry] : [] } } }),
    user,
    entry,
  }
}

describe('a real removal', () => {
  test.each([
    ['is seen on the page', sight(undefined, ann)],
    ['is seen in the list', { ...sight(ann), entry: undefined }],
  ])('%s', (_where, after) => {
    expect(asserting(() => expectReal(after, ann))).toEqual({
      failure: undefined,
      evidence: ['x1'],
      deviations: [],
    })
  })

  test('is none where the user is still shown in both', () => {
    expect(asserting(() => expectReal(sight(ann), ann)).deviations).toMatchObject([
      { level: 'must', expected: 'the user to be gone', exchange: 'x1' },
    ])
  })

  test('is looked for in the list where nothing else was read', () => {
    const { get: _get, ...after } = sight(undefined, ann)
    expect(asserting(() => expectReal(after, ann)).deviations).toMatchObject([
      { level: 'must', pointer: '/data/users/0', exchange: 'x2' },
    ])
  })
})

describe('unchanged', () => {
  test('is who is the same in both places, a login apart', () => {
    const after = { ...ann, last_login_at: '2026-01-01T00:00:00Z' }
    expect(asserting(() => expectUnchanged(sight(ann), sight(after)))).toEqual({
      failure: undefined,
      evidence: ['x1', 'x2'],
      deviations: [],
    })
  })

  test.each([
    ['removed', undefined, ann, { actual: 'no such user', exchange: 'x1' }],
    ['unlisted', ann, undefined, { actual: 'no such user', exchange: 'x2' }],
    [
      'changed on the page',
      { ...ann, role: 'billing' },
      ann,
      { actual: 'role "billing", not "admin"', exchange: 'x1' },
    ],
    [
      'changed in the list',
      ann,
      { ...ann, status: 'suspended' },
      { actual: 'status "suspended", not "active"', exchange: 'x2' },
    ],
  ])('is not who was %s', (_, user, entry, deviation) => {
    const after = { ...sight(user), ...listOf(entry) }
    expect(asserting(() => expectUnchanged(sight(ann), after)).deviations).toMatchObject([
      { level: 'must', expected: 'the user as before', ...deviation },
    ])
  })
})

test('whoever is in no list that can be read, or behind an error, is not said to be gone', () => {
  const unread = answerOf({ id: 'x2', body: { data: { items: [ann] } } })
  const failed = answerOf({ id: 'x1', operation: 'GET /v3/users/{userId}', status: 500 })
  for (const after of [
    { ...sight(ann), list: unread, entry: undefined },
    { ...sight(ann), get: failed, user: undefined },
  ]) {
    const { failure, deviations } = asserting(() => expectUnchanged(sight(ann), after))
    expect(String(failure)).toContain('it could not be seen')
    expect(deviations).toEqual([])
  }
})

function listOf(entry: Sight['entry']): Pick<Sight, 'list' | 'entry'> {
  const list = answerOf({ id: 'x2', body: { data: { users: entry ? [entry] : [] } } })
  return { list, entry }
}
