/** The users of an organization or a child profile, for clean-ups. */

import type { Config } from '../../../helpers/config/config.ts'
import { sendOnce } from '../../../helpers/http/ambiguous-write.ts'
import type { Call } from '../../../helpers/http/call.ts'
import type { Client } from '../../../helpers/http/client.ts'
import { segment } from '../../../helpers/http/segment.ts'
import {
  type CleanUpScope,
  noList,
  refusalOf,
  removedBy,
  shownBy,
} from '../../../helpers/safety/clean-up-scope.ts'
import type { Answer } from '../../../model/answer.ts'
import type { V3Caller } from './caller.ts'
import { userOf, usersOf } from './user.ts'

/** How a target says that there is no such profile for this key. */
const NO_PROFILE = [400, 403, 404, 422]

/** How a clean-up asks: through the run's own caller, or straight through a client. */
interface Asks {
  list(): Promise<Answer>
  get(id: string): Promise<Answer>
  remove(id: string): Promise<Answer>
}

/** A scope as the run's admin sees it; every answer is evidence as any other. */
export function scopeOfRun(admin: V3Caller, profileId: string | undefined): CleanUpScope {
  const scope = profileId === undefined ? {} : { profileId }
  return scopeBy(
    {
      list: () => admin.list({ purpose: 'clean-up: what is left?', ...scope }),
      get: (id) => admin.get(id, { purpose: 'clean-up: is that user there, and ours?', ...scope }),
      remove: (id) =>
        removedBy(admin, admin.makers, (caller) =>
          caller.remove(id, { sandbox: false }, { purpose: 'clean-up', ...scope }),
        ),
    },
    profileId,
  )
}

/** Every scope that the configuration or a journal names; none without a key. */
export function scopesV3(
  client: Client,
  { v3: { apiKey, profileId } }: Config,
  profiles: readonly string[],
): CleanUpScope[] {
  if (apiKey === undefined) return []
  return [...new Set([undefined, profileId, ...profiles])].map((id) =>
    scopeBy(asksOf(client, apiKey, id), id),
  )
}

function scopeBy({ list, get, remove }: Asks, profileId: string | undefined): CleanUpScope {
  return {
    contract: 'v3',
    ...(profileId === undefined ? {} : { profileId }),
    async find() {
      const answer = await list()
      // A profile that does not exist, or is none, holds nobody.
      if (profileId !== undefined && NO_PROFILE.includes(answer.status))
        return { users: [], whole: true, hidden: true }
      return { users: usersOf(answer) ?? noList(answer), whole: true }
    },
    get: async (id) => shownBy(await get(id), userOf),
    remove: (id) => refusalOf(() => remove(id)),
  }
}

function asksOf(client: Client, apiKey: string, profileId: string | undefined): Asks {
  const headers = { 'x-api-key': apiKey, ...(profileId === undefined ? {} : { 'x-profile-id': profileId }) }
  const common = { contract: 'v3', caller: 'admin', purpose: 'clean-up' } as const
  const one = (id: string): Pick<Call, 'path'> => ({ path: `/v3/users/${segment(id)}` })
  const get = (id: string): Promise<Answer> =>
    client.send({ ...common, operation: 'GET /v3/users/{userId}', method: 'GET', headers, ...one(id) })
  return {
    list: () =>
      client.send({ ...common, operation: 'GET /v3/users', method: 'GET', headers, path: '/v3/users' }),
    get,
    remove: (id) =>
      sendOnce(
        () =>
          client.send({
            ...common,
            operation: 'DELETE /v3/users/{userId}',
            method: 'DELETE',
            ...one(id),
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify({ sandbox: false }),
          }),
        async () => (await get(id)).status === 404,
      ),
  }
}
