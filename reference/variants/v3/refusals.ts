/** Honest variants of v3 in how it refuses: status, code, and the order of checks. */
import type { V3Change } from '../../v3/behaviour.ts'
import { hasStatus, inMember, isUuid, profileKind, rewrite, toRefusal, type When } from '../../v3/mutator.ts'
import { alreadyInvited, invalid, Refusal, tooManyRequests } from '../../v3/refusal.ts'
import type { V3Operation } from '../../v3/types.ts'
import type { V3Variant } from '../types.ts'
import { softVariant, variant } from './variant.ts'

const ofSelf: When = (answer, seen) =>
  answer.status === 400 && seen.userId === seen.world.self.id && profileKind(seen) !== 'malformed'
const ofLastAdmin: When = (answer, seen) =>
  answer.status === 400 && seen.world.profile.activeAdmins()[0]?.id === seen.userId
const malformedId: When = (answer, seen) => answer.status === 404 && !isUuid(seen.userId)
const wrongProfile: When = (answer, seen) =>
  answer.status === 404 && ['foreign', 'unknown'].includes(profileKind(seen))
const malformedProfile: When = (answer, seen) => answer.status === 400 && profileKind(seen) === 'malformed'

/** Refuses in another way, in the given operations. */
function refusing(operations: V3Operation[], when: When, status: number, code: string): V3Change {
  return (b) =>
    operations.reduce((changed, operation) => rewrite(operation, when, toRefusal(status, code))(changed), b)
}
const ALL: V3Operation[] = ['list', 'get', 'invite', 'update', 'remove', 'me']
const WITH_ID: V3Operation[] = ['get', 'update', 'remove']

/** Runs the guards of some operations in another order. */
function ordered(order: Partial<ReturnType<typeof orderOf>>): V3Change {
  return (b) => ({ ...b, order: { ...b.order, ...order } })
}
function orderOf(b: Parameters<V3Change>[0]) {
  return b.order
}

/** Codes by cause instead of the general one. */
function codeByCause(details: Record<string, string[]>, input: Record<string, unknown>): string {
  const [field = ''] = Object.keys(details)
  if (input[field] === undefined) return 'VALIDATION_004'
  return field === 'role' ? 'VALIDATION_006' : 'VALIDATION_002'
}

export const refusalVariants: V3Variant[] = [
  softVariant(
    'self-403',
    'Removing oneself is answered with 403.',
    refusing(WITH_ID, ofSelf, 403, 'AUTH_004'),
  ),
  softVariant(
    'self-409',
    'Removing oneself is answered with 409.',
    refusing(WITH_ID, ofSelf, 409, 'CONFLICT_002'),
  ),
  softVariant(
    'self-422',
    'Removing oneself is answered with 422.',
    refusing(WITH_ID, ofSelf, 422, 'BUSINESS_001'),
  ),
  softVariant(
    'self-423',
    'Removing oneself is answered with 423.',
    refusing(WITH_ID, ofSelf, 423, 'RESOURCE_007'),
  ),
  softVariant(
    'self-other-code',
    'Removing oneself has another validation code.',
    refusing(WITH_ID, ofSelf, 400, 'VALIDATION_002'),
  ),
  variant(
    'last-admin-403',
    'Removing the last admin is answered with 403.',
    refusing(WITH_ID, ofLastAdmin, 403, 'AUTH_004'),
  ),
  variant(
    'last-admin-409',
    'Removing the last admin is answered with 409.',
    refusing(WITH_ID, ofLastAdmin, 409, 'CONFLICT_002'),
  ),
  variant(
    'last-admin-422',
    'Removing the last admin is answered with 422.',
    refusing(WITH_ID, ofLastAdmin, 422, 'BUSINESS_001'),
  ),
  softVariant(
    'last-admin-423',
    'Removing the last admin is answered with 423.',
    refusing(WITH_ID, ofLastAdmin, 423, 'RESOURCE_007'),
  ),
  variant(
    'last-admin-other-code',
    'Removing the last admin has another validation code.',
    refusing(WITH_ID, ofLastAdmin, 400, 'VALIDATION_002'),
  ),
  variant(
    'malformed-id-400',
    'A malformed id is answered with 400 VALIDATION_001.',
    refusing(WITH_ID, malformedId, 400, 'VALIDATION_001'),
  ),
  variant(
    'malformed-id-003',
    'A malformed id is answered with 400 VALIDATION_003.',
    refusing(WITH_ID, malformedId, 400, 'VALIDATION_003'),
  ),
  softVariant(
    'malformed-id-403',
    'A malformed id is answered with 403.',
    refusing(WITH_ID, malformedId, 403, 'AUTH_004'),
  ),
  softVariant(
    'malformed-id-own-code',
    'A malformed id has a code of the target alone.',
    refusing(WITH_ID, malformedId, 404, 'RESOURCE_001'),
  ),
  variant('malformed-id-first', 'A malformed id is refused before the role is looked at.', (b) => ({
    ...b,
    checkPermission: (c) => {
      if (c.userId !== '' && !isUuid(c.userId)) throw invalid({ userId: ['Not a UUID.'] })
      b.checkPermission(c)
    },
  })),
  variant(
    'profile-not-found-014',
    'A profile that is not there has a code of its own.',
    refusing(ALL, wrongProfile, 404, 'RESOURCE_014'),
  ),
  softVariant(
    'wrong-profile-400',
    'A profile that is not there is answered with 400.',
    refusing(ALL, wrongProfile, 400, 'VALIDATION_003'),
  ),
  variant(
    'malformed-profile-403',
    'A malformed x-profile-id is answered with 403.',
    refusing(ALL, malformedProfile, 403, 'AUTH_004'),
  ),
  variant(
    'malformed-profile-404',
    'A malformed x-profile-id is answered with 404.',
    refusing(ALL, malformedProfile, 404, 'RESOURCE_005'),
  ),
  softVariant('own-organization-as-profile', 'The id of the own organization passes for a profile.', (b) => ({
    ...b,
    resolveScope: (a, account) =>
      a.call.headers['x-profile-id'] === account.scope.id ? account.scope : b.resolveScope(a, account),
  })),
  softVariant(
    'validation-422',
    'An invalid body is answered with 422.',
    refusing(['invite', 'update'], hasStatus(400), 422, 'VALIDATION_001'),
  ),
  variant('validation-by-cause', 'Every cause of an invalid body has a code of its own.', (b) => ({
    ...b,
    checkInput: (c) => {
      try {
        b.checkInput(c)
      } catch (error) {
        if (!(error instanceof Refusal) || error.details === null) throw error
        throw new Refusal(400, codeByCause(error.details, c.input), error.message, error.details)
      }
    },
  })),
  variant(
    'first-bad-field-only',
    'Only the first bad field is named.',
    rewrite(
      'invite',
      hasStatus(400),
      inMember('error', (error) => ({
        ...error,
        details: error.details && Object.fromEntries(Object.entries(error.details).slice(0, 1)),
      })),
    ),
  ),
  variant('role-optional', 'Without role a developer is invited.', (b) => ({
    ...b,
    readInput: (c) => {
      b.readInput(c)
      if (c.operation === 'invite') c.input = { role: 'developer', ...c.input }
    },
  })),
  variant('role-in-any-case', 'Roles may be written in capitals.', (b) => ({
    ...b,
    readInput: (c) => {
      b.readInput(c)
      if (typeof c.input.role === 'string') c.input = { ...c.input, role: c.input.role.toLowerCase() }
    },
  })),
  variant('unknown-members-refused', 'Members of a body that nobody has heard of are refused.', (b) => ({
    ...b,
    checkInput: (c) => {
      const strange = Object.keys(c.input).filter(
        (name) => !['email', 'name', 'role', 'sandbox'].includes(name),
      )
      if (strange.length > 0) throw invalid(Object.fromEntries(strange.map((name) => [name, ['Unknown.']])))
      b.checkInput(c)
    },
  })),
  variant(
    'json-type-demanded',
    'A body that is not labelled application/json is answered with 415.',
    (b) => ({
      ...b,
      readInput: (c) => {
        const labelled = /^application\/json\b/i.test(c.call.headers['content-type'] ?? '')
        if (c.call.body.length > 0 && !labelled) throw new Refusal(415, 'VALIDATION_001', 'JSON only.')
        b.readInput(c)
      },
    }),
  ),
  variant(
    'body-before-permission',
    'The body is judged before the role.',
    ordered({
      invite: ['readInput', 'checkInput', 'checkPermission', 'refuseDuplicate'],
      remove: [
        'readInput',
        'checkInput',
        'checkPermission',
        'checkExistence',
        'refuseSelf',
        'refuseLastAdmin',
      ],
    }),
  ),
  variant(
    'user-before-permission',
    'Whether the user exists is judged before the role.',
    ordered({
      get: ['checkExistence', 'checkPermission'],
      remove: [
        'checkExistence',
        'checkPermission',
        'readInput',
        'checkInput',
        'refuseSelf',
        'refuseLastAdmin',
      ],
    }),
  ),
  variant(
    'last-admin-before-self',
    'The last admin is protected before oneself.',
    ordered({
      remove: [
        'checkPermission',
        'readInput',
        'checkInput',
        'checkExistence',
        'refuseLastAdmin',
        'refuseSelf',
      ],
    }),
  ),
  variant(
    'self-before-body',
    'Oneself is protected before the body is read.',
    ordered({
      remove: [
        'checkPermission',
        'checkExistence',
        'refuseSelf',
        'refuseLastAdmin',
        'readInput',
        'checkInput',
      ],
    }),
  ),
  variant(
    'duplicate-before-validation',
    'Duplicates are refused before the rest is validated.',
    ordered({
      invite: ['checkPermission', 'readInput', 'refuseDuplicate', 'checkInput'],
    }),
  ),
  variant('auth-lockout', 'A wrong key that is tried again and again is locked out for a second.', (b) => {
    const failures = new Map<string, number>()
    return {
      ...b,
      authenticate: (a) => {
        try {
          return b.authenticate(a)
        } catch (refusal) {
          const key = a.call.headers['x-api-key'] ?? ''
          const count = (failures.get(key) ?? 0) + 1
          failures.set(key, count % 5)
          throw key !== '' && count === 5 ? tooManyRequests(1) : refusal
        }
      },
    }
  }),
  variant(
    'duplicate-conflict-code',
    'A second invitation is a CONFLICT.',
    refusing(['invite'], hasStatus(409), 409, 'CONFLICT_002'),
  ),
  softVariant(
    'duplicate-own-code',
    'A second invitation has a code of the target alone.',
    refusing(['invite'], hasStatus(409), 409, 'USER_001'),
  ),
  softVariant(
    'duplicate-403',
    'A second invitation is answered with 403.',
    refusing(['invite'], hasStatus(409), 403, 'AUTH_004'),
  ),
  variant(
    'duplicate-400',
    'A second invitation is answered with 400.',
    refusing(['invite'], hasStatus(409), 400, 'VALIDATION_001'),
  ),
  variant(
    'duplicate-active-only-refused',
    'A second invitation is sent again, unless the user is active.',
    (b) => ({
      ...b,
      refuseDuplicate: (c) => {
        const user = c.scope.findByEmail(String(c.input.email))
        if (user && user.status !== 'invited') throw alreadyInvited()
      },
      createUser: (c) => c.scope.findByEmail(String(c.input.email)) ?? b.createUser(c),
    }),
  ),
]
