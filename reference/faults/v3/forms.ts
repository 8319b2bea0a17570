/** The forms of the v3 contract: beside the faults of the same theme, in files that end in -forms. */
import type { V3Form } from '../types.ts'

export const V3_FORMS: readonly V3Form[] = []
