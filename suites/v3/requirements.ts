/** Every requirement of the v3 contract, operation by operation. */

import { get } from './get/index.ts'
import { invite } from './invite/index.ts'
import { list } from './list/index.ts'
import { me } from './me/index.ts'
import { remove } from './remove/index.ts'
import { update } from './update/index.ts'

export const V3_REQUIREMENTS = [...list, ...get, ...invite, ...remove, ...update, ...me]
