/** Every requirement of the v1 contract, operation by operation. */

import { create } from './create/index.ts'
import { remove } from './delete/index.ts'
import { get } from './get/index.ts'
import { list } from './list/index.ts'

export const V1_REQUIREMENTS = [...list, ...create, ...get, ...remove]
