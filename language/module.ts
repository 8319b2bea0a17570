/** A contract as a module: all that the rest of the house knows of it. */

import type { Config } from '../helpers/config/config.ts'
import type { Thorough } from '../helpers/config/thorough.ts'
import type { VariableName } from '../helpers/config/variables.ts'
import type { Client } from '../helpers/http/client.ts'
import type { CleanUpScope } from '../helpers/safety/clean-up-scope.ts'
import type { Contract, Requirement } from '../model/contract.ts'
import type { ExaminedContract } from '../model/examination.ts'
import type { Leftover } from '../model/report.ts'
import type { Statement } from '../model/statement.ts'
import {
  answerRulesOf,
  type BoundCheck,
  bindChecks,
  causesOf,
  checksOf,
  type DeclaredCheck,
  type ImpliedInstruments,
  needsOf,
  type SuiteContext,
} from './bind.ts'
import type { Cause } from './causes.ts'
import type { Declared } from './declaration.ts'
import type { DeepFindings } from './deep/explore.ts'
import type { AnswerReading } from './every-answer.ts'
import { readAnswersOf } from './matchers/readers.ts'
import type { RunParts, StepParts } from './parts.ts'
import { withSources } from './sources.ts'

/** Makes the scopes of a target: the organization, the child profile of the configuration, and further ones. */
export type ScopesOf<Made = CleanUpScope[]> = (
  client: Client,
  config: Config,
  profiles: readonly string[],
) => Made

/** Names people at risk from the configuration, and with a client from what the target lists. */
export type AtRisk = (config: Config, client?: Client) => Promise<string[]>

/** A contract made ready for one target. */
export interface OpenContract {
  /** The checks by requirement id. */
  bodies: Map<string, BoundCheck>
  /** @returns why nothing can be judged, or undefined when the run may go on */
  preflight(): Promise<string | undefined>
  /** Removes what the run created; returns what could not be removed. */
  cleanUp(): Promise<Leftover[]>
  /** Tells stories that go deeper, once every check is done; absent where a contract has none. */
  deepen?(thorough: Thorough): Promise<DeepFindings>
  /** What the variables are found to be, without a change to anybody; absent where a contract has no examination. */
  examine?(): Promise<ExaminedContract>
}

/** What the checks of one run of a contract work with. */
export interface Steps<Context> {
  /** Handed to every check. */
  context: Context
  preflight: OpenContract['preflight']
  cleanUp: OpenContract['cleanUp']
  deepen?: OpenContract['deepen']
  examine?: OpenContract['examine']
}

/** What a contract says of itself. */
export interface ContractParts<Context> {
  contract: Contract
  /** The credential without which nothing of the contract is judged. */
  credential: VariableName
  requirements: readonly Declared<Context>[]
  /** The controls of what variables declare, asked for by every requirement that needs the variable. */
  instruments?: ImpliedInstruments<Context>
  /** The atomic statements of its documents, from which the sources of the requirements are computed. */
  statements: readonly Statement[]
  /** Loads what a clean-up needs to know of the scopes of a target. */
  scopes?: () => Promise<ScopesOf>
  /** Loads what names the persons whom a run under SAFETY=full asks to be removed, so that it is refused. */
  atRisk?: () => Promise<AtRisk>
  /** Loads clients and steps, which only a worker needs. */
  steps: () => Promise<(config: Config, parts: StepParts) => Steps<Context>>
  /** Loads what the contract says of its answers. */
  reading: () => Promise<AnswerReading>
}

/** A contract as the main process knows it: its catalogue costs no client and no step. */
export interface ContractModule {
  contract: Contract
  credential: VariableName
  catalogue: Requirement[]
  checks: DeclaredCheck[]
  /** What a run has to be given before a requirement can be judged, in words, by id. */
  needs: ReadonlyMap<string, string[]>
  /** From which others the violation of a requirement may follow, by id. */
  causes: ReadonlyMap<string, readonly Cause[]>
  /** Ids of the requirements that are wishes. */
  wishes: ReadonlySet<string>
  statements: readonly Statement[]
  /** The scopes of a target that the configuration and journals name, for a clean-up; none without a credential. */
  scopes: ScopesOf<Promise<CleanUpScope[]>>
  /** The persons whom SAFETY=full asks to be removed, one sentence each; nobody where the contract has no such rule. */
  atRisk: AtRisk
  /** Loads what a run needs beside the catalogue. */
  load(): Promise<LoadedContract>
}

/** A contract as a worker knows it. */
export interface LoadedContract extends ContractModule {
  /** Makes the checks ready for one target. */
  open(config: Config, parts: RunParts): OpenContract
}

/** Makes a module of what a contract says of itself. */
export function contractModule<Context extends SuiteContext>(parts: ContractParts<Context>): ContractModule {
  const { contract, credential, statements } = parts
  const requirements = withSources(parts.requirements, statements)
  const module: ContractModule = {
    contract,
    credential,
    catalogue: requirements.map(({ requirement }) => requirement),
    checks: checksOf(requirements),
    needs: new Map(
      requirements.map(({ requirement: { id, group }, declaration }) => [id, needsOf(declaration, group)]),
    ),
    causes: new Map(requirements.map(({ requirement: { id }, declaration }) => [id, causesOf(declaration)])),
    wishes: new Set(
      requirements.flatMap(({ requirement: { id, level } }) => (level === 'should' ? [id] : [])),
    ),
    statements,
    scopes: async (...given) => (await parts.scopes?.())?.(...given) ?? [],
    atRisk: async (...given) => (await parts.atRisk?.())?.(...given) ?? [],
    async load() {
      const { AnswerInspector } = await import('./every-answer.ts')
      const [steps, reading] = await Promise.all([parts.steps(), parts.reading()])
      readAnswersOf(contract, reading)
      return {
        ...module,
        open(config, runParts) {
          const { inspections } = runParts
          const inspector = new AnswerInspector(answerRulesOf(requirements), reading, inspections)
          runParts.client.subscribe(contract, inspector.inspect)
          const { context, preflight, cleanUp, deepen, examine } = steps(config, { ...runParts, inspector })
          return {
            bodies: bindChecks(requirements, context, inspections, parts.instruments, config.publicTier),
            preflight,
            cleanUp,
            ...(deepen === undefined ? {} : { deepen }),
            ...(examine === undefined ? {} : { examine }),
          }
        },
      }
    },
  }
  return module
}
