/** Forms of `PATCH /v3/users/{userId}` in the scope in which a role changes. */
import { type Form, sandboxFalse } from '../../../v3/forms.ts'
import { adminAccount, isUuid, profileKind, rewrite, scope, toRefusal } from '../../../v3/mutator.ts'
import type { V3Operation } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { changing } from '../update.ts'

const update = formsOf('update')
const UPDATE: V3Operation = 'update'

const profileOf: (a: Parameters<Form>[0]) => string = ({ call }) => call.headers['x-profile-id'] ?? ''
/** Falls back to the organization for calls of a form. */
const fallingBack = (form: Form) =>
  scope(UPDATE, (a, account, honest) => (form(a) ? account.scope : honest()))
/** The own profile, written in another letter case. */
const isSpelt: Form = (a) =>
  profileOf(a) !== a.world.profile.id && profileOf(a).toLowerCase() === a.world.profile.id.toLowerCase()

export const updateScopeForms: V3Form[] = [
  update.plain(
    'foreign-profile-falls-back-in-earnest',
    'scope-foreign-refused',
    'Under a foreign profile and with sandbox false the organization is meant.',
    fallingBack((a) => profileKind(a) === 'foreign' && sandboxFalse(a)),
  ),
  update.plain(
    'foreign-profile-open-to-developers',
    'scope-foreign-refused',
    'Under a foreign profile a developer changes roles in the organization.',
    (b) => ({
      ...b,
      authenticate: (a) => {
        const account = b.authenticate(a)
        const isMeant =
          a.operation === UPDATE &&
          profileKind(a) === 'foreign' &&
          a.call.headers['x-api-key'] === a.world.keys.developer
        return isMeant ? adminAccount(a) : account
      },
      resolveScope: (a, account) =>
        a.operation === UPDATE &&
        profileKind(a) === 'foreign' &&
        a.call.headers['x-api-key'] === a.world.keys.developer
          ? account.scope
          : b.resolveScope(a, account),
    }),
  ),
  update.plain(
    'unknown-profile-falls-back-in-earnest',
    'scope-unknown-refused',
    'Under an unknown profile and with sandbox false the organization is meant.',
    fallingBack(
      (a) => profileKind(a) === 'unknown' && isUuid(profileOf(a)) && !isSpelt(a) && sandboxFalse(a),
    ),
  ),
  update.plain(
    'profile-of-zeros-falls-back',
    'scope-unknown-refused',
    'A profile of zeros is none.',
    fallingBack((a) => /^[0-]+$/.test(profileOf(a)) && isUuid(profileOf(a))),
  ),
  update.plain(
    'number-for-profile-falls-back',
    'scope-malformed-refused',
    'A number for a profile is ignored.',
    fallingBack((a) => /^\d+$/.test(profileOf(a))),
  ),
  update.plain(
    'longer-profile-falls-back',
    'scope-malformed-refused',
    'A profile id with one character more is ignored.',
    fallingBack((a) => profileOf(a).length === 37),
  ),
  update.plain(
    'empty-profile-falls-back',
    'scope-malformed-refused',
    'An empty profile id is ignored.',
    fallingBack((a) => a.call.headers['x-profile-id'] === ''),
  ),
  update.plain(
    'spelt-profile-nothing-done',
    'scope-own-profile',
    'Under a profile whose id is in capitals a change is answered but not made.',
    changing((user, role, c, honest) => (isSpelt(c) ? c.behaviour.simulateRole(user, role, c) : honest())),
  ),
  update.plain(
    'spelt-profile-500',
    ['scope-own-profile', 'no-server-error'],
    'A profile id in capitals is answered with 500.',
    rewrite(UPDATE, (_, seen) => isSpelt(seen), toRefusal(500, 'INTERNAL_001')),
  ),
]
