/**
 * Faults of v3 that are alike for several operations: callers who are let in or turned away in the wrong manner,
 * and profiles that are not heeded. What one operation has of its own lies in its folder.
 */
import type { RequirementId } from '../../../model/requirement-ids.ts'
import type { Arrival, V3Change } from '../../v3/behaviour.ts'
import {
  adminAccount,
  fallBack,
  guard,
  key,
  keyMissing,
  named,
  permit,
  profileKind,
  rewrite,
  toRefusal,
} from '../../v3/mutator.ts'
import { noAccess, userNotFound } from '../../v3/refusal.ts'
import type { V3Operation } from '../../v3/types.ts'
import type { V3Fault } from '../types.ts'

/** An operation that faults are made for. */
type Operation = Exclude<V3Operation, 'update' | 'me'>

/** One way to go wrong, for every operation that has a text for it. */
interface Way {
  name: string
  /** Last part of the requirement's id, the same for each operation. */
  violates: string
  says: Partial<Record<Operation, string>>
  change: (operation: Operation) => V3Change
}

const keyOf = (a: Arrival) => a.call.headers['x-api-key']
const isKnown = (a: Arrival) => a.world.accounts.has(keyOf(a) ?? '')
const same = (text: string, ...operations: Operation[]): Way['says'] =>
  Object.fromEntries(operations.map((operation) => [operation, text]))

/** Callers without a key, with an unknown one, without a role, or with a small one. */
const CALLERS: readonly Way[] = [
  {
    name: 'open-without-key',
    violates: 'requires-key',
    says: same('Whoever sends no key is taken for an admin.', 'list', 'get', 'invite', 'remove'),
    change: (operation) => key(operation, (a, honest) => (keyMissing(a) ? adminAccount(a) : honest())),
  },
  {
    name: 'open-without-key-in-profile',
    violates: 'requires-key',
    says: same(
      'In a profile, whoever sends no key is taken for an admin.',
      'list',
      'get',
      'invite',
      'remove',
    ),
    change: (operation) =>
      key(operation, (a, honest) => (!keyOf(a) && profileKind(a) === 'own' ? adminAccount(a) : honest())),
  },
  {
    name: 'open-without-key-with-query',
    violates: 'requires-key',
    says: same('Where parameters stand behind the path, no key is asked for.', 'list', 'get', 'remove'),
    change: (operation) =>
      key(operation, (a, honest) => (!keyOf(a) && a.call.query.size > 0 ? adminAccount(a) : honest())),
  },
  {
    name: 'any-key-accepted-in-profile',
    violates: 'unknown-key-refused',
    says: same('In a profile any key will do.', 'list', 'get'),
    change: (operation) =>
      key(operation, (a, honest) =>
        !isKnown(a) && keyOf(a) && profileKind(a) === 'own' ? adminAccount(a) : honest(),
      ),
  },
  {
    name: 'any-key-accepted',
    violates: 'unknown-key-refused',
    says: same('Any key will do.', 'list', 'get', 'remove'),
    change: (operation) =>
      key(operation, (a, honest) => (isKnown(a) || keyMissing(a) ? honest() : adminAccount(a))),
  },
  {
    name: 'unknown-key-403',
    violates: 'unknown-key-refused',
    says: same('An unknown key is answered with 403.', 'list', 'get', 'remove'),
    change: (operation) =>
      rewrite(
        operation,
        (answer, seen) => answer.status === 401 && !keyMissing(seen),
        toRefusal(403, 'AUTH_004'),
      ),
  },
  {
    name: 'user-before-key',
    violates: 'key-before-user',
    says: same('An unknown id is answered with 404 before the key is looked at.', 'get', 'remove'),
    change: (operation) =>
      key(operation, (a, honest) => {
        if (!named(a)) throw userNotFound()
        return honest()
      }),
  },
  {
    name: 'developer-refused',
    violates: 'developer-allowed',
    says: { list: 'Developers may not list users.', get: 'Developers may not read users.' },
    change: (operation) =>
      guard(operation, 'checkPermission', (c, honest) => {
        if (c.role === 'developer') throw noAccess()
        honest()
      }),
  },
  {
    name: 'open-to-non-members',
    violates: 'no-access-refused',
    says: {
      list: 'Any account may list users, with or without a role.',
      get: 'Any account may read users, with or without a role.',
      remove: 'An account without a role may remove users.',
    },
    change: (operation) => permit(operation, (c) => c.role === undefined),
  },
  {
    name: 'non-member-401',
    violates: 'no-access-refused',
    says: same('An account without a role is answered as if its key were wrong.', 'list', 'get', 'remove'),
    change: (operation) =>
      rewrite(
        operation,
        (answer, seen) => answer.status === 403 && seen.role === undefined,
        toRefusal(401, 'AUTH_002'),
      ),
  },
  {
    name: 'non-member-404',
    violates: 'no-access-refused',
    says: same('An account without a role is told that there is no such user.', 'get', 'remove'),
    change: (operation) =>
      rewrite(
        operation,
        (answer, seen) => answer.status === 403 && seen.role === undefined,
        toRefusal(404, 'RESOURCE_006'),
      ),
  },
]

/** Profiles that are not heeded. */
const PROFILES: readonly Way[] = [
  {
    name: 'profile-ignored',
    violates: 'scope-own-profile',
    says: same('x-profile-id is ignored.', 'list', 'get', 'invite', 'remove'),
    change: (operation) => fallBack(operation, 'own'),
  },
  {
    name: 'foreign-profile-falls-back',
    violates: 'scope-foreign-refused',
    says: {
      list: 'Under a foreign profile the organization is listed.',
      get: 'Under a foreign profile the user is sought in the organization.',
      remove: 'Under a foreign profile the organization is meant.',
    },
    change: (operation) => fallBack(operation, 'foreign'),
  },
  {
    name: 'unknown-profile-falls-back',
    violates: 'scope-unknown-refused',
    says: {
      list: 'Under an unknown profile the organization is listed.',
      get: 'Under an unknown profile the user is sought in the organization.',
      remove: 'Under an unknown profile the organization is meant.',
    },
    change: (operation) => fallBack(operation, 'unknown'),
  },
  {
    name: 'malformed-profile-falls-back',
    violates: 'scope-malformed-refused',
    says: same('A malformed x-profile-id is ignored.', 'list', 'get', 'remove'),
    change: (operation) => fallBack(operation, 'malformed'),
  },
]

/** The faults of one operation in whom it lets in, as far as others have the same. */
export const callersOf = (operation: Operation): V3Fault[] => faultsFrom(CALLERS, operation)

/** The faults of one operation in which profiles it heeds, as far as others have the same. */
export const profilesOf = (operation: Operation): V3Fault[] => faultsFrom(PROFILES, operation)

function faultsFrom(ways: readonly Way[], operation: Operation): V3Fault[] {
  return ways.flatMap(({ name, violates, says, change }) => {
    const text = says[operation]
    if (text === undefined) return []
    // Whether there is such an id, the test of the mirror tells.
    const requirement = [`v3.${operation}.${violates}` as RequirementId]
    return [
      { name: `v3-${operation}-${name}`, contract: 'v3', requirement, says: text, change: change(operation) },
    ]
  })
}
