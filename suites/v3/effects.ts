/** What a removal did, or must not have done, to a user. */

import type { Answer } from '../../model/answer.ts'
import { changesOf } from './client/user.ts'
import { expect } from './matchers.ts'
import type { ListSight, Sight } from './steps/sight.ts'

/** The list lacks the user, and so does the user's own page where it was looked at. */
export function expectGone(after: ListSight, subject: { id: string; email?: string }): void {
  if (after.get) expect(after.get).toKeep('the user to be gone', after.user === undefined, 'the user')
  expect(after.list).toExclude(subject)
}

/** Both the user's own page and the list show the user as before. */
export function expectUnchanged(before: Sight, after: Sight): void {
  unchanged(after.get, before.user, after.user, '/data')
  unchanged(after.list, before.entry, after.entry, '/data/users')
}

function unchanged(answer: Answer, before: Sight['user'], after: Sight['user'], pointer: string): void {
  const changed = after ? changesOf(before ?? {}, after) : []
  const actual = after ? `another ${changed.join(', ')}` : 'no such user'
  expect(answer).toKeep('the user as before', after !== undefined && changed.length === 0, actual, pointer)
}
