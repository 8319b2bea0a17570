/** Forms of `POST /v3/users` where the address is taken already: by what differs from before. */

import { everyNth } from '../../../frequency.ts'
import type { Context, V3Change } from '../../../v3/behaviour.ts'
import { sandboxTrue } from '../../../v3/forms.ts'
import { guard, rewrite, toRefusal } from '../../../v3/mutator.ts'
import type { Role, V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'

const invite = formsOf('invite')
const UNCHANGED = 'duplicate-changes-nothing'

/** Refuses a duplicate, and does something to who has the address. */
const doing = (deed: (existing: V3User, c: Context) => void): V3Change =>
  guard('invite', 'refuseDuplicate', (c, honest) => {
    const existing = c.scope.findByEmail(String(c.input.email))
    try {
      honest()
    } finally {
      if (existing && !c.sandbox) deed(existing, c)
    }
  })

/** Takes some duplicates for new ones. */
const overlooking = (overlooked: (existing: V3User, c: Context) => boolean): V3Change =>
  guard('invite', 'refuseDuplicate', (c, honest) => {
    const existing = c.scope.findByEmail(String(c.input.email))
    if (!existing || !overlooked(existing, c)) honest()
  })

export const inviteDuplicatesForms: V3Form[] = [
  invite.sequence(
    'duplicate-changes-role',
    'duplicate-one-entry',
    'A second invitation with another role is refused, and changes the role.',
    doing((existing, c) => c.scope.put({ ...existing, role: c.input.role as Role })),
    UNCHANGED,
  ),
  invite.sequence(
    'duplicate-changes-name',
    'duplicate-one-entry',
    'A second invitation with another name is refused, and changes the name.',
    doing((existing, c) => c.scope.put({ ...existing, name: String(c.input.name) })),
    UNCHANGED,
  ),
  invite.sequence(
    'duplicate-activates',
    'duplicate-one-entry',
    'A second invitation is refused, and makes the user active.',
    doing((existing, c) => c.scope.put({ ...existing, status: 'active' })),
    UNCHANGED,
  ),
  invite.sequence(
    'duplicate-suspends',
    'duplicate-one-entry',
    'A second invitation is refused, and suspends the user.',
    doing((existing, c) => c.scope.put({ ...existing, status: 'suspended' })),
    UNCHANGED,
  ),
  invite.sequence(
    'duplicate-removes',
    ['duplicate-one-entry', 'v3.list.shows-invited', 'v3.get.invited-readable'],
    'A second invitation is refused, and takes the first one back.',
    doing((existing, c) => c.scope.delete(existing)),
    UNCHANGED,
  ),
  invite.sequence(
    'duplicate-with-other-role-kept',
    'duplicate-one-entry',
    'An address may be invited once for every role.',
    overlooking((existing, c) => existing.role !== c.input.role),
  ),
  invite.sequence(
    'duplicate-with-other-name-kept',
    'duplicate-one-entry',
    'An address may be invited once for every name.',
    overlooking((existing, c) => existing.name !== c.input.name),
  ),
  invite.sequence(
    'duplicate-in-capitals-kept',
    'duplicate-one-entry',
    'Addresses are kept in small letters and sought as they were sent, so that one with capitals may be invited twice.',
    overlooking((existing, c) => /[A-Z]/.test(String(c.input.email)) && existing.email === c.input.email),
  ),
  invite.sequence(
    'duplicate-with-plus-kept',
    'duplicate-one-entry',
    'An address with a plus may be invited twice.',
    overlooking(({ email }) => email.includes('+')),
  ),
  invite.sequence(
    'duplicate-in-profile-kept',
    'duplicate-one-entry',
    'Under x-profile-id an address may be invited twice.',
    overlooking((_, c) => c.scope.parent !== undefined),
    'duplicate-in-profile',
  ),
  invite.sequence(
    'third-invitation-kept',
    'duplicate-one-entry',
    'The second invitation of an address is refused, the third is not.',
    (b) => {
      const refused = new Set<string>()
      return overlooking(({ email }) => {
        if (refused.has(email)) return true
        refused.add(email)
        return false
      })(b)
    },
  ),
  invite.sequence(
    'duplicate-of-admin-500',
    ['duplicate-answer', 'no-server-error'],
    'A second invitation of an admin is answered with 500.',
    (b) => {
      const changed = rewrite(
        'invite',
        (answer, seen) => answer.status === 409 && seen.input?.role === 'admin',
        toRefusal(500, 'INTERNAL_001'),
      )
      return changed(b)
    },
  ),
  invite.sequence(
    'duplicate-after-sandbox-kept',
    'duplicate-one-entry',
    'A duplicate that was simulated once is taken from then on.',
    (b) => {
      const simulated = new Set<string>()
      return overlooking(({ email }, c) => {
        if (sandboxTrue(c)) simulated.add(email)
        return simulated.has(email) && !sandboxTrue(c)
      })(b)
    },
    'duplicate-after-sandbox',
  ),
  invite.rare(
    'every-second-duplicate-kept',
    'duplicate-one-entry',
    'Every second duplicate is taken.',
    (b) => {
      const second = everyNth(2)
      return overlooking(() => second())(b)
    },
  ),
]
