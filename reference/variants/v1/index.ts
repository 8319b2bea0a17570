/** The honest variants of the v1 contract. */
import type { V1Variant } from '../types.ts'
import { V1_BUSY_VARIANTS } from './busy.ts'
import { V1_CALLER_VARIANTS } from './callers.ts'
import { V1_CREATE_VARIANTS } from './create.ts'
import { V1_LATE_VARIANTS } from './late.ts'
import { V1_LIST_VARIANTS } from './list.ts'
import { V1_LOOK_VARIANTS } from './looks.ts'

export const V1_VARIANTS: readonly V1Variant[] = [
  ...V1_LIST_VARIANTS,
  ...V1_CALLER_VARIANTS,
  ...V1_CREATE_VARIANTS,
  ...V1_LOOK_VARIANTS,
  ...V1_BUSY_VARIANTS,
  ...V1_LATE_VARIANTS,
]
