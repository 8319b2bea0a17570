/** The catalogue of honest variants of both contracts. */
import { findByName } from '../names.ts'
import { NETWORK_VARIANTS } from './network.ts'
import type { Variant } from './types.ts'
import { V1_VARIANTS } from './v1/index.ts'
import { V3_VARIANTS } from './v3/index.ts'

export type { SharedVariant, V1Variant, V3Variant, Variant } from './types.ts'

export const VARIANTS: readonly Variant[] = [...V3_VARIANTS, ...V1_VARIANTS, ...NETWORK_VARIANTS]

/** Throws an error that suggests the nearest name when there is no such variant. */
export function findVariant(name: string): Variant {
  return findByName(VARIANTS, name, 'variant')
}
