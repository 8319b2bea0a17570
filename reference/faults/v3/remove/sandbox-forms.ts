/** Forms of `DELETE /v3/users/{userId}` in sandbox: by body, label and who is concerned. */
import { every, type Form, furtherMember, underProfile, withCharset } from '../../../v3/forms.ts'
import { named, rewrite, toRefusal } from '../../../v3/mutator.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { leaving, simulated } from '../remove.ts'
import { overlookingSandbox } from '../sandbox.ts'

const remove = formsOf('remove')

const concerning =
  (meant: (user: V3User) => boolean): Form =>
  (a) => {
    const user = named(a)?.user
    return user !== undefined && meant(user)
  }

const REAL: readonly [name: string, says: string, form: Form][] = [
  ['with-further-member', 'beside an unknown member', furtherMember],
  ['with-charset', 'with a charset on the media type', withCharset],
  ['with-charset-under-profile', 'with a charset under x-profile-id', every(withCharset, underProfile)],
  [
    'for-admins',
    'where an invited admin is concerned',
    concerning(({ role, status }) => role === 'admin' && status === 'invited'),
  ],
  ['for-billing', 'where somebody for billing is concerned', concerning(({ role }) => role === 'billing')],
  ['for-developers', 'where a developer is concerned', concerning(({ role }) => role === 'developer')],
]

export const removeSandboxForms: V3Form[] = [
  ...REAL.map(([name, says, form]) =>
    remove.plain(
      `sandbox-is-real-${name}`,
      'sandbox-no-effect',
      `sandbox is ignored ${says}.`,
      overlookingSandbox('remove', form),
    ),
  ),
  remove.plain(
    'sandbox-takes-from-list',
    'sandbox-no-effect',
    'Who is removed in sandbox is off the list, and can still be read.',
    (b) => {
      const hidden = new Set<string>()
      const left = leaving((user) => hidden.add(user.id))(b)
      return { ...left, members: (c) => b.members(c).filter(({ id }) => !hidden.has(id)) }
    },
  ),
  remove.plain(
    'sandbox-takes-from-get',
    'sandbox-no-effect',
    'Who is removed in sandbox cannot be read, and is still listed.',
    (b) => {
      const hidden = new Set<string>()
      const left = leaving((user) => hidden.add(user.id))(b)
      return {
        ...left,
        findUser: (c) => (c.operation === 'get' && hidden.has(c.userId) ? undefined : b.findUser(c)),
      }
    },
  ),
  remove.plain(
    'sandbox-renames',
    'sandbox-no-effect',
    'A simulated removal marks the name.',
    leaving((user, c) => c.scope.put({ ...user, name: `${user.name} (removed)` })),
  ),
  remove.plain(
    'sandbox-logs-in',
    'sandbox-no-effect',
    'A simulated removal sets last_login_at.',
    leaving((user, c) => c.scope.put({ ...user, last_login_at: c.world.clock.now() })),
  ),
  remove.plain(
    'sandbox-removes-somebody-else',
    'sandbox-no-effect',
    'A simulated removal removes who was invited before the one it names.',
    leaving((user, c) => {
      const invited = c.scope.all().filter(({ status }) => status === 'invited')
      const before = invited[invited.findIndex(({ id }) => id === user.id) - 1]
      if (before) c.scope.delete(before)
    }),
    'sandbox-leaves-others-alone',
  ),
  remove.plain(
    'sandbox-admin-500',
    ['sandbox-answer', 'no-server-error'],
    'A simulated removal of an admin is answered with 500.',
    rewrite(
      'remove',
      (answer, seen) => simulated(answer, seen) && named(seen)?.user.role === 'admin',
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
]
