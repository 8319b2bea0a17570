/** The embedded reference implementation of the v1 contract. */
import { randomUUID } from 'node:crypto'
import type { Handler } from '../kernel.ts'
import type { V1Change } from './behaviour.ts'
import { createHandler } from './handler.ts'
import { honestV1 } from './honest.ts'
import { account, people } from './people.ts'
import { createStore } from './store.ts'
import type { V1User } from './types.ts'

export type { V1Behaviour, V1Change } from './behaviour.ts'
export { honestV1 } from './honest.ts'
export type { V1Answer, V1Context, V1Store, V1User } from './types.ts'

/** Users beside the two accounts, before `users` more are added. */
const PEOPLE = 43

/** How an implementation is set up. */
export interface V1Options {
  /** Further users to fill the organization up with, e.g. 100000. */
  users?: number
  /** A fault or a variant. */
  change?: V1Change
}

/** A running v1 implementation and what a caller needs to use it. */
export interface V1Reference {
  handler: Handler
  /** Tokens, under the names the suite reads from its environment. */
  environment: { ACCESS_TOKEN: string; RESTRICTED_ACCESS_TOKEN: string }
  /** The organization's users at this moment, oldest first. */
  users(): V1User[]
  /** The users of the other organization, whom no caller of the environment may see. */
  foreignUsers(): V1User[]
  /** The users of both organizations, each under its name. */
  scopes(): Record<string, readonly V1User[]>
}

/** A v1 implementation with about 45 users, a caller who manages them and one who may not remove any. */
export function createV1({ users = 0, change = (behaviour) => behaviour }: V1Options = {}): V1Reference {
  const manager = account('manager@northwind.example', 'Mara Lindqvist', 'admin')
  const restricted = account('reader@northwind.example', 'Rune Okafor', 'member')
  const store = createStore([manager, restricted, ...people(PEOPLE + users, 'northwind.example')])
  const foreign = createStore(people(9, 'southwind.example'))
  const environment = { ACCESS_TOKEN: newToken(), RESTRICTED_ACCESS_TOKEN: newToken() }
  const callers = new Map([
    [environment.ACCESS_TOKEN, { account: manager, mayDelete: true }],
    [environment.RESTRICTED_ACCESS_TOKEN, { account: restricted, mayDelete: false }],
  ])
  return {
    handler: createHandler({
      behaviour: change(honestV1()),
      // A token dies with the account it belongs to.
      callers: (token) => {
        const caller = callers.get(token)
        return caller && store.byId(caller.account.id) ? caller : undefined
      },
      store,
      foreign,
    }),
    environment,
    users: () => [...store.list()],
    foreignUsers: () => [...foreign.list()],
    scopes: () => ({ 'v1 organization': store.list(), 'v1 foreign organization': foreign.list() }),
  }
}

/** A token of digits and letters alone, whose last one is a letter, so that its letter case means something. */
function newToken(): string {
  const drawn = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url')
  return `v1_${drawn.replaceAll(/[-_]/g, 'x')}Qt`
}
