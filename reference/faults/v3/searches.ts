/** Searches for users that find more than the honest one. */

import type { Context, V3Change } from '../../v3/behaviour.ts'
import type { V3Operation, V3User } from '../../v3/types.ts'

/** Whom a search finds for a call. */
type Search = (c: Context) => V3User | undefined

/** Finds somebody where the honest search of one operation finds nobody. */
export function alsoFinding(operation: V3Operation, find: Search): V3Change {
  return (b) => ({
    ...b,
    findUser: (c) => b.findUser(c) ?? (c.operation === operation ? find(c) : undefined),
  })
}

/** Somebody of another organization. */
export const inOtherOrganization: Search = (c) => c.world.foreignOrganization.find(c.userId)

/** A user of the scope whose id begins like that of the path. */
export const byBeginning: Search = (c) =>
  c.behaviour.members(c).find(({ id }) => id.slice(0, 8) === c.userId.slice(0, 8))
