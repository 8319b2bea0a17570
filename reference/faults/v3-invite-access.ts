/** Faults of `POST /v3/users` in whom it answers, and what happens where it refuses. */

import {
  adminAccount,
  guard,
  hasStatus,
  key,
  keyMissing,
  permit,
  refuseButDo,
  rewrite,
  toRefusal,
  type When,
} from '../v3/mutator.ts'
import { userNotFound } from '../v3/refusal.ts'
import { type Context, type JsonObject, ROLES, type V3User } from '../v3/types.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const invite = faultsOf('invite')

const isRole = (value: unknown) => ROLES.some((role) => role === value)

/** Enters somebody under the address of a refused call. */
function enter(c: Context): void {
  const input = { email: 'somebody@guests.example', name: 'Somebody', role: 'developer', ...parsed(c) }
  const user: V3User = c.behaviour.simulateUser({ ...c, input })
  c.scope.put({ ...user, role: isRole(user.role) ? user.role : 'developer' })
}

function parsed(c: Context): JsonObject {
  try {
    return JSON.parse(c.call.body.toString()) as JsonObject
  } catch {
    return {}
  }
}

const wrong403: When = hasStatus(403)

export const inviteAccessFaults: V3Fault[] = [
  invite(
    'open-without-key',
    'requires-key',
    'Whoever sends no key is taken for an admin.',
    key('invite', (a, honest) => (keyMissing(a) ? adminAccount(a) : honest())),
  ),
  invite(
    'missing-key-403',
    'requires-key',
    'A missing key is answered with 403.',
    rewrite('invite', hasStatus(401), toRefusal(403, 'AUTH_004')),
  ),
  invite(
    'validation-before-key',
    'key-before-validation',
    'The body is judged before the key.',
    key('invite', (a, honest) => {
      const c: Context = {
        ...a,
        account: adminAccount(a),
        scope: a.world.organization,
        role: 'admin',
        input: {},
        sandbox: false,
      }
      a.behaviour.readInput(c)
      a.behaviour.checkInput(c)
      return honest()
    }),
  ),
  invite(
    'open-to-developers',
    'requires-admin',
    'Developers may invite.',
    permit('invite', (c) => c.role === 'developer'),
  ),
  invite(
    'open-to-non-members',
    'requires-admin',
    'An account without a role may invite.',
    permit('invite', (c) => c.role === undefined),
  ),
  invite(
    'developer-401',
    'requires-admin',
    'Who may not invite is answered as if the key were wrong.',
    rewrite('invite', wrong403, toRefusal(401, 'AUTH_002')),
  ),
  invite(
    'developer-404',
    'requires-admin',
    'Who may not invite is answered with 404.',
    guard('invite', 'checkPermission', (c, honest) => {
      if (c.role === 'developer') throw userNotFound()
      honest()
    }),
  ),
  invite(
    'developer-wrong-code',
    'requires-admin',
    'Who may not invite gets a validation code.',
    rewrite('invite', wrong403, toRefusal(403, 'VALIDATION_001')),
  ),
  invite(
    'developer-400',
    'requires-admin',
    'Who may not invite is answered with 400.',
    rewrite('invite', wrong403, toRefusal(400, 'VALIDATION_001')),
  ),
  invite(
    'sandbox-opens-gate',
    'requires-admin-in-sandbox',
    'With sandbox true anybody with a key may invite.',
    permit('invite', (c) => parsed(c).sandbox === true),
  ),
  invite(
    'sandbox-opens-gate-for-real',
    'requires-admin-in-sandbox sandbox-no-effect',
    'With sandbox true a developer may invite, and does.',
    (b) => {
      const open = permit('invite', (c) => parsed(c).sandbox === true)(b)
      return { ...open, isSandbox: (body, c) => b.isSandbox(body, c) && c.role !== 'developer' }
    },
  ),
  invite(
    'developer-refused-but-done',
    'refused-creates-nothing',
    'Who may not invite is refused, and the user is entered.',
    refuseButDo('invite', 'checkPermission', enter),
  ),
  invite(
    'invalid-refused-but-done',
    'refused-creates-nothing',
    'An invitation with an unknown role is refused, and the user is entered.',
    refuseButDo('invite', 'checkInput', (c) => {
      if (c.input.email !== undefined && !c.behaviour.validateInvite(c.input).email) enter(c)
    }),
  ),
  invite(
    'malformed-email-refused-but-done',
    'refused-creates-nothing',
    'A malformed address is refused, and entered.',
    refuseButDo('invite', 'checkInput', (c) => {
      if (c.behaviour.validateInvite(c.input).email && c.input.email !== undefined) enter(c)
    }),
  ),
]
