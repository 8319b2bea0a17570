/** The faults of the v1 contract. */
import type { V1Fault } from './types.ts'
import { V1_AUTHENTICATION_FAULTS } from './v1-authentication.ts'
import { V1_CREATE_FAULTS } from './v1-create.ts'
import { V1_CREATE_CRASH_FAULTS, V1_CREATED_ANYWAY_FAULTS } from './v1-create-crashes.ts'
import { V1_TAKEN_FAULTS } from './v1-create-taken.ts'
import { V1_DELETE_FAULTS } from './v1-delete.ts'
import { V1_DUPLICATE_FAULTS } from './v1-duplicates.ts'
import { V1_ERROR_FAULTS } from './v1-errors.ts'
import { V1_GET_FAULTS } from './v1-get.ts'
import { V1_LIST_FILTER_FAULTS } from './v1-list-filter.ts'
import { V1_LIST_LIMIT_FAULTS } from './v1-list-limit.ts'
import { V1_LIST_META_FAULTS } from './v1-list-meta.ts'
import { V1_LIST_PAGE_FAULTS } from './v1-list-pages.ts'
import { V1_LIST_SHAPE_FAULTS } from './v1-list-shape.ts'
import { V1_RESTRICTED_FAULTS } from './v1-restricted.ts'

export const V1_FAULTS: readonly V1Fault[] = [
  ...V1_AUTHENTICATION_FAULTS,
  ...V1_LIST_PAGE_FAULTS,
  ...V1_LIST_LIMIT_FAULTS,
  ...V1_LIST_META_FAULTS,
  ...V1_LIST_FILTER_FAULTS,
  ...V1_LIST_SHAPE_FAULTS,
  ...V1_CREATE_FAULTS,
  ...V1_TAKEN_FAULTS,
  ...V1_CREATE_CRASH_FAULTS,
  ...V1_CREATED_ANYWAY_FAULTS,
  ...V1_DUPLICATE_FAULTS,
  ...V1_GET_FAULTS,
  ...V1_DELETE_FAULTS,
  ...V1_RESTRICTED_FAULTS,
  ...V1_ERROR_FAULTS,
]
