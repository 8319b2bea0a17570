/** Forms of v3 that are alike for every operation: answers that are not as documented now and then, or for some. */
import type { RequirementId } from '../../../model/requirement-ids.ts'
import { everyNth } from '../../frequency.ts'
import type { V3Change } from '../../v3/behaviour.ts'
import {
  type Edit,
  inBody,
  inMember,
  isOk,
  isRefused,
  labelled,
  rewrite,
  show,
  toRefusal,
  type When,
  without,
} from '../../v3/mutator.ts'
import type { Answer, V3Operation } from '../../v3/types.ts'
import type { Kind, V3Form } from '../types.ts'

type Operation = Exclude<V3Operation, 'update' | 'me'>

/** One way in which answers go wrong. */
interface Way {
  name: string
  kind: Kind
  violates: string
  says: string
  operations: readonly Operation[]
  change: (operation: Operation) => V3Change
}

const ALL: readonly Operation[] = ['list', 'get', 'invite', 'remove']
const WITH_USERS: readonly Operation[] = ['list', 'get', 'invite']

/** Edits every `n`-th answer that `when` picks. */
const nth =
  (n: number, when: When, edit: Edit<Answer>) =>
  (operation: Operation): V3Change =>
  (b) => {
    const now = everyNth(n)
    return rewrite(operation, (answer, seen) => when(answer, seen) && now(), edit)(b)
  }

const underProfile: When = (_, { scope }) => scope?.parent !== undefined
const noMeta = inBody((body) => without(body, 'meta'))
const toError = toRefusal(500, 'INTERNAL_001')

const WAYS: readonly Way[] = [
  {
    name: 'old-schema-every-tenth-time',
    kind: 'rare',
    violates: 'user-timestamps',
    says: 'Every tenth user is shown with createdAt instead of created_at.',
    operations: WITH_USERS,
    change: (operation) => (b) => {
      const tenth = everyNth(10)
      return show(operation, (user) =>
        tenth() ? { ...without(user, 'created_at'), createdAt: user.created_at } : user,
      )(b)
    },
  },
  {
    name: 'without-meta-every-sixth-time',
    kind: 'rare',
    violates: 'meta',
    says: 'Every sixth answer has no meta.',
    operations: ALL,
    change: nth(6, ({ body }) => body !== undefined, noMeta),
  },
  {
    name: 'broken-every-seventh-time',
    kind: 'rare',
    violates: 'no-server-error',
    says: 'Every seventh answer is a 500.',
    operations: ALL,
    change: nth(7, () => true, toError),
  },
  {
    name: 'page-every-fifth-time',
    kind: 'rare',
    violates: 'media-type',
    says: 'Every fifth answer with a body is labelled text/html.',
    operations: ALL,
    change: (operation) => (b) => {
      const fifth = everyNth(5)
      return labelled(operation, ({ status }) => status !== 204 && status !== 401 && fifth(), 'text/html')(b)
    },
  },
  {
    name: 'success-false-every-eighth-time',
    kind: 'rare',
    violates: 'envelope',
    says: 'Every eighth good answer says success false.',
    operations: WITH_USERS,
    change: nth(
      8,
      isOk,
      inBody((body) => ({ ...body, success: false })),
    ),
  },
  {
    name: 'refused-with-success-every-fourth-time',
    kind: 'rare',
    violates: 'error-shape',
    says: 'Every fourth refusal says success true.',
    operations: ALL,
    change: nth(
      4,
      ({ status, body }) => status >= 402 && body !== undefined,
      inBody((body) => ({ ...body, success: true })),
    ),
  },
  {
    name: 'without-meta-under-profile',
    kind: 'plain',
    violates: 'meta',
    says: 'Under a profile answers have no meta.',
    operations: WITH_USERS,
    change: (operation) =>
      rewrite(operation, (answer, seen) => isOk(answer, seen) && underProfile(answer, seen), noMeta),
  },
  {
    name: 'role-spelt-out-under-profile',
    kind: 'plain',
    violates: 'user-role',
    says: 'Under a profile roles begin with profile_.',
    operations: WITH_USERS,
    change: (operation) =>
      show(operation, (user, _, c) => (c.scope.parent ? { ...user, role: `profile_${user.role}` } : user)),
  },
  {
    name: 'times-as-numbers-for-billing',
    kind: 'plain',
    violates: 'user-timestamps',
    says: 'Of users with the billing role created_at is a number.',
    operations: WITH_USERS,
    change: (operation) =>
      show(operation, (user, stored) =>
        stored.role === 'billing' ? { ...user, created_at: Date.parse(stored.created_at) } : user,
      ),
  },
  {
    name: 'code-number-for-non-members',
    kind: 'plain',
    violates: 'error-shape',
    says: 'An account without a role is refused with a number for a code.',
    operations: ALL,
    change: (operation) =>
      rewrite(
        operation,
        (answer, seen) => answer.status === 403 && isRefused(answer, seen) && seen.role === undefined,
        inMember('error', (error) => ({ ...error, code: 4 })),
      ),
  },
]

/** Those of one operation. */
export function raritiesOf(operation: Operation): V3Form[] {
  return WAYS.filter(({ operations }) => operations.includes(operation)).map(
    ({ name, kind, violates, says, change }) => ({
      name: `v3-${operation}-${name}`,
      contract: 'v3',
      // Whether there is such an id, the test of the mirror tells.
      requirement: [`v3.${operation}.${violates}` as RequirementId],
      says,
      change: change(operation),
      kind,
      awaits: [],
    }),
  )
}
