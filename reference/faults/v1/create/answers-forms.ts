/** Forms of `POST /api/v1/users` in what its answers carry: by body and label, and now and then. */
import { everyNth } from '../../../frequency.ts'
import { asWebPage, crash, crashed, editAnswer, editBody, without } from '../../../v1/mutator.ts'
import { invalid } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const STATUS = 'v1.create.status-201'
const SHAPE = 'v1.create.shape'
const DOCUMENTED = ['email', 'name', 'role']

export const createAnswersForms: V1Form[] = [
  form.plain(
    'v1-create-charset-refused',
    STATUS,
    'A charset on the content type is answered with 415.',
    (behaviour) => ({
      ...behaviour,
      acceptContentType(header) {
        if (/json *;/i.test(header ?? '')) throw invalid('Content-Type must be application/json', 415)
        behaviour.acceptContentType(header)
      },
    }),
  ),
  form.plain(
    'v1-create-further-member-crash',
    'v1.create.no-server-error',
    'An unknown member of the body leads to 500.',
    (behaviour) => ({
      ...behaviour,
      readMembers(body) {
        const members = behaviour.readMembers(body)
        if (Object.keys(members).some((name) => !DOCUMENTED.includes(name))) throw crashed()
        return members
      },
    }),
  ),
  form.plain(
    'v1-create-emoji-crash',
    [STATUS, 'v1.create.no-server-error'],
    'A name beyond the basic plane leads to 500.',
    (behaviour) => ({
      ...behaviour,
      readName(members) {
        const name = behaviour.readName(members)
        if (/[\u{10000}-\u{10ffff}]/u.test(name ?? '')) throw crashed()
        return name
      },
    }),
  ),
  form.plain(
    'v1-create-apostrophe-crash',
    [STATUS, 'v1.create.no-server-error'],
    'An apostrophe in a name leads to 500.',
    (behaviour) => ({
      ...behaviour,
      readName(members) {
        const name = behaviour.readName(members)
        if (name?.includes("'")) throw crashed()
        return name
      },
    }),
  ),
  form.sequence(
    'v1-create-again-crash',
    [STATUS, 'v1.create.no-server-error'],
    'A removed user who is created again leads to 500.',
    (behaviour) => {
      const removed = new Set<string>()
      return {
        ...behaviour,
        remove(user, context) {
          removed.add(user.email.toLowerCase())
          behaviour.remove(user, context)
        },
        buildUser(draft, members, context) {
          if (removed.has(draft.email.toLowerCase())) throw crashed()
          return behaviour.buildUser(draft, members, context)
        },
      }
    },
    'v1.create.created-again',
  ),
  form.plain(
    'v1-create-admin-date-spoiled',
    SHAPE,
    'Of new admins `created_at` is a number.',
    editBody('create', 201, (user) =>
      user.role === 'admin' ? { ...user, created_at: 1_705_314_600 } : user,
    ),
  ),
  form.rare(
    'v1-create-old-schema-every-sixth-time',
    SHAPE,
    'In every sixth answer created_at is called created.',
    (behaviour) => {
      const sixth = everyNth(6)
      return editBody('create', 201, (user) =>
        sixth() ? { ...without(user, 'created_at'), created: user.created_at } : user,
      )(behaviour)
    },
  ),
  form.rare(
    'v1-create-broken-every-fifth-time',
    'v1.create.no-server-error',
    'Every fifth creation is answered with 500.',
    (behaviour) => {
      const fifth = everyNth(5)
      return editAnswer('create', 201, (answer) => (fifth() ? crash(answer) : answer))(behaviour)
    },
  ),
  form.rare(
    'v1-create-page-every-fourth-time',
    'v1.create.json',
    'Every fourth answer is labelled text/html.',
    (behaviour) => {
      const fourth = everyNth(4)
      return editAnswer('create', 201, (answer) => (fourth() ? asWebPage(answer) : answer))(behaviour)
    },
  ),
]
