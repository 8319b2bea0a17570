/** What contracts say of recorded exchanges beside verdicts; light enough for who only writes a report. */
import type { ContractFacts, Profile } from '../language/facts/contract-facts.ts'
import { seenAnswers } from '../language/facts/seen.ts'
import type { Contract, Requirement } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Observation, SeenAnswer } from '../model/facts.ts'

/** As in suites/index.ts, which would bring every declaration along. */
const FACTS: Record<Contract, () => Promise<ContractFacts>> = {
  v3: async () => (await import('./v3/facts.ts')).V3_FACTS,
  v1: async () => (await import('./v1/facts.ts')).V1_FACTS,
}

/** The profiles of contracts, in the order in which they are shown. */
export async function profilesOf(contracts: readonly Contract[]): Promise<Profile[]> {
  const known = await Promise.all(contracts.map((contract) => FACTS[contract]?.()))
  return known.flatMap((facts, index) =>
    Object.entries(facts?.profiles ?? {}).map(([name, has]) => ({
      name,
      has: (requirement: Requirement) => requirement.contract === contracts[index] && has(requirement),
    })),
  )
}

/** The facts of a run from its exchanges alone; a contract that has none tells none. */
export async function factsOf(
  contracts: readonly Contract[],
  exchanges: readonly Exchange[],
): Promise<{ documented: SeenAnswer[]; observations: Observation[] }> {
  const known = await Promise.all(contracts.map((contract) => FACTS[contract]?.()))
  const facts = known.filter((one) => one !== undefined)
  return {
    documented: facts.flatMap(({ documented }) => seenAnswers(documented, exchanges)),
    observations: facts.flatMap(({ observe }) => observe(exchanges)),
  }
}
