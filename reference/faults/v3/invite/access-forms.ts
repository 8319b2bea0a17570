/** Forms of `POST /v3/users` in whom it answers: by body, label, scope and the role that is given. */
import { everyNth } from '../../../frequency.ts'
import type { Context } from '../../../v3/behaviour.ts'
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
import { adminAccount, key, keyMissing, permit } from '../../../v3/mutator.ts'
import type { V3Form } from '../../types.ts'
import { credentialsOf } from '../credentials.ts'
import { formsOf } from '../fault.ts'

const invite = formsOf('invite')
const asking =
  (role: string): Form =>
  (a) =>
    objectOf(a)?.role === role
const small = (c: Context) => c.role === 'developer' || c.role === 'billing' || c.role === undefined

/** A gate that stands open for one form of body. */
interface Open {
  name: string
  says: string
  form: Form
}

const OPEN: readonly Open[] = [
  { name: 'further-member', says: 'beside an unknown member', form: every(furtherMember, not(sandboxTrue)) },
  { name: 'charset', says: 'with a charset on the media type', form: every(withCharset, not(sandboxTrue)) },
  { name: 'profile', says: 'under x-profile-id', form: every(underProfile, not(sandboxTrue)) },
  { name: 'sandbox-false', says: 'with sandbox false', form: sandboxFalse },
  {
    name: 'developer-role',
    says: 'who invites a developer',
    form: every(asking('developer'), not(sandboxTrue)),
  },
  {
    name: 'billing-role',
    says: 'who invites somebody for billing',
    form: every(asking('billing'), not(sandboxTrue)),
  },
  { name: 'admin-role', says: 'who invites an admin', form: every(asking('admin'), not(sandboxTrue)) },
]

export const inviteAccessForms: V3Form[] = [
  ...credentialsOf('invite'),
  ...OPEN.map(({ name, says, form }) =>
    invite.plain(
      `gate-open-with-${name}`,
      'requires-admin',
      `The gate is open for a developer ${says}.`,
      permit('invite', (c) => c.role === 'developer' && form(c)),
    ),
  ),
  ...OPEN.filter(({ name }) => ['further-member', 'charset', 'profile'].includes(name)).map(
    ({ name, says, form }) =>
      invite.plain(
        `gate-open-to-non-members-with-${name}`,
        'requires-admin',
        `The gate is open for an account without a role ${says}.`,
        permit('invite', (c) => c.role === undefined && form(c)),
      ),
  ),
  invite.plain(
    'sandbox-opens-gate-under-profile',
    'requires-admin-in-sandbox',
    'With sandbox true under x-profile-id anybody with a key may invite.',
    permit('invite', (c) => small(c) && sandboxTrue(c) && underProfile(c)),
  ),
  invite.plain(
    'sandbox-opens-gate-to-non-members',
    'requires-admin-in-sandbox',
    'With sandbox true an account without a role may invite.',
    permit('invite', (c) => c.role === undefined && sandboxTrue(c)),
  ),
  invite.plain(
    'sandbox-needs-no-key',
    'requires-key',
    'With sandbox true no key is needed.',
    key('invite', (a, honest) => (keyMissing(a) && sandboxTrue(a) ? adminAccount(a) : honest())),
    'sandbox-requires-key',
  ),
  invite.plain(
    'empty-object-before-key',
    'key-before-validation',
    'An empty object is refused as invalid before the key is looked at.',
    (b) => ({
      ...b,
      authenticate: (a) => {
        if (a.operation === 'invite' && Object.keys(objectOf(a) ?? {}).length === 0) {
          b.checkInput({
            ...a,
            account: adminAccount(a),
            scope: a.world.organization,
            role: 'admin',
            input: {},
            sandbox: false,
          })
        }
        return b.authenticate(a)
      },
    }),
  ),
  invite.sequence(
    'gate-open-after-admin',
    'requires-admin',
    'Once an admin has invited somebody, the next caller may, whoever it is.',
    (b) => {
      let open = false
      return permit('invite', (c) => {
        const passes = open && small(c)
        open = c.role === 'admin'
        return passes
      })(b)
    },
  ),
  invite.sequence(
    'gate-open-after-refusals',
    'requires-admin',
    'A developer is refused twice, and then no more.',
    (b) => {
      let refused = 0
      return permit('invite', (c) => c.role === 'developer' && ++refused > 2)(b)
    },
  ),
  invite.rare(
    'gate-open-every-third-time',
    'requires-admin',
    'Every third time a developer may invite.',
    (b) => {
      const third = everyNth(3)
      return permit('invite', (c) => c.role === 'developer' && third())(b)
    },
  ),
  invite.rare(
    'key-unneeded-every-third-time',
    'requires-key',
    'Every third invitation without a key passes.',
    (b) => {
      const third = everyNth(3)
      return key('invite', (a, honest) => (keyMissing(a) && third() ? adminAccount(a) : honest()))(b)
    },
  ),
]
