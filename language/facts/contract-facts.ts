/** What a contract says of recorded exchanges, and which parts its requirements have. */
import type { Requirement } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Observation } from '../../model/facts.ts'
import type { DocumentedAnswer } from './seen.ts'

/** What a contract knows of its documents and of the choices that they leave. */
export interface ContractFacts {
  documented: readonly DocumentedAnswer[]
  /** What the target does where the documents leave a choice. */
  observe(exchanges: readonly Exchange[]): Observation[]
  /** The parts of its requirements for which a target can make a claim of its own, by name. */
  profiles: Record<string, (requirement: Requirement) => boolean>
}

/** A profile of a contract. */
export interface Profile {
  name: string
  has(requirement: Requirement): boolean
}
