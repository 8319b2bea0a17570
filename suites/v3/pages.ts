/** The pages of the v3 contract. */
import type { Page } from '../../helpers/suite/declaration.ts'

export const LIST: Page = {
  contract: 'v3',
  operation: 'GET /v3/users',
  slug: 'list',
  title: 'v3: List users',
}

export const GET: Page = {
  contract: 'v3',
  operation: 'GET /v3/users/{userId}',
  slug: 'get',
  title: 'v3: Get user by ID',
}

/** The three pages mention it; its own page is public. */
export const INVITE: Page = {
  contract: 'v3',
  operation: 'POST /v3/users',
  slug: 'invite',
  title: 'v3: Invite a user',
}

export const REMOVE: Page = {
  contract: 'v3',
  operation: 'DELETE /v3/users/{userId}',
  slug: 'remove',
  title: 'v3: Remove user',
}
