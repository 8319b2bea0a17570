/** Forms of `GET /api/v1/users/{id}` in what its answers carry: for some users, and now and then. */
import { everyNth } from '../../../frequency.ts'
import { asWebPage, crash, editAnswer, editBody, without } from '../../../v1/mutator.ts'
import type { V1Answer } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const SHAPE = 'v1.get.shape'
const FOUND = 'v1.get.status-200'

export const getAnswersForms: V1Form[] = [
  form.plain(
    'v1-get-admin-date-spoiled',
    SHAPE,
    'Of admins `created_at` is a number.',
    editBody('get', 200, (user) => (user.role === 'admin' ? { ...user, created_at: 1_705_314_600 } : user)),
  ),
  form.plain(
    'v1-get-signed-in-without-role',
    SHAPE,
    'Who has signed in is shown without `role`.',
    editBody('get', 200, (user) => (user.last_login === null ? user : without(user, 'role'))),
  ),
  form.plain(
    'v1-get-inactive-crash',
    FOUND,
    'Inactive users are answered with 500.',
    editAnswer('get', 200, (answer, { user }) => (user?.status === 'inactive' ? crash(answer) : answer)),
  ),
  form.plain(
    'v1-get-pending-admin-not-found',
    FOUND,
    'Pending admins are not found.',
    editAnswer(
      'get',
      200,
      (answer, { user }): V1Answer =>
        user?.status === 'pending' && user.role === 'admin'
          ? { status: 404, body: { error: 'not_found', message: 'Nobody is there' } }
          : answer,
    ),
  ),
  form.sequence(
    'v1-get-second-read-not-found',
    FOUND,
    'Who is read a third time is not found.',
    (behaviour) => {
      const reads = new Map<string, number>()
      return editAnswer('get', 200, (answer, { id }): V1Answer => {
        const times = (reads.get(id) ?? 0) + 1
        reads.set(id, times)
        return times === 3
          ? { status: 404, body: { error: 'not_found', message: 'Nobody is there' } }
          : answer
      })(behaviour)
    },
  ),
  form.rare(
    'v1-get-old-schema-every-tenth-time',
    SHAPE,
    'In every tenth answer created_at is called created.',
    (behaviour) => {
      const tenth = everyNth(10)
      return editBody('get', 200, (user) =>
        tenth() ? { ...without(user, 'created_at'), created: user.created_at } : user,
      )(behaviour)
    },
  ),
  form.rare(
    'v1-get-broken-every-seventh-time',
    [FOUND, 'v1.get.no-server-error'],
    'Every seventh answer is a 500.',
    (behaviour) => {
      const seventh = everyNth(7)
      return editAnswer('get', 200, (answer) => (seventh() ? crash(answer) : answer))(behaviour)
    },
  ),
  form.rare(
    'v1-get-page-every-fifth-time',
    'v1.get.json',
    'Every fifth answer is labelled text/html.',
    (behaviour) => {
      const fifth = everyNth(5)
      return editAnswer('get', 200, (answer) => (fifth() ? asWebPage(answer) : answer))(behaviour)
    },
  ),
]
