/** Forms of `POST /v3/users` in what an invitation is: after what, and how often. */
import { randomUUID } from 'node:crypto'
import { everyNth } from '../../../frequency.ts'
import { isOk, profileKind, rewrite, scope, show, toStatus } from '../../../v3/mutator.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { keeping } from '../invite.ts'

const invite = formsOf('invite')

export const inviteInvitationRepeatedForms: V3Form[] = [
  invite.sequence(
    'pushes-out-the-one-before',
    'listed',
    'An invitation takes the place of the one before.',
    (b) => {
      const before = new Map<string, V3User>()
      return {
        ...b,
        createUser: (c) => {
          const last = before.get(c.scope.id)
          if (last) c.scope.delete(last)
          const user = b.createUser(c)
          before.set(c.scope.id, user)
          return user
        },
      }
    },
    'leaves-others-alone',
  ),
  invite.sequence(
    'changes-role-of-the-one-before',
    'listed',
    'An invitation gives its role to who was invited before.',
    (b) => {
      const before = new Map<string, string>()
      return {
        ...b,
        createUser: (c) => {
          const user = b.createUser(c)
          const last = c.scope.find(before.get(c.scope.id) ?? '')
          if (last) c.scope.put({ ...last, role: user.role })
          before.set(c.scope.id, user.id)
          return user
        },
      }
    },
    'leaves-others-alone',
  ),
  invite.rare(
    'not-kept-every-fifth-time',
    'listed',
    'Every fifth invitation is answered but not kept.',
    (b) => {
      const fifth = everyNth(5)
      return { ...b, createUser: (c) => (fifth() ? b.simulateUser(c) : b.createUser(c)) }
    },
  ),
  invite.rare(
    'accepted-every-fourth-time',
    'success-status',
    'Every fourth invitation is answered with 202.',
    (b) => {
      const fourth = everyNth(4)
      return rewrite('invite', (answer, seen) => isOk(answer, seen) && fourth(), toStatus(202))(b)
    },
  ),
  invite.rare('other-role-every-fourth-time', 'echo', 'Every fourth invitation is one for billing.', (b) => {
    const fourth = everyNth(4)
    return keeping('kept', (user) => (fourth() ? { ...user, role: 'billing' } : user))(b)
  }),
  invite.rare(
    'other-id-every-fifth-time',
    'new-id',
    'In every fifth answer the id belongs to nobody.',
    (b) => {
      const fifth = everyNth(5)
      return show('invite', (user) => (fifth() ? { ...user, id: randomUUID() } : user))(b)
    },
  ),
  invite.sequence(
    'profile-sticks',
    ['listed', 'v3.list.shows-invited'],
    'After an invitation to the profile the next one without x-profile-id goes there, too.',
    (b) => {
      let stuck = false
      return scope('invite', (a, _, honest) => {
        const sticks = stuck && profileKind(a) === 'none'
        stuck = profileKind(a) === 'own'
        return sticks ? a.world.profile : honest()
      })(b)
    },
  ),
]
