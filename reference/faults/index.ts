/** The catalogue of faults of both contracts. */
import { findByName } from '../names.ts'
import type { Fault } from './types.ts'
import { V1_FAULTS } from './v1/index.ts'
import { V3_FAULTS } from './v3/index.ts'

export type { Fault, V1Fault, V3Fault } from './types.ts'

export const FAULTS: readonly Fault[] = [...V3_FAULTS, ...V1_FAULTS]

/** Throws an error that suggests the nearest name when there is no such fault. */
export function findFault(name: string): Fault {
  return findByName(FAULTS, name, 'fault')
}
