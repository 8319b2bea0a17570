/** The users of the organization of a token, for clean-ups. */

import type { Config } from '../../../helpers/config/config.ts'
import { sendOnce } from '../../../helpers/http/ambiguous-write.ts'
import type { Client } from '../../../helpers/http/client.ts'
import { segment } from '../../../helpers/http/segment.ts'
import {
  type CleanUpScope,
  type Found,
  noList,
  refusalOf,
  removedBy,
  shownBy,
} from '../../../helpers/safety/clean-up-scope.ts'
import type { Answer } from '../../../model/answer.ts'
import type { User } from '../../../model/user.ts'
import type { V1Caller } from './caller.ts'
import { MAX_LIMIT } from './pages.ts'
import { entriesOf, metaOf, userOf } from './user.ts'

/** How many pages beside the first the run's own clean-up reads of a list, at both of its ends. */
const PAGES_AT_ENDS = 4

/** How a clean-up asks: through the run's own caller, or straight through a client. */
interface Asks {
  page(page: number, status?: string): Promise<Answer>
  get(id: string): Promise<Answer>
  remove(id: string): Promise<Answer>
}

/**
 * The organization as the run's manager sees it; every answer is evidence as any other.
 * @param areNear whether new users are known to stand at an end of the list, so that the middle says nothing
 */
export function scopeOfRun(manager: V1Caller, areNear: () => boolean): CleanUpScope {
  const purpose = 'clean-up: what is left?'
  const asks: Asks = {
    page: (page, status) =>
      manager.list({ page, limit: MAX_LIMIT, ...(status === undefined ? {} : { status }) }, { purpose }),
    get: (id) => manager.get(id, { purpose: 'clean-up: is that user there, and ours?' }),
    remove: (id) =>
      removedBy(manager, manager.makers, (caller) => caller.remove(id, { purpose: 'clean-up' })),
  }
  const scope = scopeBy(asks, PAGES_AT_ENDS, true)
  return {
    ...scope,
    async find() {
      const { users, whole } = await scope.find()
      return { users, whole: whole || areNear() }
    },
  }
}

/** The one scope that a token has; none without a token. */
export function scopesV1(client: Client, { v1: { accessToken }, maxPages }: Config): CleanUpScope[] {
  return accessToken === undefined ? [] : [scopeBy(asksOf(client, accessToken), maxPages)]
}

/** @param both whether the pending users are read in any case, because the list may hide somebody whom a filter shows */
function scopeBy({ page, get, remove }: Asks, mostPages: number, both = false): CleanUpScope {
  return {
    contract: 'v1',
    find: () => walked(page, mostPages, both),
    get: async (id) => shownBy(await get(id), userOf),
    remove: (id) => refusalOf(() => remove(id)),
  }
}

/** All pages where there are few; else both ends of the list, and of the users who are pending as new ones are. */
async function walked(page: Asks['page'], mostPages: number, both: boolean): Promise<Found> {
  const read = async (number: number, status?: string) => {
    const answer = await page(number, status)
    return { entries: entriesOf(answer) ?? noList(answer), total: metaOf(answer).total }
  }
  const users = new Map<unknown, User>()
  const walk = async (status?: string): Promise<boolean> => {
    const first = await read(1, status)
    const last = Math.ceil((first.total ?? 0) / MAX_LIMIT)
    const all = Array.from({ length: Math.max(0, last - 1) }, (_, index) => index + 2)
    const half = Math.ceil(mostPages / 2)
    const pages = all.length <= mostPages ? all : [...all.slice(0, half), ...all.slice(-half)]
    const others = await Promise.all(pages.map((number) => read(number, status)))
    for (const { entries } of [first, ...others]) for (const user of entries) users.set(user.id, user)
    return pages.length === all.length
  }
  const pending = both ? walk('pending').catch(() => false) : undefined
  const whole = (await walk()) || (await (pending ?? walk('pending')))
  await pending
  return { users: [...users.values()], whole }
}

function asksOf(client: Client, accessToken: string): Asks {
  const headers = { authorization: `Bearer ${accessToken}` }
  const common = { contract: 'v1', caller: 'manager', purpose: 'clean-up', headers } as const
  const one = (id: string): string => `/api/v1/users/${segment(id)}`
  const get = (id: string): Promise<Answer> =>
    client.send({ ...common, operation: 'GET /api/v1/users/{id}', method: 'GET', path: one(id) })
  return {
    page: (page, status) =>
      client.send({
        ...common,
        operation: 'GET /api/v1/users',
        method: 'GET',
        path: `/api/v1/users?page=${page}&limit=${MAX_LIMIT}${status === undefined ? '' : `&status=${status}`}`,
      }),
    get,
    remove: (id) =>
      sendOnce(
        () =>
          client.send({ ...common, operation: 'DELETE /api/v1/users/{id}', method: 'DELETE', path: one(id) }),
        async () => (await get(id)).status === 404,
      ),
  }
}
