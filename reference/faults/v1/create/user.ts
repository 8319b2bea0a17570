/** Faults of `POST /api/v1/users` in the user that it creates. */
import { replace } from '../../../v1/behaviour.ts'
import { editBody } from '../../../v1/mutator.ts'
import { newId, timestamp } from '../../../v1/people.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'

/** What a mail system makes of UTF-8 read as Latin-1. */
const garbled = (text: unknown) => Buffer.from(String(text), 'utf8').toString('latin1')

export const createUserFaults: V1Fault[] = [
  fault(
    'v1-create-email-replaced',
    'v1.create.email-echoed',
    'The answer shows another e-mail address than the one that was sent.',
    editBody('create', 201, (user) => ({ ...user, email: `x${user.email}` })),
  ),
  fault(
    'v1-create-email-cut-at-tag',
    'v1.create.email-echoed',
    'What follows a plus or a hyphen in the local part of the address is dropped.',
    (behaviour) => ({
      ...behaviour,
      readEmail: (members) => behaviour.readEmail(members),
      renderUser: (user, operation, context) => ({
        ...behaviour.renderUser(user, operation, context),
        email: user.email.replace(/[+-][^@]*/, ''),
      }),
    }),
  ),
  fault(
    'v1-create-name-reversed',
    'v1.create.name-echoed',
    'The answer shows the last word of the name first.',
    editBody('create', 201, (user) => ({ ...user, name: String(user.name).split(' ').reverse().join(' ') })),
  ),
  fault(
    'v1-create-name-first-word',
    'v1.create.name-echoed',
    'Only the first word of the name is kept.',
    (behaviour) => ({
      ...behaviour,
      readName: (members) => behaviour.readName(members)?.split(' ')[0] ?? null,
    }),
  ),
  fault(
    'v1-create-name-garbled',
    'v1.create.name-echoed',
    'Letters beyond ASCII in a name are garbled.',
    (behaviour) => ({ ...behaviour, readName: (members) => garbled(behaviour.readName(members)) }),
  ),
  fault(
    'v1-create-role-always-member',
    'v1.create.role-echoed',
    'Everybody becomes a member, whatever role was asked for.',
    (behaviour) => ({
      ...behaviour,
      readRole(members) {
        behaviour.readRole(members)
        return 'member'
      },
    }),
  ),
  fault('v1-create-role-raised', 'v1.create.role-echoed', 'A member becomes an admin.', (behaviour) => ({
    ...behaviour,
    readRole(members) {
      behaviour.readRole(members)
      return 'admin'
    },
  })),
  ...(['active', 'inactive'] as const).map((status) =>
    fault(
      `v1-create-status-${status}`,
      'v1.create.status-pending',
      `New users are ${status} at once.`,
      (behaviour) => ({
        ...behaviour,
        buildUser: (draft, members, context) => ({ ...behaviour.buildUser(draft, members, context), status }),
      }),
    ),
  ),
  fault(
    'v1-create-admin-active',
    'v1.create.status-pending',
    'Only new admins are active at once.',
    (behaviour) => ({
      ...behaviour,
      buildUser(draft, members, context) {
        const user = behaviour.buildUser(draft, members, context)
        return draft.role === 'admin' ? { ...user, status: 'active' } : user
      },
    }),
  ),
  fault(
    'v1-create-created-at-old',
    'v1.create.created-at-now',
    '`created_at` of a new user lies a year back.',
    (behaviour) => ({
      ...behaviour,
      buildUser: (draft, members, context) => ({
        ...behaviour.buildUser(draft, members, context),
        created_at: timestamp(Date.now() - 366 * 86_400_000),
      }),
    }),
  ),
  fault(
    'v1-create-id-unusable',
    'v1.create.retrievable',
    'The id in the answer is not the id under which the user is kept.',
    editBody('create', 201, (user) => ({ ...user, id: newId() })),
  ),
  fault(
    'v1-create-id-of-somebody',
    'v1.create.id-new',
    'A new user gets the id of somebody who is there, and takes their place.',
    (behaviour) => ({
      ...behaviour,
      buildUser(draft, members, context) {
        const user = behaviour.buildUser(draft, members, context)
        const other = context.store.list().findLast(({ status }) => status !== 'pending')
        return { ...user, id: other?.id ?? user.id }
      },
    }),
  ),
  fault(
    'v1-create-id-reused',
    'v1.create.id-new',
    'Every new user gets the same id, and takes the place of the one before.',
    (behaviour) => {
      const id = newId()
      return {
        ...behaviour,
        buildUser: (draft, members, context) => ({ ...behaviour.buildUser(draft, members, context), id }),
      }
    },
  ),
  fault(
    'v1-create-not-kept',
    'v1.create.retrievable',
    'The new user is answered, but kept nowhere.',
    replace({ keep() {} }),
  ),
  fault(
    'v1-create-client-chooses-id',
    'v1.create.extra-members-ignored',
    'An `id` in the body becomes the id of the new user.',
    (behaviour) => ({
      ...behaviour,
      buildUser(draft, members, context) {
        const user = behaviour.buildUser(draft, members, context)
        return typeof members.id === 'string' ? { ...user, id: members.id } : user
      },
    }),
  ),
  fault(
    'v1-create-client-chooses-status',
    'v1.create.extra-members-ignored',
    'A `status` in the body becomes the status of the new user.',
    (behaviour) => ({
      ...behaviour,
      buildUser(draft, members, context) {
        const user = behaviour.buildUser(draft, members, context)
        const { status } = members
        return status === 'active' || status === 'inactive' ? { ...user, status } : user
      },
    }),
  ),
]
