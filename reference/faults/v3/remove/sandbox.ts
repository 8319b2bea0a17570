/** Faults of `DELETE /v3/users/{userId}` in sandbox. */
import {
  adminAccount,
  both,
  guard,
  key,
  rewrite,
  toEmpty,
  toRefusal,
  withHeaders,
  without,
} from '../../../v3/mutator.ts'
import { userNotFound } from '../../../v3/refusal.ts'
import type { V3Fault } from '../../types.ts'
import { asksSandbox, isKnown, leaving, remove, simulated } from '../remove.ts'
import { overlookingSandbox } from '../sandbox.ts'
import { alsoFinding, inOtherOrganization } from '../searches.ts'

export const removeSandboxFaults: V3Fault[] = [
  remove(
    'sandbox-needs-no-key',
    'sandbox-requires-key',
    'With sandbox true any key will do.',
    key('remove', (a, honest) => (isKnown(a) || !asksSandbox(a) ? honest() : adminAccount(a))),
  ),
  remove(
    'sandbox-unknown-key-403',
    'sandbox-requires-key',
    'With sandbox true an unknown key is answered with 403.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 401 && asksSandbox(seen),
      toRefusal(403, 'AUTH_004'),
    ),
  ),
  remove(
    'sandbox-is-real',
    'sandbox-no-effect',
    'sandbox is ignored.',
    leaving((user, c) => c.scope.delete(user)),
  ),
  remove(
    'sandbox-suspends',
    'sandbox-no-effect',
    'A simulated removal suspends.',
    leaving((user, c) => c.scope.put({ ...user, status: 'suspended' })),
  ),
  remove(
    'sandbox-touches',
    'sandbox-no-effect',
    'A simulated removal moves updated_at to now.',
    leaving((user, c) => c.scope.put({ ...user, updated_at: c.world.clock.now() })),
  ),
  remove(
    'sandbox-changes-role',
    'sandbox-no-effect',
    'A simulated removal lowers the role to billing.',
    leaving((user, c) => c.scope.put({ ...user, role: user.role === 'billing' ? 'developer' : 'billing' })),
  ),
  remove(
    'sandbox-sets-role-developer',
    'sandbox-no-effect',
    'A simulated removal lowers the role to developer.',
    leaving((user, c) => c.scope.put({ ...user, role: 'developer' })),
  ),
  remove(
    'sandbox-is-real-in-profile',
    'sandbox-no-effect',
    'sandbox is ignored under x-profile-id.',
    leaving((user, c) => (c.scope.parent ? c.scope.delete(user) : undefined)),
  ),
  remove('sandbox-body-dropped', 'sandbox-no-effect', 'The body of a removal does not arrive.', (b) => ({
    ...b,
    readInput: (c) => (c.operation === 'remove' ? undefined : b.readInput(c)),
  })),
  remove(
    'sandbox-withdraws-invitation',
    'sandbox-no-effect',
    'A simulated removal wipes invited_at.',
    leaving((user, c) => c.scope.put({ ...user, invited_at: null })),
  ),
  remove(
    'sandbox-hides-from-list',
    'sandbox-no-effect',
    'Whose removal was simulated is off the list.',
    (b) => {
      const hidden = new Set<string>()
      return {
        ...b,
        simulateRemoval: (user) => {
          hidden.add(user.id)
        },
        members: (c) => b.members(c).filter((user) => !hidden.has(user.id)),
      }
    },
  ),
  remove(
    'sandbox-hides-from-get',
    'sandbox-no-effect',
    'Whose removal was simulated cannot be read any more.',
    (b) => {
      const hidden = new Set<string>()
      return {
        ...b,
        simulateRemoval: (user) => {
          hidden.add(user.id)
        },
        findUser: (c) => (c.operation === 'get' && hidden.has(c.userId) ? undefined : b.findUser(c)),
      }
    },
  ),
  remove(
    'sandbox-202',
    'sandbox-answer',
    'A simulated removal is answered with 202.',
    rewrite('remove', simulated, toEmpty(202)),
  ),
  remove(
    'sandbox-404',
    'sandbox-answer',
    'A simulated removal finds nobody.',
    guard('remove', 'checkExistence', (c, honest) => {
      if (c.sandbox) throw userNotFound()
      honest()
    }),
  ),
  remove(
    'sandbox-bare-object',
    'sandbox-answer',
    'A simulated removal is answered with a body of its own form.',
    rewrite('remove', simulated, (answer) => ({ ...answer, status: 200, body: { simulated: true } })),
  ),
  remove(
    'sandbox-header-missing',
    'sandbox-header',
    'A simulated removal has no X-Sandbox.',
    rewrite('remove', simulated, (answer) => ({
      ...answer,
      headers: without(answer.headers, 'X-Sandbox') as Record<string, string>,
    })),
  ),
  remove(
    'sandbox-header-false',
    'sandbox-header',
    'A simulated removal has X-Sandbox: 0.',
    rewrite('remove', simulated, withHeaders({ 'X-Sandbox': '0' })),
  ),
  remove(
    'sandbox-unknown-500',
    ['sandbox-unknown-user', 'no-server-error'],
    'A simulated removal of an unknown id is answered with 500.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 404 && seen.sandbox === true,
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
  remove(
    'sandbox-unknown-401',
    'sandbox-unknown-user',
    'A simulated removal of an unknown id is answered as if the key were wrong.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 404 && seen.sandbox === true,
      toRefusal(401, 'AUTH_002'),
    ),
  ),
  remove(
    'other-organization-found-in-earnest',
    'sandbox-no-effect',
    'Users of another organization can be removed by their id, and no removal is simulated.',
    both(
      overlookingSandbox('remove', () => true),
      alsoFinding('remove', inOtherOrganization),
    ),
  ),
]
