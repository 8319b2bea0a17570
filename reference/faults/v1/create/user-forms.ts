/** Forms of `POST /api/v1/users` in the user that it creates: by name, address, role, order and frequency. */
import { everyNth } from '../../../frequency.ts'
import type { V1Change } from '../../../v1/behaviour.ts'
import { replace } from '../../../v1/behaviour.ts'
import { newId } from '../../../v1/people.ts'
import type { V1User } from '../../../v1/types.ts'
import { SPOILT_ADDRESSES, SPOILT_NAMES } from '../../texts.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const AGAIN = 'v1.create.created-again'

/** Makes another user than was asked for. */
const making = (change: (user: V1User) => Partial<V1User>): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    buildUser(draft, members, context) {
      const user = behaviour.buildUser(draft, members, context)
      return { ...user, ...change(user) }
    },
  })
}

/** Makes of a removed user something of before. */
const remembering = (change: (former: V1User) => Partial<V1User>): V1Change => {
  return (behaviour) => {
    const removed = new Map<string, V1User>()
    return {
      ...behaviour,
      remove(user, context) {
        removed.set(user.email.toLowerCase(), user)
        behaviour.remove(user, context)
      },
      buildUser(draft, members, context) {
        const user = behaviour.buildUser(draft, members, context)
        const former = removed.get(user.email.toLowerCase())
        return former ? { ...user, ...change(former) } : user
      },
    }
  }
}

export const createUserForms: V1Form[] = [
  ...SPOILT_NAMES.map(({ name, says, spoil }) =>
    form.plain(
      `v1-create-${name}`,
      'v1.create.name-echoed',
      `${says}.`,
      making((user) => ({ name: user.name === null ? null : spoil(user.name) })),
    ),
  ),
  ...SPOILT_ADDRESSES.map(({ name, says, spoil }) =>
    form.plain(
      `v1-create-${name}`,
      'v1.create.email-echoed',
      `${says}.`,
      making((user) => ({ email: spoil(user.email) })),
    ),
  ),
  form.plain(
    'v1-create-admin-becomes-member',
    'v1.create.role-echoed',
    'Who is created as admin becomes a member.',
    making((user) => (user.role === 'admin' ? { role: 'member' } : {})),
  ),
  form.plain(
    'v1-create-member-active',
    'v1.create.status-pending',
    'New members are active at once.',
    making((user) => (user.role === 'member' ? { status: 'active' } : {})),
  ),
  form.sequence(
    'v1-create-again-with-former-role',
    'v1.create.role-echoed',
    'A removed user who is created again has the role of before.',
    remembering(({ role }) => ({ role })),
    AGAIN,
  ),
  form.sequence(
    'v1-create-again-with-former-name',
    'v1.create.name-echoed',
    'A removed user who is created again has the name of before.',
    remembering(({ name }) => ({ name })),
    AGAIN,
  ),
  form.sequence(
    'v1-create-again-active',
    'v1.create.status-pending',
    'A removed user who is created again is active at once.',
    remembering(() => ({ status: 'active' })),
    AGAIN,
  ),
  form.sequence(
    'v1-create-again-with-former-date',
    'v1.create.created-at-now',
    'A removed user who is created again was created long ago.',
    remembering(() => ({ created_at: '2020-02-02T02:02:02Z' })),
    AGAIN,
  ),
  form.sequence(
    'v1-create-replaces-the-one-before',
    'v1.create.retrievable',
    'A creation takes the place of the one before.',
    (behaviour) => {
      let before: V1User | undefined
      return {
        ...behaviour,
        keep(user, context) {
          if (before) context.store.remove(before)
          before = user
          behaviour.keep(user, context)
        },
      }
    },
    'v1.create.leaves-others-alone',
  ),
  form.sequence(
    'v1-create-takes-id-of-the-one-before',
    'v1.create.id-new',
    'Every second creation takes the id of the one before.',
    (behaviour) => {
      let before: string | undefined
      return {
        ...behaviour,
        buildUser(draft, members, context) {
          const user = behaviour.buildUser(draft, members, context)
          const id = before ?? user.id
          before = before === undefined ? user.id : undefined
          return { ...user, id }
        },
      }
    },
  ),
  form.rare(
    'v1-create-not-kept-every-fifth-time',
    'v1.create.retrievable',
    'Every fifth new user is answered, but kept nowhere.',
    (behaviour) => {
      const fifth = everyNth(5)
      return replace({
        keep: (user, context) => {
          if (!fifth()) behaviour.keep(user, context)
        },
      })(behaviour)
    },
  ),
  form.rare(
    'v1-create-active-every-fourth-time',
    'v1.create.status-pending',
    'Every fourth new user is active at once.',
    (behaviour) => {
      const fourth = everyNth(4)
      return making(() => (fourth() ? { status: 'active' } : {}))(behaviour)
    },
  ),
  form.rare(
    'v1-create-other-id-every-fifth-time',
    'v1.create.retrievable',
    'In every fifth answer the id is not the one that is kept.',
    (behaviour) => {
      const fifth = everyNth(5)
      return replace({
        keep: (user, context) => behaviour.keep(fifth() ? { ...user, id: newId() } : user, context),
      })(behaviour)
    },
  ),
]
