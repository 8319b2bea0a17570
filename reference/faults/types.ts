/** What a deliberate fault says about itself. */
import type { RequirementId } from '../../model/requirement-ids.ts'
import type { V1Behaviour } from '../v1/index.ts'
import type { V3Behaviour } from '../v3/behaviour.ts'

/** One deviation that the reference can be told to commit. */
export interface FaultOf<C extends 'v3' | 'v1', B> {
  /** Kebab case, beginning with contract and operation, e.g. `v3-list-…`. */
  name: string
  contract: C
  /** The requirements that it violates; at least one of them has to catch it. Its file is that of the first. */
  requirement: readonly RequirementId[]
  /** What is wrong, in one line. */
  says: string
  /** Turns an honest behaviour into the faulty one; state in its closure belongs to one server. */
  change: (behaviour: B) => B
}

export type V3Fault = FaultOf<'v3', V3Behaviour>
export type V1Fault = FaultOf<'v1', V1Behaviour>
export type Fault = V3Fault | V1Fault
