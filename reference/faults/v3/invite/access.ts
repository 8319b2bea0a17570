/** Faults of `POST /v3/users` in whom it answers. */

import type { Context } from '../../../v3/behaviour.ts'
import {
  adminAccount,
  guard,
  hasStatus,
  key,
  permit,
  rewrite,
  toRefusal,
  type When,
} from '../../../v3/mutator.ts'
import { userNotFound } from '../../../v3/refusal.ts'
import type { V3Fault } from '../../types.ts'
import { callersOf } from '../callers.ts'
import { invite, parsed } from '../invite.ts'

const wrong403: When = hasStatus(403)

export const inviteAccessFaults: V3Fault[] = [
  ...callersOf('invite'),
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
    'open-to-billing',
    'requires-admin',
    'The gate looks for developers alone, so that billing may invite.',
    permit('invite', (c) => c.role === 'billing'),
  ),
  invite(
    'billing-404',
    'requires-admin',
    'Billing is told that there is nobody.',
    guard('invite', 'checkPermission', (c, honest) => {
      if (c.role === 'billing') throw userNotFound()
      honest()
    }),
  ),
  invite(
    'sandbox-opens-gate-to-billing',
    'requires-admin-in-sandbox',
    'With sandbox true billing may invite.',
    permit('invite', (c) => c.role === 'billing' && parsed(c).sandbox === true),
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
    ['requires-admin-in-sandbox', 'sandbox-no-effect'],
    'With sandbox true a developer may invite, and does.',
    (b) => {
      const open = permit('invite', (c) => parsed(c).sandbox === true)(b)
      return { ...open, isSandbox: (body, c) => b.isSandbox(body, c) && c.role !== 'developer' }
    },
  ),
]
