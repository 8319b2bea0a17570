/** What a configuration was found to hold, before anything is judged. */
import type { Contract, Safety } from './contract.ts'

/**
 * `proven` by an observation; `unproven` where nothing contradicts it and nothing shows it; `contradicted` by what was
 * seen; `missing` where it is not set.
 */
export type ExaminedState = 'proven' | 'unproven' | 'contradicted' | 'missing'

/** One variable. */
export interface Examined {
  variable: string
  state: ExaminedState
  /** What was seen of it, as the rest of a sentence that begins with the variable. */
  says: string
  /** What to do about it, where there is something to do. */
  remedy?: string
}

/** What one contract's variables were found to be. */
export interface ExaminedContract {
  /** Why nothing can be told: the target cannot be reached, is another one, or refuses the first credential. */
  problem?: string
  variables: Examined[]
}

/** A variable, and the requirements that stand on it. */
export type ExaminedVariable = Examined & { contract: Contract; unlocks: string[] }

/** What a whole configuration was found to hold. */
export interface Examination {
  baseUrl: string
  contracts: Contract[]
  safety: Safety
  /** Whether every variable that is set is proven, and every contract could be examined. */
  ok: boolean
  /** Why a contract could not be examined, by contract. */
  problems: Partial<Record<Contract, string>>
  variables: ExaminedVariable[]
  /** Requests sent, and how many of them were no reads. */
  requests: { total: number; changing: number }
}
