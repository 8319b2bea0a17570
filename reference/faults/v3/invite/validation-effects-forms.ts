/** Forms of `POST /v3/users` where it refuses, and enters the user all the same. */

import type { Context } from '../../../v3/behaviour.ts'
import { refuseButDo } from '../../../v3/mutator.ts'
import type { Role, V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'

const invite = formsOf('invite')
const address = 'somebody@guests.example'

/** Enters whom a refused body names. */
function enter(c: Context): void {
  const { email, name, role } = c.input
  const known = role === 'admin' || role === 'billing' ? role : 'developer'
  const input = {
    email: typeof email === 'string' ? email : address,
    name: typeof name === 'string' ? name : 'Somebody',
    role: known as Role,
  }
  const user: V3User = c.behaviour.simulateUser({ ...c, input })
  if (!c.scope.findByEmail(user.email)) c.scope.put(user)
}

export const inviteValidationEffectsForms: V3Form[] = [
  invite.plain(
    'owner-refused-but-done',
    'refused-creates-nothing',
    'The owner role is refused, and the user is entered.',
    refuseButDo('invite', 'checkInput', (c) => {
      if (c.input.role === 'owner') enter(c)
    }),
  ),
  invite.plain(
    'nameless-refused-but-done',
    'refused-creates-nothing',
    'An invitation without name is refused, and the user is entered.',
    refuseButDo('invite', 'checkInput', (c) => {
      if (c.input.name === undefined) enter(c)
    }),
  ),
  invite.plain(
    'sandbox-refused-but-done',
    'refused-creates-nothing',
    'An invalid invitation with sandbox true is refused, and the user is entered.',
    refuseButDo('invite', 'checkInput', (c) => {
      if (c.input.sandbox === true) enter(c)
    }),
  ),
  invite.plain(
    'profile-refused-but-done',
    'refused-creates-nothing',
    'An invitation under a profile that is refused enters the user in the organization.',
    (b) => ({
      ...b,
      resolveScope: (a, account) => {
        try {
          return b.resolveScope(a, account)
        } catch (refusal) {
          if (a.operation === 'invite') {
            const c: Context = {
              ...a,
              account,
              scope: account.scope,
              role: 'admin',
              input: {},
              sandbox: false,
            }
            b.readInput(c)
            enter(c)
          }
          throw refusal
        }
      },
    }),
  ),
  invite.plain(
    'keyless-refused-but-done',
    'refused-creates-nothing',
    'A missing key is refused, and the user is entered.',
    (b) => ({
      ...b,
      authenticate: (a) => {
        try {
          return b.authenticate(a)
        } catch (refusal) {
          if (a.operation === 'invite' && a.call.headers['x-api-key'] === undefined) {
            const scope = a.world.organization
            const account = { kind: 'organization' as const, scope, email: a.world.self.email }
            const c: Context = { ...a, account, scope, role: 'admin', input: {}, sandbox: false }
            b.readInput(c)
            enter(c)
          }
          throw refusal
        }
      },
    }),
  ),
]
