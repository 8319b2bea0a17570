/** Forms of `DELETE /v3/users/{userId}` where the id names nobody: by the kind of id, and how often it is tried. */
import { everyNth } from '../../../frequency.ts'
import type { Seen } from '../../../v3/behaviour.ts'
import { withoutBody } from '../../../v3/forms.ts'
import { rewrite, toEmpty, toRefusal, type When } from '../../../v3/mutator.ts'
import type { V3User } from '../../../v3/types.ts'
import { ID_KINDS, type IdKind } from '../../ids.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { secondTime } from '../remove.ts'

const remove = formsOf('remove')
const missing =
  (meant: (seen: Seen) => boolean): When =>
  (answer, seen) =>
    answer.status === 404 && meant(seen)

/** An id of a kind is answered as removed, or breaks the program. */
const ofIds = ({ name, says, meant, malformed }: IdKind): V3Form[] => [
  remove.plain(
    `${name}-id-204`,
    malformed ? 'malformed-id' : 'unknown-user',
    `${says} is answered as removed.`,
    rewrite(
      'remove',
      missing(({ userId }) => meant(userId)),
      toEmpty(204),
    ),
  ),
  remove.plain(
    `${name}-id-500`,
    malformed ? ['malformed-id', 'no-server-error'] : ['unknown-user', 'no-server-error'],
    `${says} is answered with 500.`,
    rewrite(
      'remove',
      missing(({ userId }) => meant(userId)),
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
]

export const removeRemovalTargetsForms: V3Form[] = [
  ...ID_KINDS.flatMap(ofIds),
  remove.plain(
    'unknown-204-without-body',
    ['unknown-user', 'second-removal', 'scope-foreign-refused', 'scope-unknown-refused'],
    'Without a body an unknown id is answered as removed.',
    rewrite('remove', missing(withoutBody), toEmpty(204)),
  ),
  remove.plain(
    'unknown-204-under-profile',
    'unknown-user',
    'Under the own profile an unknown id is answered as removed.',
    rewrite(
      'remove',
      missing(({ scope }) => scope?.parent !== undefined),
      toEmpty(204),
    ),
    'unknown-user-in-profile',
  ),
  remove.sequence(
    'third-204',
    'second-removal',
    'A third removal of somebody is answered as done.',
    (b) => {
      const removed = new Map<string, number>()
      const edited = rewrite(
        'remove',
        missing(({ userId }) => {
          const times = removed.get(userId)
          if (times === undefined) return false
          removed.set(userId, times + 1)
          return times > 0
        }),
        toEmpty(204),
      )(b)
      return {
        ...edited,
        applyRemoval: (user: V3User, c) => {
          removed.set(user.id, 0)
          b.applyRemoval(user, c)
        },
      }
    },
    'third-removal',
  ),
  remove.sequence(
    'simulated-after-removal-500',
    ['second-removal', 'no-server-error'],
    'The simulated removal of somebody removed breaks the program.',
    secondTime(toRefusal(500, 'INTERNAL_001'), (_, seen) => seen.sandbox === true),
  ),
  remove.sequence(
    'second-204-without-body',
    'second-removal',
    'Without a body a second removal is answered as done.',
    secondTime(toEmpty(204), (_, seen) => withoutBody(seen)),
  ),
  remove.rare(
    'unknown-204-every-third-time',
    'unknown-user',
    'Every third unknown id is answered as removed.',
    (b) => {
      const third = everyNth(3)
      return rewrite(
        'remove',
        missing(() => third()),
        toEmpty(204),
      )(b)
    },
  ),
]
