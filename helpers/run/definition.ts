/** How a suite file declares what it checks: collected on import, tried once per target later. */
import type { Contract, Operation } from '../contract.ts'

/**
 * When a check runs. `main`: side by side with all others. `last`: after everything else, the clean-up
 * included, because it may do lasting damage to a target that does not refuse. `closing`: judges all
 * answers of the run, so it waits for every other check.
 */
export type Phase = 'main' | 'last' | 'closing'

/** The check of one requirement. `Fixtures` is what a suite of its contract may ask for. */
export interface Definition<Fixtures> {
  id: string
  contract: Contract
  operation: Operation
  phase: Phase
  /** Harmless steps of a `last` check that may be taken early; what they throw, the check meets again. */
  prepare?: (fixtures: Fixtures) => Promise<unknown>
  body: (fixtures: Fixtures) => Promise<void> | void
}

/** The vocabulary of the suite files of one contract. */
export interface SuiteLanguage<Fixtures, Op extends Operation> {
  /** All checks declared so far. */
  definitions: Definition<Fixtures>[]
  /** The page that the checks inside belong to. */
  describe(operation: Op, body: () => void): void
  /** The check of one requirement. */
  requirement(id: string, body: Definition<Fixtures>['body']): void
  /** The check of a requirement that may do damage where it is violated; `prepare` is what it may do before. */
  lastRequirement(
    id: string,
    prepare: NonNullable<Definition<Fixtures>['prepare']>,
    body: Definition<Fixtures>['body'],
  ): void
  /** The check of a requirement on every answer of the run. */
  closingRequirement(id: string, body: Definition<Fixtures>['body']): void
}

/** Creates the vocabulary for one contract. */
export function suiteLanguage<Fixtures, Op extends Operation>(
  contract: Contract,
): SuiteLanguage<Fixtures, Op> {
  const definitions: Definition<Fixtures>[] = []
  let current: Op | undefined
  const declare = (id: string, phase: Phase, rest: Pick<Definition<Fixtures>, 'prepare' | 'body'>): void => {
    if (current === undefined) throw new Error(`${id} is declared outside describe()`)
    definitions.push({ id, contract, operation: current, phase, ...rest })
  }
  return {
    definitions,
    describe(operation, body) {
      current = operation
      try {
        body()
      } finally {
        current = undefined
      }
    },
    requirement: (id, body) => declare(id, 'main', { body }),
    lastRequirement: (id, prepare, body) => declare(id, 'last', { prepare, body }),
    closingRequirement: (id, body) => declare(id, 'closing', { body }),
  }
}
