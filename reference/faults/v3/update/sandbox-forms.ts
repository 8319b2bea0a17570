/** Forms of `PATCH /v3/users/{userId}` in sandbox: by who asks, and for whom. */
import { sandboxTrue, underProfile } from '../../../v3/forms.ts'
import { permit } from '../../../v3/mutator.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { leaving } from '../update.ts'

const update = formsOf('update')

export const updateSandboxForms: V3Form[] = [
  update.plain(
    'sandbox-opens-gate-to-non-members',
    'developer-refused-in-sandbox',
    'With sandbox true an account without a role may change roles.',
    permit('update', (c) => c.role === undefined && sandboxTrue(c)),
  ),
  update.plain(
    'sandbox-opens-gate-to-billing',
    'developer-refused-in-sandbox',
    'With sandbox true billing may change roles.',
    permit('update', (c) => c.role === 'billing' && sandboxTrue(c)),
  ),
  update.plain(
    'sandbox-renames',
    'sandbox-no-effect',
    'A simulated change writes the role into the name.',
    leaving((user, role, c) => c.scope.put({ ...user, name: `${user.name} (${role})` })),
  ),
  update.plain(
    'sandbox-removes-admins-in-profile',
    'sandbox-no-effect',
    'A simulated change of an admin of a profile removes them there.',
    leaving((user, _, c) => (underProfile(c) && user.role === 'admin' ? c.scope.delete(user) : undefined)),
  ),
  update.plain(
    'sandbox-promotes',
    'sandbox-no-effect',
    'A simulated change to admin is real.',
    leaving((user, role, c) => (role === 'admin' ? c.scope.put({ ...user, role }) : undefined)),
  ),
]
