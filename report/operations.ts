/** The operations that a report is about. */
import type { Contract, Operation, Requirement } from '../model/contract.ts'

/** Every operation of the requirements, or of those of one contract, in the order of the catalogue. */
export function operationsOf(
  requirements: readonly Pick<Requirement, 'contract' | 'operation'>[],
  contract?: Contract,
): Operation[] {
  const own = requirements.filter((one) => contract === undefined || one.contract === contract)
  return [...new Set(own.map(({ operation }) => operation))]
}
