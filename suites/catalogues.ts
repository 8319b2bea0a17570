/** The catalogues alone, for who reports or documents: the suites need Vitest around them. */
import type { Contract, Requirement } from '../helpers/contract.ts'
import { V1_CATALOGUE } from './v1/catalogue.ts'
import { V3_CATALOGUE } from './v3/catalogue.ts'

const catalogues: Record<Contract, Requirement[]> = { v3: V3_CATALOGUE, v1: V1_CATALOGUE }

/** All requirements of the given contracts. */
export function catalogueOf(contracts: readonly Contract[]): Requirement[] {
  return contracts.flatMap((contract) => catalogues[contract])
}
