/** Faults of `GET /api/v1/users/{id}` in what every answer carries: label, meta, headers. */
import { everyNth } from '../../../frequency.ts'
import { asWebPage, editAnswer, editBody, everyThird, type Members, without } from '../../../v1/mutator.ts'
import type { V1Fault } from '../../types.ts'
import { errorBodies } from '../errors.ts'
import { fault } from '../fault.ts'
import { notFound, tell } from '../get.ts'

const SHAPE = 'v1.get.shape'

const WRONG: Members = {
  id: 4711,
  email: ['ada@example.com'],
  name: { first: 'Ada' },
  role: 3,
  status: null,
  created_at: 1_705_314_600,
  last_login: false,
}

export const getAnswersFaults: V1Fault[] = [
  ...errorBodies({
    name: 'v1-get-not-found',
    operation: 'get',
    status: 404,
    requirement: 'v1.get.not-found-error',
    otherWord: 'user_not_found',
  }),
  fault(
    'v1-get-not-found-as-web-page',
    'v1.get.json',
    'The body of a 404 is labelled text/html.',
    editAnswer('get', 404, asWebPage),
  ),
  fault(
    'v1-get-unauthorized-other-shape',
    'v1.get.recommended-shape',
    'The 401 of get is JSON of another shape than documented errors have.',
    editAnswer('get', 401, (answer) => ({ ...answer, body: { errors: [{ code: 'token' }] } })),
  ),
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
    'v1-get-every-third-not-found',
    'v1.get.status-200',
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
  fault(
    'v1-get-pending-not-found',
    'v1.get.status-200',
    'Pending users are not found.',
    editAnswer('get', 200, (answer, { user }) => (user?.status === 'pending' ? notFound : answer)),
  ),
  fault(
    'v1-get-new-users-never-found',
    'v1.get.status-200',
    'Whoever was created since the start is never found.',
    (behaviour) => {
      const created = new Set<string>()
      return {
        ...behaviour,
        keep(user, context) {
          created.add(user.id)
          behaviour.keep(user, context)
        },
        find: (id, context) =>
          context.operation === 'get' && created.has(id) ? undefined : behaviour.find(id, context),
      }
    },
  ),
  ...[4, 5, 6].map((nth) =>
    fault(
      `v1-get-not-found-every-${nth}th-time`,
      'v1.get.status-200',
      `Every ${nth}th read of a user who is there finds nobody.`,
      (behaviour) => {
        const isTurn = everyNth(nth)
        return editAnswer('get', 200, (answer) => (isTurn() ? notFound : answer))(behaviour)
      },
    ),
  ),
]
