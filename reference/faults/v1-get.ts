/** Faults of v1: reading one user. */
import type { V1Change } from '../v1/behaviour.ts'
import type { V1Answer, V1User } from '../v1/types.ts'
import type { V1Fault } from './types.ts'
import { asWebPage, editAnswer, editBody, everyThird, fault, type Members, without } from './v1-edits.ts'

const SHAPE = 'v1.get.shape'
const CREATED = 'v1.get.agrees-with-create'
const LISTED = 'v1.list.agrees-with-get'
const NOT_FOUND = 'v1.get.unknown-404'

const WRONG: Members = {
  id: 4711,
  email: ['ada@example.com'],
  name: { first: 'Ada' },
  role: 3,
  status: null,
  created_at: 1_705_314_600,
  last_login: false,
}

const notFound: V1Answer = { status: 404, body: { error: 'not_found', message: 'Nobody is there' } }

/** Bends what get tells about a user. */
const tell = (edit: (user: Members) => Members): V1Change => editBody('get', 200, edit)

/** Every fault of get. */
export const V1_GET_FAULTS: V1Fault[] = [
  ...Object.keys(WRONG)
    .filter((member) => member !== 'last_login')
    .map((member) =>
      fault(
        `v1-get-${member.replace('_', '-')}-missing`,
        SHAPE,
        `The user has no \`${member}\`.`,
        tell((user) => without(user, member)),
      ),
    ),
  ...Object.entries(WRONG).map(([member, value]) =>
    fault(
      `v1-get-${member.replace('_', '-')}-mistyped`,
      SHAPE,
      `\`${member}\` has the wrong type.`,
      tell((user) => ({ ...user, [member]: value })),
    ),
  ),
  fault(
    'v1-get-last-login-word',
    SHAPE,
    'Somebody who never signed in has the word never for `last_login`.',
    tell((user) => ({ ...user, last_login: user.last_login ?? 'never' })),
  ),
  fault(
    'v1-get-last-login-invented',
    'v1.get.last-login-empty',
    'Somebody who never signed in has a time for `last_login`.',
    tell((user) => ({ ...user, last_login: user.last_login ?? user.created_at })),
  ),
  fault(
    'v1-get-pending-date-spoiled',
    SHAPE,
    'Only for pending users is `created_at` a day without a time.',
    tell((user) =>
      user.status === 'pending' ? { ...user, created_at: String(user.created_at).slice(0, 10) } : user,
    ),
  ),
  fault(
    'v1-get-admin-without-name',
    SHAPE,
    'Only admins have no `name`.',
    tell((user) => (user.role === 'admin' ? without(user, 'name') : user)),
  ),
  fault(
    'v1-get-wrapped',
    SHAPE,
    'The user is wrapped in `data`.',
    editBody('get', 200, (data) => ({ data })),
  ),
  fault(
    'v1-get-array',
    SHAPE,
    'The user is answered in an array.',
    editBody('get', 200, (user) => [user]),
  ),
  fault(
    'v1-get-as-web-page',
    'v1.get.json',
    'The user is labelled text/html.',
    editAnswer('get', 200, asWebPage),
  ),
  fault(
    'v1-get-status-203',
    'v1.get.status-200',
    'A user is answered with 203.',
    editAnswer('get', 200, (answer) => ({ ...answer, status: 203 })),
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
  fault(
    'v1-get-pending-not-found',
    ['v1.create.retrievable', 'v1.get.status-200'],
    'Pending users are not found.',
    editAnswer('get', 200, (answer, { user }) => (user?.status === 'pending' ? notFound : answer)),
  ),
  fault(
    'v1-get-every-third-not-found',
    ['v1.get.status-200', 'v1.create.retrievable'],
    'Every third call does not find a user who is there.',
    editAnswer('get', 200, (answer, context) => (everyThird(context) ? notFound : answer)),
  ),
  fault(
    'v1-get-every-third-spoiled',
    SHAPE,
    'In every third answer `created_at` is a number.',
    editBody('get', 200, (user, context) =>
      everyThird(context) ? { ...user, created_at: 1_705_314_600 } : user,
    ),
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
]
