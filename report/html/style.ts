/** The style of the page, put together; the policy of the page allows exactly this text. */
import { BASE } from './style/base.ts'
import { EVIDENCE } from './style/evidence.ts'
import { FILTERS } from './style/filters.ts'
import { HEAD } from './style/head.ts'
import { LIST } from './style/list.ts'
import { MATRIX } from './style/matrix.ts'
import { PHONE_AND_PRINT } from './style/media.ts'

export const PAGE_STYLE = [BASE, HEAD, MATRIX, FILTERS, LIST, EVIDENCE, PHONE_AND_PRINT].join('\n')
