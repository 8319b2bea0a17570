/** Forms of `GET /v3/users/{userId}` where there is no such user for the caller, or no longer. */

import { everyNth } from '../../../frequency.ts'
import type { Seen } from '../../../v3/behaviour.ts'
import { hasStatus, isUuid, rewrite, toRefusal, toSuccess, type When } from '../../../v3/mutator.ts'
import type { V3User } from '../../../v3/types.ts'
import { ID_KINDS, type IdKind } from '../../ids.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { alsoFinding } from '../searches.ts'

const get = formsOf('get')

const missing =
  (meant: (seen: Seen) => boolean): When =>
  (answer, seen) =>
    answer.status === 404 && meant(seen)

/** An id of a kind is answered with 200 and null, or breaks the program. */
const ofIds = ({ name, says, meant, malformed }: IdKind): V3Form[] => [
  get.plain(
    `${name}-id-null`,
    malformed ? 'malformed-id' : 'unknown-user',
    `${says} is answered with 200 and null.`,
    rewrite(
      'get',
      missing(({ userId }) => meant(userId)),
      toSuccess(200, () => null),
    ),
  ),
  get.plain(
    `${name}-id-500`,
    malformed ? ['malformed-id', 'no-server-error'] : ['unknown-user', 'no-server-error'],
    `${says} is answered with 500.`,
    rewrite(
      'get',
      missing(({ userId }) => meant(userId)),
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
]

export const getUserMissingForms: V3Form[] = [
  ...ID_KINDS.flatMap(ofIds),
  get.plain(
    'address-finds-somebody',
    'malformed-id',
    'The address of a user finds that user.',
    alsoFinding('get', (c) => c.scope.findByEmail(c.userId)),
  ),
  get.plain(
    'me-finds-caller',
    'malformed-id',
    'The word me finds whoever asks.',
    alsoFinding('get', (c) => (c.userId === 'me' ? c.scope.findByEmail(c.account.email) : undefined)),
  ),
  get.plain(
    'blank-behind-finds-somebody',
    'malformed-id',
    'An id with a blank behind it finds the user.',
    alsoFinding('get', (c) => c.scope.find(c.userId.trim())),
  ),
  get.sequence(
    'removed-found-in-profile',
    'removed-not-found',
    'Who was removed from the organization is still shown in its profile.',
    (b) => {
      const removed = new Map<string, V3User>()
      const found = alsoFinding('get', (c) =>
        c.scope === c.world.profile ? removed.get(c.userId) : undefined,
      )(b)
      return {
        ...found,
        applyRemoval: (user, c) => {
          if (c.scope !== c.world.profile) removed.set(user.id, user)
          b.applyRemoval(user, c)
        },
      }
    },
  ),
  get.plain(
    'number-finds-somebody',
    'malformed-id',
    'A number finds the user who is at that place of the list.',
    (b) => ({
      ...b,
      findUser: (c) =>
        c.operation === 'get' && /^\d+$/.test(c.userId)
          ? c.scope.all()[Number(c.userId) % c.scope.all().length]
          : b.findUser(c),
    }),
  ),
  get.plain(
    'beginning-finds-somebody',
    'malformed-id',
    'An id that begins like one that is known, or goes on behind it, finds that user.',
    alsoFinding('get', (c) =>
      !isUuid(c.userId) && c.userId.length > 7
        ? c.scope.all().find(({ id }) => c.userId.startsWith(id) || id.startsWith(c.userId))
        : undefined,
    ),
  ),
  get.plain(
    'developer-finds-unknown',
    'unknown-user',
    'An unknown id is answered to a developer with the developer.',
    alsoFinding('get', (c) => (c.role === 'developer' ? c.scope.findByEmail(c.account.email) : undefined)),
    'unknown-user-for-developer',
  ),
  get.sequence(
    'developer-finds-removed',
    'removed-not-found',
    'A developer still finds who was removed.',
    (b) => {
      const removed = new Map<string, V3User>()
      const found = alsoFinding('get', (c) => (c.role === 'developer' ? removed.get(c.userId) : undefined))(b)
      return {
        ...found,
        applyRemoval: (user, c) => {
          removed.set(user.id, user)
          b.applyRemoval(user, c)
        },
      }
    },
    'removed-not-found-for-developer',
  ),
  get.sequence(
    'stale-after-first-read',
    ['removed-not-found', 'v3.remove.gone-from-get'],
    'Who was read once is answered as then, removed or not.',
    (b) => {
      const read = new Map<string, V3User>()
      return {
        ...b,
        findUser: (c) => {
          if (c.operation !== 'get') return b.findUser(c)
          const user = read.get(c.userId) ?? b.findUser(c)
          if (user) read.set(user.id, user)
          return user
        },
      }
    },
  ),
  get.sequence(
    'removed-comes-back',
    ['removed-not-found', 'v3.remove.gone-from-get'],
    'Who was removed is not found twice, and then found again.',
    (b) => {
      const removed = new Map<string, { user: V3User; reads: Set<number> }>()
      return {
        ...b,
        applyRemoval: (user, c) => {
          removed.set(user.id, { user, reads: new Set() })
          b.applyRemoval(user, c)
        },
        findUser: (c) => {
          const gone = c.operation === 'get' ? removed.get(c.userId) : undefined
          gone?.reads.add(c.callNumber)
          return gone && gone.reads.size > 2 ? gone.user : b.findUser(c)
        },
      }
    },
  ),
  get.rare(
    'null-every-sixth-unknown',
    'unknown-user',
    'Every sixth user who is not found is null in a 200.',
    (b) => {
      const sixth = everyNth(6)
      return rewrite(
        'get',
        (answer, seen) => hasStatus(404)(answer, seen) && sixth(),
        toSuccess(200, () => null),
      )(b)
    },
  ),
]
