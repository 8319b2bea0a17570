/** How a contract joins a run. */
import type { Config } from '../config/config.ts'
import type { Contract, Operation, Requirement } from '../contract.ts'
import type { Leftover } from '../report/report.ts'
import type { Phase } from '../suite/declaration.ts'
import type { RunParts } from './parts.ts'

/** A check before it is bound to a target. */
export interface DeclaredCheck {
  id: string
  operation: Operation
  phase: Phase
}

/** A contract as its catalogue and its suites declare it. */
export interface ContractModule {
  contract: Contract
  catalogue: Requirement[]
  checks: DeclaredCheck[]
  /** Makes the checks ready for one target. */
  open(config: Config, parts: RunParts): OpenContract
}

/** A contract made ready for one target. */
export interface OpenContract {
  /** The checks by requirement id. */
  bodies: Map<string, BoundCheck>
  /** @returns why nothing can be judged, or undefined when the run may go on */
  preflight(): Promise<string | undefined>
  /** Removes what the run created; returns what could not be removed. */
  cleanUp(): Promise<Leftover[]>
}

/** A check bound to the fixtures of one target. */
export interface BoundCheck {
  prepare?: () => Promise<unknown>
  body: () => Promise<void> | void
}
