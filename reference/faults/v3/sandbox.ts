/** What goes wrong with simulated requests. */

import type { Context, V3Change } from '../../v3/behaviour.ts'
import type { V3Operation, V3User } from '../../v3/types.ts'

/** Does for real what one operation was to simulate, where `overlooked` says so. */
export function overlookingSandbox(operation: V3Operation, overlooked: (c: Context) => boolean): V3Change {
  return (b) => ({
    ...b,
    isSandbox: (body, c) => b.isSandbox(body, c) && !(c.operation === operation && overlooked(c)),
  })
}

/** Sees every user of a simulated invitation. */
export function watchingSimulated(watch: (user: V3User, c: Context) => void): V3Change {
  return (b) => ({
    ...b,
    simulateUser: (c) => {
      const user = b.simulateUser(c)
      if (c.operation === 'invite' && c.sandbox) watch(user, c)
      return user
    },
  })
}
