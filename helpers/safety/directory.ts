/** The users of one scope of a target, as far as a clean-up needs them. */

import type { Answer } from '../../model/answer.ts'
import { succeeded } from '../../model/answer.ts'
import type { Contract } from '../../model/contract.ts'
import { Inconclusive } from '../../model/outcome.ts'
import type { User } from '../../model/user.ts'
import { MAX_LIMIT } from '../../suites/v1/client/pages.ts'
import { entriesOf, metaOf, userOf as v1UserOf } from '../../suites/v1/client/user.ts'
import { usersOf, userOf as v3UserOf } from '../../suites/v3/client/user.ts'
import { MadeUnseen, sendOnce } from '../http/ambiguous-write.ts'
import type { Call, Client } from '../http/client.ts'
import { segment } from '../http/segment.ts'

/** What was found in a scope. */
export interface Found {
  users: User[]
  /** Whether these are all users of the scope. */
  whole: boolean
}

/** One scope of a target. Every method throws Inconclusive when no answer can be had. */
export interface Directory {
  contract: Contract
  /** The child profile; absent: the organization. */
  profileId?: string
  find(): Promise<Found>
  /** Undefined when there is no such user. */
  get(id: string): Promise<User | undefined>
  /** @returns why the removal was refused; undefined when it was not */
  remove(id: string): Promise<string | undefined>
}

type Send = (method: Call['method'], suffix: string, body?: string) => Promise<Answer>

/** Users of an organization or a child profile of the v3 contract. */
export function v3Directory(client: Client, apiKey: string, profileId?: string): Directory {
  const headers = { 'x-api-key': apiKey, ...(profileId === undefined ? {} : { 'x-profile-id': profileId }) }
  const send: Send = (method, suffix, body) => {
    const one = suffix !== ''
    return client.send({
      contract: 'v3',
      operation:
        method === 'GET' && !one ? 'GET /v3/users' : `${method as 'GET' | 'DELETE'} /v3/users/{userId}`,
      caller: 'admin',
      purpose: 'clean-up',
      method,
      path: `/v3/users${suffix}`,
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    })
  }
  const get = async (id: string) => known(await send('GET', `/${segment(id)}`), v3UserOf)
  return {
    contract: 'v3',
    ...(profileId === undefined ? {} : { profileId }),
    async find() {
      const answer = await send('GET', '')
      // A scope that does not exist holds nobody.
      if (answer.status === 404 && profileId !== undefined) return { users: [], whole: true }
      return { users: usersOf(answer) ?? noList(answer), whole: true }
    },
    get,
    remove: (id) => removed(send, id, get, JSON.stringify({ sandbox: false })),
  }
}

/** Users of the organization of a v1 token. */
export function v1Directory(client: Client, accessToken: string, maxPages: number): Directory {
  const send: Send = (method, suffix) => {
    const one = suffix.startsWith('/')
    return client.send({
      contract: 'v1',
      operation:
        method === 'GET' && !one ? 'GET /api/v1/users' : `${method as 'GET' | 'DELETE'} /api/v1/users/{id}`,
      caller: 'manager',
      purpose: 'clean-up',
      method,
      path: `/api/v1/users${suffix}`,
      headers: { authorization: `Bearer ${accessToken}` },
    })
  }
  const get = async (id: string) => known(await send('GET', `/${segment(id)}`), v1UserOf)
  return {
    contract: 'v1',
    find: () => walked(send, maxPages),
    get,
    remove: (id) => removed(send, id, get),
  }
}

/** All pages where there are few; else both ends of the list, and of the users who are pending as new ones are. */
async function walked(send: Send, maxPages: number): Promise<Found> {
  const read = async (page: number, filter: string) => {
    const answer = await send('GET', `?page=${page}&limit=${MAX_LIMIT}${filter}`)
    return { entries: entriesOf(answer) ?? noList(answer), total: metaOf(answer).total }
  }
  const users = new Map<unknown, User>()
  const walk = async (filter: string): Promise<boolean> => {
    const first = await read(1, filter)
    const last = Math.ceil((first.total ?? 0) / MAX_LIMIT)
    const all = Array.from({ length: Math.max(0, last - 1) }, (_, index) => index + 2)
    const half = Math.ceil(maxPages / 2)
    const pages = all.length < maxPages ? all : [...all.slice(0, half), ...all.slice(-half)]
    const others = await Promise.all(pages.map((page) => read(page, filter)))
    for (const { entries } of [first, ...others]) for (const user of entries) users.set(user.id, user)
    return pages.length === all.length
  }
  const whole = (await walk('')) || (await walk('&status=pending'))
  return { users: [...users.values()], whole }
}

/** @throws Inconclusive always: the answer is not the list that was asked for */
function noList({ status, exchange }: Answer): never {
  throw new Inconclusive(`${exchange.operation} gave no list (status ${status})`)
}

/** @throws Inconclusive when the answer says neither who the user is nor that there is none */
function known(answer: Answer, userOf: (answer: Answer) => User | undefined): User | undefined {
  const user = userOf(answer)
  if (user === undefined && answer.status !== 404 && answer.status !== 410) {
    throw new Inconclusive(`the user could not be read (status ${answer.status})`)
  }
  return user
}

async function removed(
  send: Send,
  id: string,
  get: (id: string) => Promise<User | undefined>,
  body?: string,
): Promise<string | undefined> {
  const isGone = async (): Promise<boolean> => (await get(id)) === undefined
  let answer: Answer
  try {
    answer = await sendOnce(() => send('DELETE', `/${segment(id)}`, body), isGone)
  } catch (error) {
    if (error instanceof MadeUnseen) return undefined
    throw error
  }
  if (!succeeded(answer) && answer.status !== 404) return `the removal was answered ${answer.status}`
  return (await isGone()) ? undefined : 'the target still shows it after its removal'
}
