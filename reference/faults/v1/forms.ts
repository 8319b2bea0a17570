/** The forms of the v1 contract: beside the faults of the same theme, in files that end in -forms. */
import type { V1Form } from '../types.ts'

export const V1_FORMS: readonly V1Form[] = []
