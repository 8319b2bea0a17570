/** The honest variants of the v3 contract. */
import type { V3Variant } from './types.ts'
import { effectVariants } from './v3-effects.ts'
import { headerVariants } from './v3-headers.ts'
import { lookVariants } from './v3-looks.ts'
import { peopleVariants } from './v3-people.ts'
import { refusalVariants } from './v3-refusals.ts'

export const V3_VARIANTS: readonly V3Variant[] = [
  ...lookVariants,
  ...headerVariants,
  ...peopleVariants,
  ...refusalVariants,
  ...effectVariants,
]
