/** The pages of the v1 contract. */
import type { Page } from '../../helpers/suite/declaration.ts'

export const LIST: Page = {
  contract: 'v1',
  operation: 'GET /api/v1/users',
  slug: 'list',
  title: 'v1: List Users',
}

export const CREATE: Page = {
  contract: 'v1',
  operation: 'POST /api/v1/users',
  slug: 'create',
  title: 'v1: Create User',
}

export const GET: Page = {
  contract: 'v1',
  operation: 'GET /api/v1/users/{id}',
  slug: 'get',
  title: 'v1: Get User',
}

export const DELETE: Page = {
  contract: 'v1',
  operation: 'DELETE /api/v1/users/{id}',
  slug: 'delete',
  title: 'v1: Delete User',
}
