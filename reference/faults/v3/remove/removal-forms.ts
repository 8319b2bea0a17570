/** Forms of `DELETE /v3/users/{userId}` in what a removal does: by body, label, person, order and frequency. */

import { everyNth } from '../../../frequency.ts'
import type { Context, V3Change } from '../../../v3/behaviour.ts'
import {
  emptyObject,
  type Form,
  furtherMember,
  not,
  sandboxFalse,
  underProfile,
  withCharset,
  withoutBody,
} from '../../../v3/forms.ts'
import { isOk, rewrite, toEmpty, toRefusal } from '../../../v3/mutator.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { removing } from '../remove.ts'

const remove = formsOf('remove')

/** Removals that are answered and not done. */
const undone = (when: (user: V3User, c: Context) => boolean): V3Change =>
  removing((user, c, honest) => (when(user, c) ? undefined : honest()))

const UNDONE: readonly [name: string, says: string, form: Form][] = [
  ['with-charset', 'with a charset on the media type', withCharset],
  ['with-further-member', 'beside an unknown member', furtherMember],
  ['under-profile', 'under x-profile-id', underProfile],
]

export const removeRemovalForms: V3Form[] = [
  ...UNDONE.map(([name, says, form]) =>
    remove.plain(
      `not-done-${name}`,
      ['gone-from-list', 'gone-from-get'],
      `A removal ${says} is answered but not done.`,
      undone((_, c) => form(c)),
    ),
  ),
  remove.plain(
    'not-done-with-sandbox-false',
    'sandbox-false-is-real',
    'With sandbox false a removal is answered but not done.',
    undone((_, c) => sandboxFalse(c)),
  ),
  remove.plain(
    'not-done-with-empty-object',
    'empty-object-is-real',
    'With an empty object a removal is answered but not done.',
    undone((_, c) => emptyObject(c) && !withoutBody(c)),
  ),
  remove.plain(
    'suspends-with-empty-object',
    'empty-object-is-real',
    'With an empty object who is removed is only suspended.',
    removing((user, c, honest) =>
      emptyObject(c) && !withoutBody(c) ? c.scope.put({ ...user, status: 'suspended' }) : honest(),
    ),
  ),
  ...(['admin', 'developer'] as const).map((role) =>
    remove.plain(
      `invited-${role}s-kept`,
      ['gone-from-list', 'gone-from-get'],
      `Who was invited as ${role} stays although the removal is answered.`,
      undone((user) => user.role === role && user.status === 'invited'),
    ),
  ),
  remove.plain(
    'charset-refused',
    'success-status',
    'A charset on the media type is answered with 415.',
    rewrite(
      'remove',
      (answer, seen) => isOk(answer, seen) && withCharset(seen),
      toRefusal(415, 'VALIDATION_001'),
    ),
  ),
  remove.plain(
    'further-member-500',
    ['success-status', 'no-server-error'],
    'An unknown member of the body is answered with 500.',
    rewrite('remove', (_, seen) => furtherMember(seen), toRefusal(500, 'INTERNAL_001')),
  ),
  remove.plain(
    'accepted-with-body',
    'success-status',
    'A removal with a body is answered with 202.',
    rewrite('remove', (answer, seen) => isOk(answer, seen) && not(withoutBody)(seen), toEmpty(202)),
  ),
  remove.sequence(
    'undone-by-invitation',
    ['gone-from-list', 'gone-from-get'],
    'Who was removed last is back with the next invitation of anybody.',
    (b) => {
      let last: { user: V3User; scope: Context['scope'] } | undefined
      return {
        ...b,
        applyRemoval: (user, c) => {
          last = { user, scope: c.scope }
          b.applyRemoval(user, c)
        },
        createUser: (c) => {
          if (last?.scope === c.scope) c.scope.put(last.user)
          last = undefined
          return b.createUser(c)
        },
      }
    },
    'removed-stays-removed',
  ),
  remove.sequence(
    'undone-by-second-removal',
    ['gone-from-list', 'second-removal'],
    'A second removal brings back who was removed.',
    (b) => {
      const removed = new Map<string, V3User>()
      return {
        ...b,
        applyRemoval: (user, c) => {
          removed.set(user.id, user)
          b.applyRemoval(user, c)
        },
        findUser: (c) => {
          const found = b.findUser(c)
          const gone = c.operation === 'remove' && !found ? removed.get(c.userId) : undefined
          if (gone) c.scope.put(gone)
          return found
        },
      }
    },
    'removed-stays-removed',
  ),
  remove.sequence(
    'removed-found-in-profile',
    'gone-from-get',
    'Who was removed from the organization can be read under the profile.',
    (b) => {
      const removed = new Map<string, V3User>()
      return {
        ...b,
        applyRemoval: (user, c) => {
          removed.set(user.id, user)
          b.applyRemoval(user, c)
        },
        findUser: (c) =>
          b.findUser(c) ?? (c.operation === 'get' && c.scope.parent ? removed.get(c.userId) : undefined),
      }
    },
    'gone-from-every-scope',
  ),
  ...[4, 7].map((n) =>
    remove.rare(
      `not-done-every-${n === 4 ? 'fourth' : 'seventh'}-time`,
      ['gone-from-list', 'gone-from-get'],
      `Every ${n === 4 ? 'fourth' : 'seventh'} removal is answered but not done.`,
      (b) => {
        const now = everyNth(n)
        return undone(() => now())(b)
      },
    ),
  ),
  remove.rare(
    'accepted-every-fifth-time',
    'success-status',
    'Every fifth removal is answered with 202.',
    (b) => {
      const fifth = everyNth(5)
      return rewrite('remove', (answer, seen) => isOk(answer, seen) && fifth(), toEmpty(202))(b)
    },
  ),
]
