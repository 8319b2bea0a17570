/**
 * What is known of a run beside what its tests hand over. Plain data without a credential: where Vitest carries the
 * tests from machine to machine, it travels with them.
 */

import { givenNames, settingsOf } from '../helpers/config/settings.ts'
import { suiteCommit } from '../helpers/config/suite-commit.ts'
import type { TargetLabel } from '../helpers/config/target-label.ts'
import type { Thorough } from '../helpers/config/thorough.ts'
import { suiteVersion } from '../helpers/text/package-root.ts'
import type { Contract, Safety } from '../model/contract.ts'
import type { Shard } from './selection/shard.ts'
import type { Target } from './target.ts'

export interface RunMetadata {
  /** Under which name the tests hand over what they found. */
  target: string
  /** Absent where the embedded reference is the target: its address is known once it has been started. */
  baseUrl?: string
  embedded: boolean
  contracts: Contract[]
  safety: Safety
  runId: string
  /** What the run drew from. */
  seed?: string
  /** How deep it went, where that was asked for. */
  thorough?: Thorough
  /** In ISO 8601. */
  startedAt: string
  durationMs: number
  /** Of the suite that judged. */
  version: string
  commit?: string
  /** Version of Node.js. */
  node: string
  /** What the operator says the target is. */
  label: TargetLabel
  settings: Record<string, string>
  given: string[]
  /** Ids of what the run was told to leave out. */
  deselected: string[]
  shard?: Shard
  /** Why the run was stopped from outside. */
  interrupted?: string
  /** What went wrong outside of the tests. */
  errors: string[]
}

/** What the target itself does not tell. */
export interface MetadataOptions {
  startedAt: Date
  deselected?: ReadonlySet<string>
  shard?: Shard
  interrupted?: string
  errors?: readonly string[]
}

/** The metadata of a run that is over now. */
export function metadataOf(target: Target, options: MetadataOptions): RunMetadata {
  const { name, config, embedded, contracts, runId, seed } = target
  const { startedAt, deselected = [], shard, interrupted, errors = [] } = options
  const commit = suiteCommit()
  return {
    target: name,
    ...(config.baseUrl === undefined ? {} : { baseUrl: config.baseUrl }),
    embedded: embedded !== undefined,
    contracts,
    safety: config.safety,
    runId,
    ...(seed === undefined ? {} : { seed }),
    ...(config.thorough === undefined ? {} : { thorough: config.thorough }),
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    version: suiteVersion(),
    ...(commit === undefined ? {} : { commit }),
    node: process.version,
    label: config.targetLabel ?? {},
    settings: settingsOf(config),
    given: givenNames(config),
    deselected: [...deselected],
    ...(shard === undefined ? {} : { shard }),
    ...(interrupted === undefined ? {} : { interrupted }),
    errors: [...errors],
  }
}

declare module '@vitest/runner' {
  interface TaskMeta {
    /** On every test file of a run that is started by Vitest's own commands. */
    conformanceRun?: RunMetadata
  }
}
