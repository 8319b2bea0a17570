/**
 * The catalogues alone, for who reports, selects or plans: the declarations are many small files, and their checks are
 * for workers. The build writes down what is known of them without a run (`catalogues.json`); where nothing was built,
 * the declarations are read.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { Contract, Requirement } from '../model/contract.ts'

/** Requirements by contract, in the order in which people are shown contracts. */
export type Catalogues = Record<Contract, Requirement[]>

/** Where the build writes them, beside the compiled sources. */
export const COMPILED = new URL('./catalogues.json', import.meta.url)

const catalogues: Catalogues = existsSync(COMPILED)
  ? (JSON.parse(readFileSync(COMPILED, 'utf8')) as Catalogues)
  : (await import('./index.ts')).declaredCatalogues()

/** The names of all contracts. */
export const CONTRACT_NAMES: readonly Contract[] = Object.keys(catalogues)

/** All requirements of the given contracts. @throws Error for a contract that there is not */
export function catalogueOf(contracts: readonly Contract[]): Requirement[] {
  return contracts.flatMap((contract) => {
    const catalogue = catalogues[contract]
    if (catalogue === undefined) throw new Error(`there is no contract ${contract}`)
    return catalogue
  })
}
