/** Faults in members that later versions of answers have: alike for every operation. */
import type { RequirementId } from '../../../model/requirement-ids.ts'
import type { V3Change } from '../../v3/behaviour.ts'
import { inMember, rewrite, show } from '../../v3/mutator.ts'
import type { Answer, JsonObject, V3Operation } from '../../v3/types.ts'
import type { World } from '../../v3/world.ts'
import type { V3Fault } from '../types.ts'

/** Tells in `meta` how long answers take. */
const taking = (operation: V3Operation, value: unknown): V3Change =>
  rewrite(
    operation,
    ({ body }: Answer) => body !== undefined,
    inMember('meta', (meta) => meta && { ...meta, response_time_ms: value }),
  )

/** Tells of every user which customer it belongs to. */
const belonging = (operation: V3Operation, customerOf: (world: World) => unknown): V3Change =>
  show(operation, (user, _, { world }) => ({ ...user, customer_id: customerOf(world) }))

const fault = (
  operation: V3Operation,
  name: string,
  violates: string,
  says: string,
  change: V3Change,
): V3Fault => ({
  name: `v3-${operation}-${name}`,
  contract: 'v3',
  // Whether there is such an id, the test of the mirror tells.
  requirement: [`v3.${operation}.${violates}` as RequirementId],
  says,
  change,
})

/** Those of `meta`. */
export function laterMetaOf(operation: V3Operation): V3Fault[] {
  const as = (name: string, says: string, value: unknown): V3Fault =>
    fault(operation, name, 'response-time', says, taking(operation, value))
  return [
    as('response-time-text', 'meta.response_time_ms is a text with its unit.', '12ms'),
    as('response-time-negative', 'meta.response_time_ms is less than nothing.', -3),
  ]
}

/** Those of users. */
export function laterUsersOf(operation: 'list' | 'get' | 'invite' | 'update'): V3Fault[] {
  const as = (name: string, says: string, customerOf: (world: World) => unknown): V3Fault =>
    fault(operation, name, 'customer-id', says, belonging(operation, customerOf))
  return [
    as('customer-number', 'customer_id is a number.', () => 4711),
    as('customer-name', 'customer_id is a name.', () => 'acme'),
    as(
      'customer-foreign',
      'Users are told to belong to a profile of another organization.',
      (world) => world.foreignProfile.id,
    ),
  ]
}

/** Tells of pages beside the users. */
const paging = (edit: (honest: JsonObject, shown: number) => unknown): V3Change => {
  return (b) => ({
    ...b,
    renderList: (users, c) => {
      const honest = { page: 1, page_size: 100, total_count: users.length, total_pages: 1, has_more: false }
      return { ...b.renderList(users, c), pagination: edit(honest, users.length) }
    },
  })
}

const pages = (name: string, says: string, edit: (honest: JsonObject, shown: number) => unknown): V3Fault =>
  fault('list', name, 'pagination', says, paging(edit))

/** Those of the list. */
export const laterListFaults: V3Fault[] = [
  pages('pagination-fewer', 'total_count leaves out who is invited.', (honest, shown) => ({
    ...honest,
    total_count: shown - 1,
  })),
  pages('pagination-none', 'total_count is always 0.', (honest) => ({ ...honest, total_count: 0 })),
  pages('pagination-text', 'Numbers of pages are texts.', (honest) => ({ ...honest, page: '1' })),
  pages('pagination-from-zero', 'Pages are counted from 0.', (honest) => ({ ...honest, page: 0 })),
  pages('pagination-more-text', 'has_more is a text.', (honest) => ({ ...honest, has_more: 'false' })),
  pages('pagination-list', 'pagination is a list.', () => [1, 100]),
  fault(
    'list',
    'customer-each',
    'customer-id',
    'Every user is told to belong to a customer of their own.',
    show('list', (user) => ({ ...user, customer_id: user.id })),
  ),
  ...laterUsersOf('list'),
  ...laterMetaOf('list'),
]
