/** All contracts, loaded only when a run asks for them. */
import type { Contract } from '../helpers/contract.ts'
import type { ContractModule } from '../helpers/run/module.ts'

const modules: Record<Contract, () => Promise<ContractModule>> = {
  v3: async () => (await import('./v3/index.ts')).v3,
  v1: async () => (await import('./v1/index.ts')).v1,
}

/** The modules of the given contracts, in the given order. */
export function loadContracts(contracts: readonly Contract[]): Promise<ContractModule[]> {
  return Promise.all(contracts.map((contract) => modules[contract]()))
}
