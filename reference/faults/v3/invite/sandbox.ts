/** Faults of `POST /v3/users` in sandbox. */
import { sandboxTrue } from '../../../v3/forms.ts'
import { both, guard, permit, rewrite, toEmpty, toStatus, toSuccess, without } from '../../../v3/mutator.ts'
import { alreadyInvited, invalid, userNotFound } from '../../../v3/refusal.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Fault } from '../../types.ts'
import { invite } from '../invite.ts'
import { overlookingSandbox, watchingSimulated } from '../sandbox.ts'

export const inviteSandboxFaults: V3Fault[] = [
  invite(
    'sandbox-202',
    'sandbox-answer',
    'A simulated invitation is answered with 202.',
    rewrite('invite', (answer, seen) => answer.status < 300 && seen.sandbox === true, toStatus(202)),
  ),
  invite(
    'sandbox-empty',
    'sandbox-answer',
    'A simulated invitation is answered with 204.',
    rewrite('invite', (answer, seen) => answer.status < 300 && seen.sandbox === true, toEmpty(204)),
  ),
  invite(
    'sandbox-null',
    'sandbox-answer',
    'A simulated invitation is answered without user.',
    rewrite(
      'invite',
      (answer, seen) => answer.status < 300 && seen.sandbox === true,
      toSuccess(201, () => null),
    ),
  ),
  invite(
    'sandbox-refused',
    'sandbox-answer',
    'sandbox is taken for an unknown field and refused.',
    guard('invite', 'checkInput', (c, honest) => {
      if (c.sandbox) throw userNotFound()
      honest()
    }),
  ),
  invite('sandbox-is-real', 'sandbox-no-effect', 'sandbox is ignored.', (b) => ({
    ...b,
    simulateUser: (c) => {
      const user = b.simulateUser(c)
      if (c.operation === 'invite' && c.sandbox) c.scope.put(user)
      return user
    },
  })),
  invite(
    'sandbox-leaves-suspended',
    'sandbox-no-effect',
    'A simulated invitation leaves a suspended user.',
    (b) => ({
      ...b,
      simulateUser: (c) => {
        const user = b.simulateUser(c)
        if (c.operation === 'invite' && c.sandbox) c.scope.put({ ...user, status: 'suspended' })
        return user
      },
    }),
  ),
  invite(
    'sandbox-reserves-address',
    'sandbox-no-effect',
    'A simulated invitation shows on the list, though not by its id.',
    (b) => {
      const ghosts: V3User[] = []
      return {
        ...b,
        simulateUser: (c) => {
          const user = b.simulateUser(c)
          if (c.operation === 'invite' && c.sandbox) ghosts.push(user)
          return user
        },
        members: (c) => [...b.members(c), ...(c.scope === c.world.organization ? ghosts : [])],
      }
    },
  ),
  invite(
    'sandbox-header-missing',
    'sandbox-header',
    'A simulated invitation has no X-Sandbox.',
    rewrite(
      'invite',
      (_, seen) => seen.sandbox === true,
      (answer) => ({
        ...answer,
        headers: without(answer.headers, 'X-Sandbox') as Record<string, string>,
      }),
    ),
  ),
  invite(
    'sandbox-header-false',
    'sandbox-header',
    'A simulated invitation has X-Sandbox: false.',
    rewrite(
      'invite',
      (_, seen) => seen.sandbox === true,
      (answer) => ({
        ...answer,
        headers: { ...answer.headers, 'X-Sandbox': 'false' },
      }),
    ),
  ),
  invite(
    'sandbox-skips-validation',
    'sandbox-validates',
    'With sandbox true nothing is validated.',
    guard('invite', 'checkInput', (c, honest) => (c.sandbox ? undefined : honest())),
  ),
  invite(
    'sandbox-skips-address',
    'sandbox-validates',
    'With sandbox true the address is not validated.',
    (b) => ({
      ...b,
      validateInvite: (body) =>
        body.sandbox === true
          ? (without(b.validateInvite(body), 'email') as ReturnType<typeof b.validateInvite>)
          : b.validateInvite(body),
    }),
  ),
  invite(
    'billing-role-refused',
    ['sandbox-answer', 'success-status'],
    'The billing role is taken for unknown.',
    guard('invite', 'checkInput', (c, honest) => {
      if (c.input.role === 'billing') throw invalid({ role: ['Unknown role.'] })
      honest()
    }),
  ),
  invite(
    'sandbox-blocks-address',
    'sandbox-no-effect',
    'An address that was invited in sandbox can be invited no more.',
    (b) => {
      const taken = new Set<string>()
      const unguarded = watchingSimulated(({ email }) => taken.add(email.toLowerCase()))
      return guard('invite', 'refuseDuplicate', (c, honest) => {
        if (!c.sandbox && taken.has(String(c.input.email).toLowerCase())) throw alreadyInvited()
        honest()
      })(unguarded(b))
    },
  ),
  invite(
    'sandbox-by-developers-is-real',
    ['sandbox-no-effect', 'requires-admin-in-sandbox'],
    'With sandbox true developers may invite, and somebody comes of it.',
    both(
      permit('invite', (c) => c.role === 'developer' && sandboxTrue(c)),
      overlookingSandbox('invite', ({ role }) => role === 'developer'),
    ),
  ),
]
