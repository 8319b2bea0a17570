/**
 * The programmatic entry, for vendors who judge their implementation from a test suite of their own:
 *
 * ```ts
 * const report = await runConformance(readConfig({ BASE_URL: url, API_KEY: key, CONTRACTS: 'v3' }))
 * assertConformant(report)
 * ```
 */
export { type Config, ConfigError, loadEnvironment, readConfig, secretsOf } from '../helpers/config/config.ts'
export { allSchemas, openApiDescription, type SchemaObject } from '../helpers/schema/files.ts'
export { maskOf as createMask } from '../helpers/secrets/mask-of.ts'
export type {
  Contract,
  Level,
  Operation,
  Requirement,
  RunVerdict,
  Safety,
  Verdict,
} from '../model/contract.ts'
export type { Exchange } from '../model/exchange.ts'
export type {
  Deviation,
  Gate,
  Leftover,
  Report,
  RequirementResult,
  Summary,
} from '../model/report.ts'
export { type AssertOptions, assertConformant } from '../report/assert.ts'
export { type AttestationCheck, type CheckedAttestation, checkAttestation } from '../report/attest/check.ts'
export { exitCode } from '../report/build.ts'
export { type WriteOptions, writeReport } from '../report/write.ts'
export { type RunOptions, runConformance } from '../runner/conformance.ts'
export { catalogueOf } from '../suites/catalogues.ts'
