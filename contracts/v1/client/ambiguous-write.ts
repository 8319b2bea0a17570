/** What became of a change whose answer got lost: the manager looks before anything is sent again. */

import type { Answer } from '../../../model/answer.ts'
import { byEmail, type User } from '../../../model/user.ts'
import { MAX_LIMIT } from './pages.ts'
import type { CallOptions, ListQuery } from './requests.ts'
import { entriesOf, idOf, metaOf } from './user.ts'

/** Who looks. */
interface Manager {
  list(query: ListQuery, options: CallOptions): Promise<Answer>
  get(id: string, options: CallOptions): Promise<Answer>
}

/**
 * Whether a creation made somebody: both ends of the list are looked at. Where they do not show the user and are
 * not the whole list, it counts as made, because a second one would be one too many.
 * @param before whether the address had been asked for before, so that only a second user with it says something
 * @param isNew whether a user carries the run's tag, but no address that the run asked for
 */
export async function wasCreated(
  manager: Manager,
  email: string | undefined,
  before: boolean,
  isNew: (user: User) => boolean,
): Promise<boolean> {
  const purpose = 'did the lost creation count?'
  const first = await manager.list({ page: 1, limit: MAX_LIMIT }, { purpose })
  const pages = Math.ceil((metaOf(first).total ?? 0) / MAX_LIMIT)
  const last = pages > 1 ? await manager.list({ page: pages, limit: MAX_LIMIT }, { purpose }) : first
  // Both ends may be one page, or share users while others come and go.
  const seen = [...new Set([first, last])].flatMap((answer) => entriesOf(answer) ?? [])
  const isThere = email === undefined ? seen.some(isNew) : countOf(byEmail(seen, email)) > Number(before)
  // What must be refused, or was there before, may be asked for again.
  const isSure = email === undefined || before || (pages <= 2 && pages >= 1)
  return isThere || !isSure
}

function countOf(users: User[]): number {
  return new Set(users.map((user) => idOf(user) ?? user)).size
}

/** Whether a removal took somebody away. */
export async function wasDeleted(manager: Manager, id: string): Promise<boolean> {
  const answer = await manager.get(id, { purpose: 'did the lost removal count?' })
  return answer.status === 404
}
