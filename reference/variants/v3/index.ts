/** The honest variants of the v3 contract. */
import type { V3Variant } from '../types.ts'
import { effectVariants } from './effects.ts'
import { headerVariants } from './headers.ts'
import { limitVariants } from './limits.ts'
import { lookVariants } from './looks.ts'
import { peopleVariants } from './people.ts'
import { publicVariants } from './public.ts'
import { refusalVariants } from './refusals.ts'
import { replicaVariants } from './replicas.ts'

export const V3_VARIANTS: readonly V3Variant[] = [
  ...lookVariants,
  ...headerVariants,
  ...peopleVariants,
  ...refusalVariants,
  ...limitVariants,
  ...effectVariants,
  ...replicaVariants,
  ...publicVariants,
]
