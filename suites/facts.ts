/** What contracts say of recorded exchanges beside verdicts; light enough for who only writes a report. */
import type { DocumentedAnswer } from '../helpers/suite/facts/seen.ts'
import { seenAnswers } from '../helpers/suite/facts/seen.ts'
import type { Contract, Requirement } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Observation, SeenAnswer } from '../model/facts.ts'

/** What a contract knows of its documents and of the choices that they leave. */
export interface ContractFacts {
  documented: readonly DocumentedAnswer[]
  /** What the target does where the documents leave a choice. */
  observe(exchanges: readonly Exchange[]): Observation[]
  /** The parts of its requirements for which a target can make a claim of its own, by name; unobservable ones are in none. */
  profiles: Record<string, (requirement: Requirement) => boolean>
}

/** A profile of a contract. */
export interface Profile {
  name: string
  has(requirement: Requirement): boolean
}

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
