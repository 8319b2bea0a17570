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
  /** Set where an honest target with another credential answers alike, so that it can be told but not be charged. */
  told?: true
  /** Turns an honest behaviour into the faulty one; state in its closure belongs to one server. */
  change: (behaviour: B) => B
}

/** What a run needs to meet it: one request, a story of several, or many of the same. */
export type Kind = 'plain' | 'sequence' | 'rare'

/** What a fault that is told apart by form, data, order or frequency says further. */
interface Formed {
  kind: Kind
  /** Ids of requirements that would fit better and are not declared yet. */
  awaits: readonly string[]
}

export type V3Fault = FaultOf<'v3', V3Behaviour>
export type V1Fault = FaultOf<'v1', V1Behaviour>
export type Fault = V3Fault | V1Fault

export type V3Form = V3Fault & Formed
export type V1Form = V1Fault & Formed
/** A fault in a form of request, a kind of data, an order or a frequency of its own; not yet required to be caught. */
export type Form = V3Form | V1Form
