/** Forms of `DELETE /v3/users/{userId}` in sandbox: after what, and how often. */

import { everyNth } from '../../../frequency.ts'
import type { Context, V3Change } from '../../../v3/behaviour.ts'
import { objectOf } from '../../../v3/forms.ts'
import { rewrite, toRefusal } from '../../../v3/mutator.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { knowingReturned, leaving } from '../remove.ts'
import { overlookingSandbox } from '../sandbox.ts'

const remove = formsOf('remove')

/** Remembers whom a simulated removal named. */
const knowingSimulated =
  (again: (user: V3User, c: Context) => void): V3Change =>
  (b) => {
    const seen = new Set<string>()
    return leaving((user, c) => {
      if (seen.has(user.id)) again(user, c)
      seen.add(user.id)
    })(b)
  }

export const removeSandboxRepeatedForms: V3Form[] = [
  remove.sequence(
    'second-sandbox-is-real',
    'sandbox-no-effect',
    'The second simulated removal of somebody is a real one.',
    knowingSimulated((user, c) => c.scope.delete(user)),
    'second-sandbox',
  ),
  remove.sequence(
    'sandbox-is-real-after-real',
    'sandbox-no-effect',
    'After a real removal the next simulated one is real, too.',
    (b) => {
      let real = false
      return overlookingSandbox('remove', (c) => {
        const asked = objectOf(c)?.sandbox === true
        const overlooked = asked && real
        real = !asked
        return overlooked
      })({
        ...b,
        applyRemoval: (user, c) => {
          real = true
          b.applyRemoval(user, c)
        },
      })
    },
  ),
  remove.sequence(
    'sandbox-blocks-removal',
    ['sandbox-no-effect', 'success-status'],
    'Who was removed in sandbox cannot be removed in earnest.',
    (b) => {
      const blocked = new Set<string>()
      const left = leaving((user) => blocked.add(user.id))(b)
      return rewrite(
        'remove',
        (answer, seen) => answer.status < 300 && !seen.sandbox && blocked.has(seen.userId),
        toRefusal(404, 'RESOURCE_006'),
      )(left)
    },
  ),
  remove.sequence(
    'sandbox-done-later',
    ['sandbox-no-effect', 'success-status', 'sandbox-false-is-real'],
    'What was simulated is done with the next real removal.',
    (b) => {
      const later: [V3User, Context][] = []
      const left = leaving((user, c) => later.push([user, c]))(b)
      return {
        ...left,
        applyRemoval: (user, c) => {
          for (const [other, before] of later.splice(0)) before.scope.delete(other)
          b.applyRemoval(user, c)
        },
      }
    },
    'sandbox-done-later',
  ),
  ...[3, 5].map((n) =>
    remove.rare(
      `sandbox-is-real-every-${n === 3 ? 'third' : 'fifth'}-time`,
      'sandbox-no-effect',
      `Every ${n === 3 ? 'third' : 'fifth'} simulated removal is real.`,
      (b) => {
        const now = everyNth(n)
        return leaving((user, c) => {
          if (now()) c.scope.delete(user)
        })(b)
      },
    ),
  ),
  remove.sequence(
    'returned-removed-by-sandbox',
    'sandbox-no-effect',
    'Whoever was removed once and invited again is removed by a simulation.',
    knowingReturned((isBack) => (b) => ({
      ...b,
      simulateRemoval: (user, c) => {
        if (isBack(user)) c.scope.delete(user)
        else b.simulateRemoval(user, c)
      },
    })),
  ),
]
