/** Makes faults of the v1 contract. */
import type { RequirementId } from '../../../model/requirement-ids.ts'
import type { V1Change } from '../../v1/behaviour.ts'
import type { Kind, V1Fault, V1Form } from '../types.ts'

/** @param violated ids of requirements; the first is of the operation that the name tells */
export function fault(
  name: string,
  violated: RequirementId | readonly RequirementId[],
  says: string,
  change: V1Change,
): V1Fault {
  return {
    name,
    contract: 'v1',
    requirement: typeof violated === 'string' ? [violated] : violated,
    says,
    change,
  }
}

const formOf =
  (kind: Kind) =>
  (
    name: string,
    violated: RequirementId | readonly RequirementId[],
    says: string,
    change: V1Change,
    ...awaits: string[]
  ): V1Form => ({ ...fault(name, violated, says, change), kind, awaits })

/** Makes forms, by what a run needs to meet them. */
export const form = { plain: formOf('plain'), sequence: formOf('sequence'), rare: formOf('rare') }
