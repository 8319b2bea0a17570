/** Faults of `GET /api/v1/users/{id}` in which user it shows, and how truly. */
import { editAnswer, editBody } from '../../../v1/mutator.ts'
import type { V1User } from '../../../v1/types.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'
import { tell } from '../get.ts'

const CREATED = 'v1.get.agrees-with-create'

const LISTED = 'v1.list.agrees-with-get'

const NOT_FOUND = 'v1.get.unknown-404'

export const getUserFaults: V1Fault[] = [
  fault(
    'v1-create-pending-only-in-answer',
    'v1.get.agrees-with-create',
    'The answer says pending, the user is kept as active.',
    (behaviour) =>
      editBody('create', 201, (user) => ({ ...user, status: 'pending' }))({
        ...behaviour,
        buildUser: (draft, members, context) => ({
          ...behaviour.buildUser(draft, members, context),
          status: 'active',
        }),
      }),
  ),
  fault(
    'v1-get-last-login-invented',
    'v1.get.last-login-empty',
    'Somebody who never signed in has a time for `last_login`.',
    tell((user) => ({ ...user, last_login: user.last_login ?? user.created_at })),
  ),
  fault(
    'v1-get-somebody-else',
    'v1.get.id-echoed',
    'Whoever is asked for, the first user of the organization is shown.',
    (behaviour) => ({
      ...behaviour,
      find(id, context) {
        const user = behaviour.find(id, context)
        return user && context.operation === 'get' ? (context.store.list()[0] as V1User) : user
      },
    }),
  ),
  fault(
    'v1-get-mixed-up',
    [CREATED, LISTED],
    'The id is the right one, the rest belongs to somebody else.',
    (behaviour) => ({
      ...behaviour,
      renderUser(user, operation, context) {
        const other = operation === 'get' ? context.store.list().find(({ id }) => id !== user.id) : undefined
        return { ...behaviour.renderUser(other ?? user, operation, context), id: user.id }
      },
    }),
  ),
  fault(
    'v1-get-id-altered',
    'v1.get.id-echoed',
    '`id` is shown in capitals.',
    tell((user) => ({ ...user, id: String(user.id).toUpperCase() })),
  ),
  fault(
    'v1-get-name-stale',
    [CREATED, LISTED],
    'The name is the one of an earlier record.',
    tell((user) => ({ ...user, name: `${user.name} (old)` })),
  ),
  fault(
    'v1-get-email-masked',
    [CREATED, LISTED],
    'Most of the e-mail address is starred out.',
    tell((user) => ({ ...user, email: String(user.email).replace(/^(.)[^@]*/, '$1***') })),
  ),
  fault(
    'v1-get-role-always-member',
    CREATED,
    'Everybody is shown as a member.',
    tell((user) => ({ ...user, role: 'member' })),
  ),
  fault(
    'v1-get-status-always-active',
    [CREATED, LISTED],
    'Everybody is shown as active.',
    tell((user) => ({ ...user, status: 'active' })),
  ),
  fault(
    'v1-get-created-at-moves',
    [CREATED, LISTED],
    '`created_at` is a day earlier than where the user was created.',
    tell((user) => ({
      ...user,
      created_at: new Date(Date.parse(String(user.created_at)) - 86_400_000).toISOString(),
    })),
  ),
  fault(
    'v1-get-activates',
    [CREATED, LISTED],
    'Reading a pending user makes the user active.',
    (behaviour) => ({
      ...behaviour,
      answer(answer, context) {
        const { operation, user, store } = context
        if (operation === 'get' && user?.status === 'pending') store.update(user, { status: 'active' })
        return behaviour.answer(answer, context)
      },
    }),
  ),
  ...[400, 403, 410, 500, 204].map((status) =>
    fault(
      `v1-get-unknown-${status}`,
      status === 500 ? [NOT_FOUND, 'v1.get.no-server-error'] : NOT_FOUND,
      `An unknown id is answered with ${status}.`,
      editAnswer('get', 404, (answer) => (status === 204 ? { status } : { ...answer, status })),
    ),
  ),
  fault(
    'v1-get-unknown-null',
    NOT_FOUND,
    'An unknown id is answered with 200 and null.',
    editAnswer('get', 404, () => ({ status: 200, body: null })),
  ),
  fault(
    'v1-get-unknown-empty-object',
    NOT_FOUND,
    'An unknown id is answered with 200 and an empty object.',
    editAnswer('get', 404, () => ({ status: 200, body: {} })),
  ),
  fault(
    'v1-get-unknown-error-in-200',
    NOT_FOUND,
    'The error about an unknown id travels with 200.',
    editAnswer('get', 404, (answer) => ({ ...answer, status: 200 })),
  ),
  fault(
    'v1-get-unknown-anybody',
    NOT_FOUND,
    'An unknown id shows the first user of the organization.',
    (behaviour) => ({
      ...behaviour,
      find: (id, context) =>
        behaviour.find(id, context) ?? (context.operation === 'get' ? context.store.list()[0] : undefined),
    }),
  ),
  fault(
    'v1-get-other-form-null',
    'v1.get.other-ids-404',
    'An id that does not begin as ids do is answered with 200 and null.',
    editAnswer('get', 404, (answer, { id }) =>
      id.startsWith('usr_') ? answer : { status: 200, body: null },
    ),
  ),
]
