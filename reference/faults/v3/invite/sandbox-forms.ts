/** Forms of `POST /v3/users` in sandbox: by body, label, scope, role, and after one another. */

import { everyNth } from '../../../frequency.ts'
import type { Context } from '../../../v3/behaviour.ts'
import { type Form, furtherMember, objectOf, underProfile, withCharset } from '../../../v3/forms.ts'
import { guard, rewrite, toRefusal } from '../../../v3/mutator.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { overlookingSandbox, watchingSimulated } from '../sandbox.ts'

const invite = formsOf('invite')

const asking =
  (role: string): Form =>
  (a) =>
    objectOf(a)?.role === role

const REAL: readonly [name: string, says: string, form: Form][] = [
  ['with-further-member', 'beside an unknown member', furtherMember],
  ['with-charset', 'with a charset on the media type', withCharset],
  ['under-profile', 'under x-profile-id', underProfile],
  ['for-admins', 'where an admin is invited', asking('admin')],
  ['for-billing', 'where somebody is invited for billing', asking('billing')],
]

export const inviteSandboxForms: V3Form[] = [
  ...REAL.map(([name, says, form]) =>
    invite.plain(
      `sandbox-is-real-${name}`,
      'sandbox-no-effect',
      `sandbox is ignored ${says}.`,
      overlookingSandbox('invite', form),
    ),
  ),
  invite.plain(
    'sandbox-read-from-first-member',
    'sandbox-no-effect',
    'sandbox is ignored unless it is the first member of the body.',
    overlookingSandbox('invite', (c) => Object.keys(objectOf(c) ?? {})[0] !== 'sandbox'),
  ),
  invite.plain(
    'sandbox-read-by-id',
    'sandbox-no-effect',
    'Who was invited in sandbox can be read by the id of the answer.',
    (b) => {
      const simulated = new Map<string, V3User>()
      const watched = watchingSimulated((user) => simulated.set(user.id, user))(b)
      return {
        ...watched,
        findUser: (c) => b.findUser(c) ?? (c.operation === 'get' ? simulated.get(c.userId) : undefined),
      }
    },
  ),
  invite.plain(
    'sandbox-under-profile-reaches-organization',
    'sandbox-no-effect',
    'A simulated invitation to the profile enters the user in the organization.',
    watchingSimulated((user, c) => c.scope.parent?.put(user)),
  ),
  invite.sequence(
    'second-sandbox-is-real',
    'sandbox-no-effect',
    'The second simulated invitation of an address is a real one.',
    (b) => {
      const seen = new Set<string>()
      return watchingSimulated((user, c) => {
        if (seen.has(user.email)) c.scope.put(user)
        seen.add(user.email)
      })(b)
    },
  ),
  invite.sequence(
    'sandbox-is-real-after-real',
    'sandbox-no-effect',
    'After a real invitation the next simulated one is real, too.',
    (b) => {
      let real = false
      return overlookingSandbox('invite', () => {
        const overlooked = real
        real = false
        return overlooked
      })({
        ...b,
        createUser: (c) => {
          real = true
          return b.createUser(c)
        },
      })
    },
  ),
  invite.sequence(
    'sandbox-updates-existing',
    ['sandbox-no-effect', 'listed', 'duplicate-one-entry'],
    'A simulated invitation of somebody who is invited changes the role of the real one.',
    (b) => {
      const unguarded = guard('invite', 'refuseDuplicate', (c, honest) => {
        const existing = c.scope.findByEmail(String(c.input.email))
        if (c.sandbox && existing) c.scope.put({ ...existing, role: c.input.role as V3User['role'] })
        honest()
      })
      return unguarded(b)
    },
    'sandbox-duplicate-changes-nothing',
  ),
  invite.sequence(
    'sandbox-done-later',
    'sandbox-no-effect',
    'What was simulated is done with the next real invitation.',
    (b) => {
      const later: [V3User, Context][] = []
      const watched = watchingSimulated((user, c) => later.push([user, c]))(b)
      return {
        ...watched,
        createUser: (c) => {
          for (const [user, before] of later.splice(0)) before.scope.put(user)
          return watched.createUser(c)
        },
      }
    },
  ),
  invite.plain('sandbox-skips-role', 'sandbox-validates', 'With sandbox true any role will do.', (b) => ({
    ...b,
    validateInvite: (body) => {
      const { role, ...others } = b.validateInvite(body)
      return body.sandbox === true || role === undefined ? others : { ...others, role }
    },
  })),
  invite.plain('sandbox-skips-name', 'sandbox-validates', 'With sandbox true no name is needed.', (b) => ({
    ...b,
    validateInvite: (body) => {
      const { name, ...others } = b.validateInvite(body)
      return body.sandbox === true || name === undefined ? others : { ...others, name }
    },
  })),
  invite.plain(
    'sandbox-billing-500',
    ['sandbox-answer', 'no-server-error'],
    'A simulated invitation for billing is answered with 500.',
    rewrite(
      'invite',
      (_, seen) => seen.sandbox === true && seen.input?.role === 'billing',
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
  invite.rare(
    'sandbox-is-real-every-third-time',
    'sandbox-no-effect',
    'Every third simulated invitation is real.',
    (b) => {
      const third = everyNth(3)
      return watchingSimulated((user, c) => {
        if (third()) c.scope.put(user)
      })(b)
    },
  ),
]
