/** Every requirement of the v1 contract, operation by operation. The suites beside this file judge them. */
import { type Page, requirementsOf, unobservableOf } from '../../helpers/catalogue.ts'
import type { Requirement } from '../../helpers/contract.ts'
import { createRows, createUnobservable } from './catalogue/create.ts'
import { deleteRows, deleteUnobservable } from './catalogue/delete.ts'
import { getRows, getUnobservable } from './catalogue/get.ts'
import { listRows, listUnobservable } from './catalogue/list.ts'

const LIST: Page = {
  contract: 'v1',
  operation: 'GET /api/v1/users',
  slug: 'list',
  title: 'v1: List Users',
}
const CREATE: Page = {
  contract: 'v1',
  operation: 'POST /api/v1/users',
  slug: 'create',
  title: 'v1: Create User',
}
const GET: Page = {
  contract: 'v1',
  operation: 'GET /api/v1/users/{id}',
  slug: 'get',
  title: 'v1: Get User',
}
const DELETE: Page = {
  contract: 'v1',
  operation: 'DELETE /api/v1/users/{id}',
  slug: 'delete',
  title: 'v1: Delete User',
}

/** The v1 catalogue. */
export const V1_CATALOGUE: Requirement[] = [
  ...requirementsOf(LIST, listRows),
  ...unobservableOf(LIST, listUnobservable),
  ...requirementsOf(CREATE, createRows),
  ...unobservableOf(CREATE, createUnobservable),
  ...requirementsOf(GET, getRows),
  ...unobservableOf(GET, getUnobservable),
  ...requirementsOf(DELETE, deleteRows),
  ...unobservableOf(DELETE, deleteUnobservable),
]
