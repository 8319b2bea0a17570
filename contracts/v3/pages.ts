/** The pages of the v3 contract. */
import type { Page } from '../../language/declaration.ts'

export const LIST = {
  contract: 'v3',
  operation: 'GET /v3/users',
  slug: 'list',
  title: 'v3: List users',
} as const satisfies Page

export const GET = {
  contract: 'v3',
  operation: 'GET /v3/users/{userId}',
  slug: 'get',
  title: 'v3: Get user by ID',
} as const satisfies Page

/** The three pages mention it; its own page is public. */
export const INVITE = {
  contract: 'v3',
  operation: 'POST /v3/users',
  slug: 'invite',
  title: 'v3: Invite a user',
} as const satisfies Page

export const REMOVE = {
  contract: 'v3',
  operation: 'DELETE /v3/users/{userId}',
  slug: 'remove',
  title: 'v3: Remove user',
} as const satisfies Page

/** No document mentions it. */
export const UPDATE = {
  contract: 'v3',
  operation: 'PATCH /v3/users/{userId}',
  slug: 'update',
  title: 'public: Update user role',
} as const satisfies Page

/** The account behind a key, of which client libraries tell. */
export const ME = {
  contract: 'v3',
  operation: 'GET /v3/me',
  slug: 'me',
  title: 'public: client libraries',
} as const satisfies Page

/** The operations of v3, as their pages spell them. */
export type V3Operation = (
  | typeof LIST
  | typeof GET
  | typeof INVITE
  | typeof REMOVE
  | typeof UPDATE
  | typeof ME
)['operation']
