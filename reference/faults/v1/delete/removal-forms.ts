/** Forms of `DELETE /api/v1/users/{id}` in what a removal does: by id, person, order and frequency. */
import { everyNth } from '../../../frequency.ts'
import type { V1Change } from '../../../v1/behaviour.ts'
import { replace } from '../../../v1/behaviour.ts'
import { editAnswer } from '../../../v1/mutator.ts'
import type { V1Context, V1User } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const GONE = 'v1.delete.gone-from-get'
const UNLISTED = 'v1.delete.gone-from-list'

/** Removals that are answered and not done. */
const undone = (meant: (user: V1User, context: V1Context) => boolean): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    remove(user, context) {
      if (!meant(user, context)) behaviour.remove(user, context)
    },
  })
}

/** Does something to others as well. */
const beside = (deed: (user: V1User, context: V1Context) => void): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    remove(user, context) {
      deed(user, context)
      behaviour.remove(user, context)
    },
  })
}

/** Remembers whom it removed, last first. */
const remembering = (change: (removed: V1User[]) => V1Change): V1Change => {
  return (behaviour) => {
    const removed: V1User[] = []
    return change(removed)(beside((user) => removed.unshift(user))(behaviour))
  }
}

export const deleteRemovalForms: V1Form[] = [
  form.plain(
    'v1-delete-pending-admin-kept',
    [GONE, UNLISTED],
    'Pending admins stay although the removal is answered.',
    undone(({ role, status }) => role === 'admin' && status === 'pending'),
  ),
  form.plain(
    'v1-delete-member-kept',
    [GONE, UNLISTED],
    'Pending members stay although the removal is answered.',
    undone(({ role, status }) => role === 'member' && status === 'pending'),
  ),
  form.sequence(
    'v1-delete-undone-by-creation',
    ['v1.delete.permanent', UNLISTED],
    'Who was removed last is back with the next creation of anybody.',
    remembering((removed) => (behaviour) => ({
      ...behaviour,
      keep(user, context) {
        const last = removed.shift()
        if (last) context.store.add(last)
        behaviour.keep(user, context)
      },
    })),
  ),
  form.sequence(
    'v1-delete-undone-by-second-removal',
    ['v1.delete.permanent', UNLISTED, 'v1.delete.second-404'],
    'A second removal brings back who was removed.',
    remembering((removed) =>
      editAnswer('delete', 404, (answer, { id, store }) => {
        const user = removed.find((one) => one.id === id)
        if (user && !store.byId(id)) store.add(user)
        return answer
      }),
    ),
  ),
  form.sequence(
    'v1-delete-listed-again-after-reads',
    ['v1.delete.permanent', UNLISTED],
    'Who was removed is off the list for four calls, and then back.',
    (behaviour) => {
      const removed = new Map<V1User, number>()
      return {
        ...behaviour,
        remove(user, context) {
          removed.set(user, 0)
          behaviour.remove(user, context)
        },
        select(query, context) {
          const back = [...removed].filter(([, calls]) => calls >= 4).map(([user]) => user)
          for (const [user, calls] of removed) removed.set(user, calls + 1)
          const asked = back.filter(({ status }) => query.status === undefined || status === query.status)
          return [...behaviour.select(query, context), ...asked]
        },
      }
    },
  ),
  form.sequence(
    'v1-delete-kept-under-filter',
    UNLISTED,
    'Who was removed is still counted and listed on later pages of the filtered list.',
    (behaviour) => {
      const removed: V1User[] = []
      return {
        ...behaviour,
        remove(user, context) {
          removed.push(user)
          behaviour.remove(user, context)
        },
        select: (query, context) => [
          ...behaviour.select(query, context),
          ...(query.status === undefined ? [] : removed.filter(({ status }) => status === query.status)),
        ],
      }
    },
  ),
  ...[4, 7].map((n) =>
    form.rare(
      `v1-delete-not-done-every-${n === 4 ? 'fourth' : 'seventh'}-time`,
      [GONE, UNLISTED],
      `Every ${n === 4 ? 'fourth' : 'seventh'} removal answers 204 and does nothing.`,
      (behaviour) => {
        const now = everyNth(n)
        return undone(() => now())(behaviour)
      },
    ),
  ),
  form.rare(
    'v1-delete-suspended-every-third-time',
    [GONE, UNLISTED],
    'Every third removed user is kept as inactive.',
    (behaviour) => {
      const third = everyNth(3)
      return replace({
        remove: (user, context) => {
          if (third()) context.store.update(user, { status: 'inactive' })
          else behaviour.remove(user, context)
        },
      })(behaviour)
    },
  ),
  form.sequence(
    'v1-get-stale-after-first-read',
    'v1.delete.gone-from-get',
    'Who was read once is answered as then, removed or not.',
    (behaviour) => {
      const read = new Map<string, V1User>()
      return {
        ...behaviour,
        find(id, context) {
          if (context.operation !== 'get') return behaviour.find(id, context)
          const user = read.get(id) ?? behaviour.find(id, context)
          if (user) read.set(id, { ...user })
          return user
        },
      }
    },
  ),
]
