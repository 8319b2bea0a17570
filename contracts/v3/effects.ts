/** What a removal did, or must not have done, to a user. */

import { differenceText } from '../../helpers/text/difference.ts'
import { unseenThrough } from '../../language/matchers/adapter.ts'
import { type Answer, refusesCaller } from '../../model/answer.ts'
import { changesOf, usersOf } from './client/user.ts'
import { expect } from './matchers.ts'
import type { ListSight, Sight } from './steps/sight.ts'

/**
 * The removal had an effect: the user is not shown in both places any more. That neither may show a removed user is
 * promised elsewhere.
 */
export function expectReal(after: ListSight, { id }: { id: string }): void {
  if (after.get === undefined) {
    expect(after.list).toExclude({ id })
    return
  }
  const isListed = after.entry !== undefined || usersOf(after.list) === undefined
  expect(after.get).toKeep('the user to be gone', after.user === undefined || !isListed, 'the user')
}

/**
 * Both the user's own page and the list show the user as before.
 * @throws Inconclusive where neither the user is shown nor that there is none: that is for the read to answer for
 */
export function expectUnchanged(before: Sight, after: Sight): void {
  const { status } = after.get
  // Whoever was found before and is refused now is gone, however a target says so.
  const isTold = status < 500 && status !== 429 && !refusesCaller(after.get)
  unchanged(after.get, before.user, after.user, '/data', isTold)
  expectListedAsBefore(before, after)
}

/** The same of the list alone: a page that does not show whom the list shows is for the reads to answer for. */
export function expectListedAsBefore(before: Sight, after: Sight): void {
  unchanged(after.list, before.entry, after.entry, '/data/users', usersOf(after.list) !== undefined)
}

function unchanged(
  answer: Answer,
  before: Sight['user'],
  after: Sight['user'],
  pointer: string,
  isTold: boolean,
): void {
  if (after === undefined && !isTold) throw unseenThrough(answer)
  const changed = after ? changesOf(before ?? {}, after) : []
  const actual = after ? differenceText(before ?? {}, after, changed) : 'no such user'
  expect(answer).toKeep('the user as before', after !== undefined && changed.length === 0, actual, pointer)
}
