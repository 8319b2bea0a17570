/** The pages of the v1 contract. */
import type { Page } from '../../language/declaration.ts'

export const LIST = {
  contract: 'v1',
  operation: 'GET /api/v1/users',
  slug: 'list',
  title: 'v1: List Users',
} as const satisfies Page

export const CREATE = {
  contract: 'v1',
  operation: 'POST /api/v1/users',
  slug: 'create',
  title: 'v1: Create User',
} as const satisfies Page

export const GET = {
  contract: 'v1',
  operation: 'GET /api/v1/users/{id}',
  slug: 'get',
  title: 'v1: Get User',
} as const satisfies Page

export const DELETE = {
  contract: 'v1',
  operation: 'DELETE /api/v1/users/{id}',
  slug: 'delete',
  title: 'v1: Delete User',
} as const satisfies Page

/** The operations of v1, as their pages spell them. */
export type V1Operation = (typeof LIST | typeof CREATE | typeof GET | typeof DELETE)['operation']
