/** Makes faults of the v3 contract. */
import type { RequirementId } from '../../../model/requirement-ids.ts'
import type { V3Change } from '../../v3/behaviour.ts'
import type { V3Operation } from '../../v3/types.ts'
import type { Kind, V3Fault, V3Form } from '../types.ts'

/** Last parts of the ids of one operation's requirements. */
type SlugOf<O extends V3Operation> = RequirementId extends infer Id
  ? Id extends `v3.${O}.${infer Slug}`
    ? Slug
    : never
  : never

/** What a fault of one operation violates: slugs of its own, full ids of others; the first is of its own. */
export type Violated<O extends V3Operation> =
  | SlugOf<O>
  | readonly [SlugOf<O>, ...(SlugOf<O> | RequirementId)[]]

/** Makes the faults of one operation. */
export function faultsOf<O extends V3Operation>(operation: O) {
  return (slug: string, violated: Violated<O>, says: string, change: V3Change): V3Fault => ({
    name: `v3-${operation}-${slug}`,
    contract: 'v3',
    requirement: idsOf(operation, violated),
    says,
    change,
  })
}

/** Makes forms of one operation, by what a run needs to meet them. */
export function formsOf<O extends V3Operation>(operation: O) {
  const fault = faultsOf(operation)
  const ofKind =
    (kind: Kind) =>
    (slug: string, violated: Violated<O>, says: string, change: V3Change, ...awaits: string[]): V3Form => ({
      ...fault(slug, violated, says, change),
      kind,
      awaits: awaits.map((name) => `v3.${operation}.${name}`),
    })
  return { plain: ofKind('plain'), sequence: ofKind('sequence'), rare: ofKind('rare') }
}

/** Full ids. A slug has no dot; that it is one of the operation, the type of `violated` has made sure. */
function idsOf(operation: V3Operation, violated: string | readonly string[]): RequirementId[] {
  const names = typeof violated === 'string' ? [violated] : violated
  return names.map((name) => (name.includes('.') ? name : `v3.${operation}.${name}`) as RequirementId)
}
