/** Makes faults of the v3 contract. */
import type { V3Change } from '../v3/behaviour.ts'
import type { V3Operation } from '../v3/types.ts'
import type { V3Fault } from './types.ts'

/**
 * Makes the faults of one operation. Requirements are given by their slugs, separated by blanks; one of
 * another operation as `<operation>.<slug>`.
 */
export function faultsOf(operation: V3Operation) {
  return (slug: string, requirements: string, says: string, change: V3Change): V3Fault => ({
    name: `v3-${operation}-${slug}`,
    contract: 'v3',
    requirement: requirements
      .split(' ')
      .map((name) => (name.includes('.') ? `v3.${name}` : `v3.${operation}.${name}`)),
    says,
    change,
  })
}
