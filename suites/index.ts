/** The contracts: the only list of them. */

import type { Cause } from '../language/causes.ts'
import type { ContractModule, LoadedContract } from '../language/module.ts'
import type { Contract, Requirement } from '../model/contract.ts'
import { v1 } from './v1/index.ts'
import { v3 } from './v3/index.ts'

/** In the order in which people are shown them. */
export const CONTRACTS: readonly ContractModule[] = [v3, v1]

/** The modules of the given contracts, in the given order. @throws Error for a contract that there is not */
export function modulesOf(contracts: readonly Contract[]): ContractModule[] {
  return contracts.map((contract) => {
    const module = CONTRACTS.find((one) => one.contract === contract)
    if (module === undefined) throw new Error(`there is no contract ${contract}`)
    return module
  })
}

/** Every catalogue as it is declared; who has no need of the declarations takes it from catalogues.ts. */
export function declaredCatalogues(): Record<Contract, Requirement[]> {
  return Object.fromEntries(CONTRACTS.map(({ contract, catalogue }) => [contract, catalogue]))
}

/** The causes that declarations name; who has no need of the declarations takes them from causality.ts. */
export function declaredCauses(): [id: string, causes: readonly Cause[]][] {
  return CONTRACTS.flatMap(({ causes }) => [...causes].filter(([, named]) => named.length > 0))
}

/** The given contracts with all that a run needs. */
export function loadContracts(contracts: readonly Contract[]): Promise<LoadedContract[]> {
  return Promise.all(modulesOf(contracts).map((module) => module.load()))
}
