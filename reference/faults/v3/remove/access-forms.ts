/** Forms of `DELETE /v3/users/{userId}` in whom it answers: by body, label, scope and who is concerned. */
import { everyNth } from '../../../frequency.ts'
import type { Context } from '../../../v3/behaviour.ts'
import {
  emptyObject,
  every,
  type Form,
  furtherMember,
  not,
  sandboxFalse,
  sandboxTrue,
  underProfile,
  withCharset,
  withoutBody,
} from '../../../v3/forms.ts'
import { adminAccount, isUuid, key, keyMissing, named, permit } from '../../../v3/mutator.ts'
import { userNotFound } from '../../../v3/refusal.ts'
import type { V3Form } from '../../types.ts'
import { credentialsOf } from '../credentials.ts'
import { formsOf } from '../fault.ts'
import { isKnown } from '../remove.ts'

const remove = formsOf('remove')
const real = (form: Form): Form => every(form, not(sandboxTrue))
const concerning =
  (role: string): Form =>
  (a) =>
    named(a)?.user.role === role
const invited: Form = (a) => named(a)?.user.status === 'invited'
const active: Form = (a) => named(a)?.user.status === 'active'

const OPEN: readonly [name: string, says: string, form: Form][] = [
  ['without-body', 'without a body', real(withoutBody)],
  ['empty-object', 'with an empty object', real(every(emptyObject, not(withoutBody)))],
  ['sandbox-false', 'with sandbox false', real(sandboxFalse)],
  ['further-member', 'beside an unknown member', real(furtherMember)],
  ['charset', 'with a charset on the media type', real(withCharset)],
  ['profile', 'under x-profile-id', real(underProfile)],
  ['invited', 'where who is concerned is invited', real(invited)],
  ['developers', 'where a developer is concerned', real(concerning('developer'))],
  ['billing', 'where somebody for billing is concerned', real(concerning('billing'))],
  ['admins', 'where an admin is concerned', real(concerning('admin'))],
]
const STRANGERS = ['without-body', 'empty-object', 'sandbox-false', 'charset', 'profile', 'admins']

const small = (c: Context) => c.role === 'developer' || c.role === 'billing' || c.role === undefined

export const removeAccessForms: V3Form[] = [
  ...credentialsOf('remove'),
  ...OPEN.map(([name, says, form]) =>
    remove.plain(
      `gate-open-with-${name}`,
      'developer-refused',
      `The gate is open for a developer ${says}.`,
      permit('remove', (c) => c.role === 'developer' && form(c)),
    ),
  ),
  ...OPEN.filter(([name]) => STRANGERS.includes(name)).map(([name, says, form]) =>
    remove.plain(
      `gate-open-to-non-members-with-${name}`,
      'no-access-refused',
      `The gate is open for an account without a role ${says}.`,
      permit('remove', (c) => c.role === undefined && form(c)),
    ),
  ),
  remove.plain(
    'oneself-open-to-developers',
    'developer-refused',
    'A developer may remove oneself.',
    permit('remove', (c) => c.role === 'developer' && c.behaviour.findUser(c)?.email === c.account.email),
    'self-removal-by-developer',
  ),
  remove.plain(
    'sandbox-opens-gate-under-profile',
    'developer-refused-in-sandbox',
    'With sandbox true under x-profile-id a developer may remove.',
    permit('remove', (c) => c.role === 'developer' && sandboxTrue(c) && underProfile(c)),
  ),
  remove.plain(
    'sandbox-opens-gate-for-active',
    'developer-refused-in-sandbox',
    'With sandbox true a developer may remove who is active.',
    permit('remove', (c) => c.role === 'developer' && sandboxTrue(c) && active(c)),
    'developer-refused-in-sandbox-for-active',
  ),
  remove.plain(
    'sandbox-opens-gate-to-non-members',
    'developer-refused-in-sandbox',
    'With sandbox true an account without a role may remove.',
    permit('remove', (c) => c.role === undefined && sandboxTrue(c)),
    'no-access-refused-in-sandbox',
  ),
  ...(
    [
      ['without-body', 'Without a body', real(withoutBody)],
      ['with-empty-object', 'With an empty object', real(every(emptyObject, not(withoutBody)))],
      ['with-sandbox-false', 'With sandbox false', real(sandboxFalse)],
    ] as const
  ).map(([name, says, form]) =>
    remove.plain(
      `key-unneeded-${name}`,
      'requires-key',
      `${says} no key is needed.`,
      key('remove', (a, honest) => (keyMissing(a) && form(a) ? adminAccount(a) : honest())),
    ),
  ),
  remove.plain(
    'malformed-id-before-key',
    'key-before-user',
    'A malformed id is answered with 404 before the key is looked at.',
    key('remove', (a, honest) => {
      if (!isUuid(a.userId)) throw userNotFound()
      return honest()
    }),
  ),
  remove.sequence(
    'gate-open-after-admin',
    'developer-refused',
    'Once an admin has removed somebody, the next caller may, whoever it is.',
    (b) => {
      let open = false
      return permit('remove', (c) => {
        const passes = open && small(c)
        open = c.role === 'admin'
        return passes
      })(b)
    },
  ),
  remove.sequence(
    'gate-open-after-refusals',
    'developer-refused',
    'A developer is refused twice, and then no more.',
    (b) => {
      let refused = 0
      return permit('remove', (c) => c.role === 'developer' && ++refused > 2)(b)
    },
  ),
  remove.sequence(
    'second-try-open',
    'developer-refused',
    'A developer who asks for the same removal again may do it.',
    (b) => {
      const asked = new Set<string>()
      return permit('remove', (c) => {
        const again = c.role === 'developer' && asked.has(c.userId)
        if (c.role === 'developer') asked.add(c.userId)
        return again
      })(b)
    },
  ),
  remove.rare(
    'gate-open-every-third-time',
    'developer-refused',
    'Every third time a developer may remove.',
    (b) => {
      const third = everyNth(3)
      return permit('remove', (c) => c.role === 'developer' && third())(b)
    },
  ),
  remove.rare(
    'non-member-every-third-time',
    'no-access-refused',
    'Every third time an account without a role may remove.',
    (b) => {
      const third = everyNth(3)
      return permit('remove', (c) => c.role === undefined && third())(b)
    },
  ),
  remove.rare(
    'unknown-key-every-third-time',
    'unknown-key-refused',
    'Every third unknown key passes.',
    (b) => {
      const third = everyNth(3)
      return key('remove', (a, honest) =>
        !isKnown(a) && !keyMissing(a) && third() ? adminAccount(a) : honest(),
      )(b)
    },
  ),
]
