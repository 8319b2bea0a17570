/** Forms of `POST /v3/users` in what an invitation is: by name, address, role and body. */
import { furtherMember, withCharset } from '../../../v3/forms.ts'
import { isOk, rewrite, toRefusal } from '../../../v3/mutator.ts'
import { alreadyInvited } from '../../../v3/refusal.ts'
import { SPOILT_ADDRESSES, SPOILT_NAMES } from '../../texts.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { keeping } from '../invite.ts'

const invite = formsOf('invite')

export const inviteInvitationForms: V3Form[] = [
  ...SPOILT_NAMES.flatMap(({ name, says, spoil }) => [
    invite.plain(
      name,
      'echo',
      `${says}.`,
      keeping('kept', (user) => ({ ...user, name: spoil(user.name) })),
    ),
    invite.plain(
      `kept-${name}`,
      'listed',
      `${says} where it is kept; the answer shows it whole.`,
      keeping('asked', (user) => ({ ...user, name: spoil(user.name) })),
      'listed-as-invited',
    ),
  ]),
  ...SPOILT_ADDRESSES.flatMap(({ name, says, spoil }) => [
    invite.plain(
      name,
      'echo',
      `${says}.`,
      keeping('kept', (user) => ({ ...user, email: spoil(user.email) })),
    ),
    invite.plain(
      `kept-${name}`,
      'listed',
      `${says} where it is kept; the answer shows it whole.`,
      keeping('asked', (user) => ({ ...user, email: spoil(user.email) })),
    ),
  ]),
  ...(['admin', 'billing'] as const).flatMap((role) => [
    invite.plain(
      `${role}-becomes-developer`,
      'echo',
      `Whoever is invited as ${role} becomes a developer.`,
      keeping('kept', (user) => (user.role === role ? { ...user, role: 'developer' } : user)),
    ),
    invite.plain(
      `${role}-kept-as-developer`,
      'listed',
      `Whoever is invited as ${role} is kept as a developer, whatever the answer says.`,
      keeping('asked', (user) => (user.role === role ? { ...user, role: 'developer' } : user)),
    ),
    invite.plain(
      `${role}-active-at-once`,
      'status-invited',
      `Whoever is invited as ${role} is active at once.`,
      keeping('kept', (user) => (user.role === role ? { ...user, status: 'active' } : user)),
    ),
  ]),
  invite.plain(
    'developer-becomes-admin',
    'echo',
    'Whoever is invited as developer becomes an admin.',
    keeping('kept', (user) => (user.role === 'developer' ? { ...user, role: 'admin' } : user)),
  ),
  invite.plain(
    'charset-refused',
    'success-status',
    'A charset on the media type is answered with 415.',
    rewrite(
      'invite',
      (answer, seen) => isOk(answer, seen) && withCharset(seen),
      toRefusal(415, 'VALIDATION_001'),
    ),
  ),
  invite.plain(
    'further-member-500',
    ['success-status', 'no-server-error'],
    'An unknown member of the body is answered with 500.',
    rewrite('invite', (_, seen) => furtherMember(seen), toRefusal(500, 'INTERNAL_001')),
  ),
  invite.plain(
    'same-local-part-refused',
    'success-status',
    'A second address with the same name before the @ is a duplicate.',
    (b) => ({
      ...b,
      refuseDuplicate: (c) => {
        const local = (email: string) => email.toLowerCase().split('@')[0]
        const wanted = local(String(c.input.email))
        if (c.scope.all().some(({ email }) => local(email) === wanted)) throw alreadyInvited()
        b.refuseDuplicate(c)
      },
    }),
    'other-domain-is-another',
  ),
  invite.plain(
    'plus-taken-for-duplicate',
    'success-status',
    'An address with a plus is a duplicate of the one without.',
    (b) => ({
      ...b,
      refuseDuplicate: (c) => {
        if (c.scope.findByEmail(String(c.input.email).replace(/\+[^@]*/, ''))) throw alreadyInvited()
        b.refuseDuplicate(c)
      },
    }),
    'plus-is-another',
  ),
]
