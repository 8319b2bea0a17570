/** Forms of `GET /api/v1/users/{id}` in which user it shows, and how truly: by id, data, order and frequency. */
import { everyNth } from '../../../frequency.ts'
import type { V1Change } from '../../../v1/behaviour.ts'
import { editAnswer, editBody, type Members } from '../../../v1/mutator.ts'
import type { V1User } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'
import { tell } from '../get.ts'

const CREATED = 'v1.get.agrees-with-create'
const UNKNOWN = 'v1.get.unknown-404'

/** Tells something else of some users. */
const tellOf =
  (meant: (user: V1User) => boolean, edit: (shown: Members) => Members): V1Change =>
  (behaviour) => ({
    ...behaviour,
    renderUser(user, operation, context) {
      const shown = behaviour.renderUser(user, operation, context)
      return operation === 'get' && meant(user) ? edit(shown) : shown
    },
  })

export const getUserForms: V1Form[] = [
  form.plain(
    'v1-get-admin-shown-as-member',
    CREATED,
    'Pending admins are shown as members.',
    tellOf(
      ({ role, status }) => role === 'admin' && status === 'pending',
      (shown) => ({ ...shown, role: 'member' }),
    ),
  ),
  form.plain(
    'v1-get-name-in-latin-only',
    CREATED,
    'Letters beyond Latin-1 in a name are shown as question marks.',
    tell((user) => ({ ...user, name: String(user.name).replace(/[^ -\u00ff]/gu, '?') })),
  ),
  form.plain(
    'v1-get-plus-shown-as-blank',
    CREATED,
    'A plus in an address is shown as a blank.',
    tell((user) => ({ ...user, email: String(user.email).replaceAll('+', ' ') })),
  ),
  form.sequence(
    'v1-get-activates-at-second-read',
    CREATED,
    'Who is read a second time is shown as active.',
    (behaviour) => {
      const reads = new Map<string, number>()
      return tell((user) => {
        const times = (reads.get(String(user.id)) ?? 0) + 1
        reads.set(String(user.id), times)
        return times > 1 && user.status === 'pending' ? { ...user, status: 'active' } : user
      })(behaviour)
    },
  ),
  form.rare(
    'v1-get-unknown-null-every-third-time',
    [UNKNOWN, 'v1.get.other-ids-404'],
    'Every third unknown id is answered with 200 and null.',
    (behaviour) => {
      const third = everyNth(3)
      return editAnswer('get', 404, (answer) => (third() ? { status: 200, body: null } : answer))(behaviour)
    },
  ),
  form.rare(
    'v1-get-other-name-every-fifth-time',
    [CREATED, 'v1.list.agrees-with-get'],
    'In every fifth answer the name is the one of the first user.',
    (behaviour) => {
      const fifth = everyNth(5)
      return editBody('get', 200, (user, { store }) =>
        fifth() ? { ...user, name: store.list()[0]?.name } : user,
      )(behaviour)
    },
  ),
]
