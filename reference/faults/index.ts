/** The catalogue of faults of both contracts. */
import { findByName } from '../names.ts'
import type { Fault, Form } from './types.ts'
import { V1_FORMS } from './v1/forms.ts'
import { V1_FAULTS } from './v1/index.ts'
import { V3_FORMS } from './v3/forms.ts'
import { V3_FAULTS } from './v3/index.ts'

export type { Fault, Form, Kind, V1Fault, V3Fault } from './types.ts'

/** Those that a run has to catch. */
export const FAULTS: readonly Fault[] = [...V3_FAULTS, ...V1_FAULTS]

/** Those that were written before the checks which are to catch them. */
export const FORMS: readonly Form[] = [...V3_FORMS, ...V1_FORMS]

/** Throws an error that suggests the nearest name when there is no such fault, of whichever list. */
export function findFault(name: string): Fault {
  return findByName<Fault>([...FAULTS, ...FORMS], name, 'fault')
}
