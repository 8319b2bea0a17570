/** Forms of `DELETE /api/v1/users/{id}` in whom it answers: who is concerned, in which order, and how often. */
import { everyNth } from '../../../frequency.ts'
import type { V1Change } from '../../../v1/behaviour.ts'
import { aside } from '../../../v1/mutator.ts'
import type { V1Context, V1User } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { credentialsOf } from '../credentials.ts'
import { form } from '../fault.ts'

const REFUSED = 'v1.delete.forbidden-403'
const KEPT = 'v1.delete.refused-keeps-user'

/** Opens the gate for some removals. */
const open =
  (meant: (user: V1User | undefined) => boolean): V1Change =>
  (behaviour) => ({
    ...behaviour,
    mayDelete(caller, user) {
      if (caller.mayDelete || !meant(user)) behaviour.mayDelete(caller, user)
    },
  })

/** Refuses as documented, and does something to the user where `meant` says so. */
const refusedBut = (status: number, happen: (user: V1User, context: V1Context) => void): V1Change =>
  aside('delete', status, (context) => {
    const user = context.store.byId(context.id)
    if (user && user.id !== context.caller?.account.id) happen(user, context)
  })

const OPEN: readonly [name: string, says: string, meant: (user: V1User | undefined) => boolean][] = [
  ['pending', 'pending users', (user) => user?.status === 'pending'],
  ['pending-admins', 'pending admins', (user) => user?.status === 'pending' && user.role === 'admin'],
  ['pending-members', 'pending members', (user) => user?.status === 'pending' && user.role === 'member'],
  ['nameless', 'users whose name is not plain Latin', (user) => /[^ -~]/u.test(user?.name ?? '')],
]

export const deleteAccessForms: V1Form[] = [
  ...credentialsOf('delete'),
  ...OPEN.map(([name, says, meant]) =>
    form.plain(
      `v1-delete-restricted-may-${name}`,
      REFUSED,
      `A token without the right removes ${says}.`,
      open(meant),
    ),
  ),
  form.sequence(
    'v1-delete-restricted-may-after-refusals',
    REFUSED,
    'A token without the right is refused once, and then no more.',
    (behaviour) => {
      let refused = 0
      return open((user) => user !== undefined && ++refused > 1)(behaviour)
    },
  ),
  form.sequence(
    'v1-delete-restricted-may-at-second-try',
    REFUSED,
    'A token without the right removes whom it was refused before.',
    (behaviour) => {
      const asked = new Set<string>()
      return open((user) => {
        if (user === undefined) return false
        const again = asked.has(user.id)
        asked.add(user.id)
        return again
      })(behaviour)
    },
  ),
  form.sequence(
    'v1-delete-restricted-may-after-manager',
    REFUSED,
    'Right after a removal by somebody who may, anybody may.',
    (behaviour) => {
      let after = false
      return {
        ...behaviour,
        mayDelete(caller, user) {
          const passes = after && !caller.mayDelete
          after = caller.mayDelete
          if (!passes) behaviour.mayDelete(caller, user)
        },
      }
    },
  ),
  form.rare(
    'v1-delete-restricted-may-every-third-time',
    REFUSED,
    'Every third time a token without the right removes somebody.',
    (behaviour) => {
      const third = everyNth(3)
      return open((user) => user !== undefined && third())(behaviour)
    },
  ),
  form.plain(
    'v1-delete-forbidden-but-pending-deleted',
    KEPT,
    'A forbidden removal answers 403, yet a pending user is gone.',
    refusedBut(403, (user, { store }) => {
      if (user.status === 'pending') store.remove(user)
    }),
  ),
  form.plain(
    'v1-delete-forbidden-but-active',
    KEPT,
    'A forbidden removal answers 403, and makes the user active.',
    refusedBut(403, (user, { store }) => store.update(user, { status: 'active' })),
  ),
  form.plain(
    'v1-delete-forbidden-but-older',
    KEPT,
    'A forbidden removal answers 403, and sets back `created_at`.',
    refusedBut(403, (user, { store }) => store.update(user, { created_at: '2020-02-02T02:02:02Z' })),
  ),
  form.plain(
    'v1-delete-forbidden-but-neighbour-deleted',
    KEPT,
    'A forbidden removal answers 403, yet who was created before the user is gone.',
    refusedBut(403, (user, { store }) => {
      const pending = store.list('pending')
      const before = pending[pending.findIndex(({ id }) => id === user.id) - 1]
      if (before) store.remove(before)
    }),
    'v1.delete.leaves-others-alone',
  ),
  form.plain(
    'v1-delete-wrong-scheme-but-deleted',
    'v1.delete.wrong-scheme-refused',
    'A removal with another scheme answers 401, yet the user is gone.',
    aside('delete', 401, ({ call, store, id }) => {
      const user = store.byId(id)
      if (user && /^(?!Bearer )./i.test(call.headers.authorization ?? '')) store.remove(user)
    }),
  ),
]
