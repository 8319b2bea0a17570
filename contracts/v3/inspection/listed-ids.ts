/** Finds ids that stand in a list twice, also in long lists that are read again and again. */
import { changeOf } from '../../../helpers/lists/list-changes.ts'
import type { Steps } from '../../../helpers/lists/time-slicing.ts'
import type { Look } from '../../../language/every-answer.ts'
import { succeeded } from '../../../model/answer.ts'
import { must } from '../../../model/finding.ts'
import { usersOf, type V3User } from '../client/user.ts'

/** So many entries of one list are named. */
const MOST_FINDINGS = 10

/** So many users are looked at in one step. */
const STEP = 500

export class ListedIds {
  /**
   * The ids of each list in which none stands twice. One set serves a list and those that came of it, and may hold
   * ids that only an earlier one had.
   */
  readonly #idsOf = new WeakMap<V3User[], Set<unknown>>()

  /** The ids of a list that only adds ids which were not there to one in which each stood once. */
  #withUnseen(users: V3User[]): Set<unknown> | undefined {
    const change = changeOf(users)
    const ids = change && this.#idsOf.get(change.before as V3User[])
    if (change === undefined || ids === undefined) return undefined
    const added = change.fresh.map((index) => users[index]?.id).filter((id) => id !== undefined)
    if (added.some((id) => ids.has(id)) || new Set(added).size < added.length) return undefined
    for (const id of added) ids.add(id)
    return ids
  }

  /** The indices of the first `most` users whose id stands further up too. */
  *repeatedIn(users: V3User[], most: number): Steps<number[]> {
    const known = this.#withUnseen(users)
    if (known !== undefined) {
      this.#idsOf.set(users, known)
      return []
    }
    const ids = new Set<unknown>()
    const repeated: number[] = []
    for (const [index, { id }] of users.entries()) {
      if (id === undefined) continue
      if (ids.has(id) && repeated.length < most) repeated.push(index)
      ids.add(id)
      if (index % STEP === 0) yield
    }
    if (repeated.length === 0) this.#idsOf.set(users, ids)
    return repeated
  }
}

/** Looks for users who stand in a list twice. */
export function idsOnce(): Look {
  const ids = new ListedIds()
  return function* (answer) {
    const users = succeeded(answer) ? usersOf(answer) : undefined
    if (users === undefined) return undefined
    const repeated = yield* ids.repeatedIn(users, MOST_FINDINGS)
    return repeated.map((index) =>
      must('every user once', 'an id that stands further up too', `/data/users/${index}/id`),
    )
  }
}
