/** What faults of `GET /v3/users/{userId}` are made of. */

import type { Context } from '../../v3/behaviour.ts'
import type { V3User } from '../../v3/types.ts'
import type { V3Fault } from '../types.ts'
import { faultsOf } from './fault.ts'

export const get = faultsOf('get')

/** Finds another user than the honest search. */
export function finding(
  find: (honest: V3User | undefined, c: Context) => V3User | undefined,
): V3Fault['change'] {
  return (b) => ({
    ...b,
    findUser: (c) => (c.operation === 'get' ? find(b.findUser(c), c) : b.findUser(c)),
  })
}
