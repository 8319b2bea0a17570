/** Honest variants of v3 in rules of their own: so many users of the run and no more, their names, their places. */
import type { Arrival, Context, V3Change } from '../../v3/behaviour.ts'
import { invalid, Refusal } from '../../v3/refusal.ts'
import { softVariant } from './variant.ts'

const full = () => new Refusal(422, 'BUSINESS_008', 'There is no room for another user.')

/** Takes so many users beside those who were there first. @param when of the guards of an invitation asks for room */
function roomFor(seats: number, when: 'checkInput' | 'refuseDuplicate' | 'createUser'): V3Change {
  return (b) => {
    let before: number | undefined
    const people = ({ world }: Arrival): number =>
      world.organization.all().length + world.profile.all().length
    const checkRoom = (c: Context): void => {
      if (c.operation === 'invite' && people(c) - (before ?? 0) >= seats) throw full()
    }
    return {
      ...b,
      beforeCall: (a) => {
        b.beforeCall(a)
        before ??= people(a)
      },
      [when]: (c: Context) => {
        checkRoom(c)
        return b[when](c)
      },
    }
  }
}

/** Every variant of how many users there may be, and what they may be called. */
export const limitVariants = [
  softVariant('names-recased', 'Capitals inside a word of a name become small.', (b) => ({
    ...b,
    simulateUser: (c) => {
      const user = b.simulateUser(c)
      return { ...user, name: user.name.replace(/(?<=\p{L})\p{Lu}/gu, (letter) => letter.toLowerCase()) }
    },
  })),
  softVariant('profile-shows-admins', 'A profile shows the admins of the organization, too.', (b) => ({
    ...b,
    members: (c) => [
      ...b.members(c),
      ...(c.operation === 'list' ? (c.scope.parent?.all().filter(({ role }) => role === 'admin') ?? []) : []),
    ],
  })),
  softVariant(
    'no-room-after-three',
    'A fourth user is refused, known or not.',
    roomFor(3, 'refuseDuplicate'),
  ),
  softVariant('no-addresses-for-examples', 'Addresses for examples are refused, whoever asks.', (b) => ({
    ...b,
    checkPermission: (c) => {
      if (c.operation === 'invite' && /@example\.com"/i.test(c.call.body.toString())) {
        throw invalid({ email: ['Not an address of ours.'] })
      }
      b.checkPermission(c)
    },
  })),
  softVariant(
    'no-room-after-one-known-or-not',
    'A second user is refused, known, simulated or not.',
    roomFor(1, 'refuseDuplicate'),
  ),
  softVariant('no-room-after-two', 'A third new user is refused.', roomFor(2, 'createUser')),
  softVariant('no-room-after-one', 'A second user is refused.', roomFor(1, 'createUser')),
  softVariant(
    'no-room-before-validation',
    'A fourth user is refused, valid or not.',
    roomFor(3, 'checkInput'),
  ),
]
