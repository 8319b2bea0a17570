/** Faults of `PATCH /v3/users/{userId}` in sandbox. */
import {
  adminAccount,
  guard,
  key,
  permit,
  rewrite,
  toRefusal,
  toStatus,
  withHeaders,
  withoutHeaders,
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { asksSandbox, isKnown, leaving, simulated, update } from '../update.ts'

export const updateSandboxFaults: V3Fault[] = [
  update(
    'sandbox-is-real',
    'sandbox-no-effect',
    'sandbox is ignored.',
    leaving((user, role, c) => c.scope.put({ ...user, role })),
  ),
  update(
    'sandbox-touches',
    'sandbox-no-effect',
    'A simulated change moves updated_at to now.',
    leaving((user, _, c) => c.scope.put({ ...user, updated_at: c.world.clock.now() })),
  ),
  update(
    'sandbox-demotes-admins',
    'sandbox-no-effect',
    'A simulated change of an admin is real.',
    leaving((user, role, c) => (user.role === 'admin' ? c.scope.put({ ...user, role }) : undefined)),
  ),
  update(
    'sandbox-is-real-in-profile',
    'sandbox-no-effect',
    'sandbox is ignored under x-profile-id.',
    leaving((user, role, c) => (c.scope.parent ? c.scope.put({ ...user, role }) : undefined)),
  ),
  update(
    'sandbox-suspends',
    'sandbox-no-effect',
    'A simulated change suspends.',
    leaving((user, _, c) => c.scope.put({ ...user, status: 'suspended' })),
  ),
  update(
    'sandbox-202',
    'sandbox-answer',
    'A simulated change is answered with 202.',
    rewrite('update', simulated, toStatus(202)),
  ),
  update(
    'sandbox-without-user',
    ['sandbox-answer', 'envelope'],
    'A simulated change is answered without a user.',
    (b) => ({
      ...b,
      answer: (answer, seen) => {
        const honest = b.answer(answer, seen)
        const isMeant = seen.operation === 'update' && simulated(honest, seen) && honest.body
        return isMeant ? { ...honest, body: { ...honest.body, data: {} } } : honest
      },
    }),
  ),
  update(
    'sandbox-header-missing',
    'sandbox-header',
    'A simulated change has no X-Sandbox.',
    rewrite('update', simulated, withoutHeaders('X-Sandbox')),
  ),
  update(
    'sandbox-header-false',
    'sandbox-header',
    'A simulated change has X-Sandbox: false.',
    rewrite('update', simulated, withHeaders({ 'X-Sandbox': 'false' })),
  ),
  update(
    'sandbox-takes-any-role',
    'sandbox-validates',
    'A simulated change takes any role.',
    guard('update', 'checkInput', (c, honest) => (c.sandbox ? undefined : honest())),
  ),
  update(
    'sandbox-invalid-500',
    ['sandbox-validates', 'no-server-error'],
    'A simulated change to an unknown role is answered with 500.',
    rewrite(
      'update',
      (answer, seen) => answer.status === 400 && seen.sandbox === true && seen.input?.role === 'emperor',
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
  update(
    'sandbox-needs-no-key',
    'sandbox-requires-key',
    'With sandbox true no key is needed.',
    key('update', (a, honest) => (isKnown(a) || !asksSandbox(a) ? honest() : adminAccount(a))),
  ),
  update(
    'sandbox-opens-gate',
    'developer-refused-in-sandbox',
    'With sandbox true a developer may change roles.',
    permit('update', asksSandbox),
  ),
]
