/** Forms of `PATCH /v3/users/{userId}` in whom it answers: by body, label, scope, and which role is asked for. */
import {
  every,
  type Form,
  furtherMember,
  not,
  objectOf,
  sandboxFalse,
  sandboxTrue,
  underProfile,
  withCharset,
} from '../../../v3/forms.ts'
import { adminAccount, key, keyMissing, permit, refuseButDo } from '../../../v3/mutator.ts'
import type { V3Form } from '../../types.ts'
import { credentialsOf } from '../credentials.ts'
import { formsOf } from '../fault.ts'
import { changeAnyhow, isKnown } from '../update.ts'

const update = formsOf('update')
const real = (form: Form): Form => every(form, not(sandboxTrue))
const toRole =
  (role: string): Form =>
  (a) =>
    objectOf(a)?.role === role

const OPEN: readonly [name: string, says: string, form: Form][] = [
  ['sandbox-false', 'with sandbox false', sandboxFalse],
  ['further-member', 'beside an unknown member', real(furtherMember)],
  ['charset', 'with a charset on the media type', real(withCharset)],
]

export const updateAccessForms: V3Form[] = [
  ...credentialsOf('update'),
  ...OPEN.flatMap(([name, says, form]) => [
    update.plain(
      `gate-open-with-${name}`,
      'developer-refused',
      `The gate is open for a developer ${says}.`,
      permit('update', (c) => c.role === 'developer' && form(c)),
    ),
    update.plain(
      `gate-open-to-billing-with-${name}`,
      'developer-refused',
      `The gate is open for billing ${says}.`,
      permit('update', (c) => c.role === 'billing' && form(c)),
    ),
    update.plain(
      `gate-open-to-non-members-with-${name}`,
      'no-access-refused',
      `The gate is open for an account without a role ${says}.`,
      permit('update', (c) => c.role === undefined && form(c)),
    ),
    update.plain(
      `key-unneeded-with-${name}`,
      'requires-key',
      `No key is needed ${says}.`,
      key('update', (a, honest) => (keyMissing(a) && form(a) ? adminAccount(a) : honest())),
    ),
  ]),
  update.plain(
    'gate-open-to-admin',
    'developer-refused',
    'A developer may make others admins.',
    permit('update', (c) => c.role === 'developer' && toRole('admin')(c)),
  ),
  update.plain(
    'open-without-key-in-profile',
    'requires-key',
    'In a profile no key is asked for.',
    key('update', (a, honest) => (keyMissing(a) && underProfile(a) ? adminAccount(a) : honest())),
  ),
  update.plain(
    'open-without-key-with-query',
    'requires-key',
    'Where parameters stand behind the path, no key is asked for.',
    key('update', (a, honest) => (keyMissing(a) && a.call.query.size > 0 ? adminAccount(a) : honest())),
  ),
  update.plain(
    'any-key-accepted-in-profile',
    'unknown-key-refused',
    'In a profile any key will do.',
    key('update', (a, honest) =>
      !isKnown(a) && !keyMissing(a) && underProfile(a) ? adminAccount(a) : honest(),
    ),
  ),
  update.plain(
    'any-key-accepted-in-sandbox',
    'unknown-key-refused',
    'With sandbox true any key will do.',
    key('update', (a, honest) =>
      !isKnown(a) && !keyMissing(a) && sandboxTrue(a) ? adminAccount(a) : honest(),
    ),
  ),
  update.plain(
    'non-member-refused-but-done',
    'refused-keeps-role',
    'Who has no role is refused, and the role changed.',
    refuseButDo('update', 'checkPermission', (c) => {
      if (c.role === undefined && !sandboxTrue(c)) changeAnyhow(c)
    }),
  ),
  update.plain(
    'billing-refused-but-done',
    'refused-keeps-role',
    'Billing is refused, and the role changed.',
    refuseButDo('update', 'checkPermission', (c) => {
      if (c.role === 'billing' && !sandboxTrue(c)) changeAnyhow(c)
    }),
  ),
]
