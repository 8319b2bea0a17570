/** The configuration of a run: read once, in the main process, and handed on as plain data. */
import { ordinaryNotices } from '../secrets/mask-of.ts'
import { readAllowProduction, readBaseUrl, readProductionHosts } from './base-url.ts'
import { certificateNotices, readCertificates } from './certificates.ts'
import {
  readContracts,
  readEmailDomain,
  readFailOn,
  readInvitations,
  readSafety,
  refuseIgnored,
  withoutTarget,
} from './choices.ts'
import { type RunProgram, withCommands } from './commands.ts'
import type { Config } from './configuration.ts'
import { CREDENTIALS, readCredential, readUuid, refuseRepeated } from './credentials.ts'
import type { Environment } from './environment.ts'
import { readExtraHeaders, readTraceHeader, readUserAgent } from './extra-headers.ts'
import { misspeltNotices, misspeltProblems, nearMisses } from './misspelt.ts'
import { ConfigError } from './problem.ts'
import { readProxy } from './proxy.ts'
import { readPublicTier } from './public-tier.ts'
import { flag, integer, optionalInteger, optionalPath, path, startReading, text } from './reading.ts'
import { secretsOf } from './secrets.ts'
import { readSeed } from './seed.ts'
import { readAddress, readForeignUserId, readSelf } from './self.ts'
import { readTargetLabel } from './target-label.ts'
import { readRunTimeout, readThorough } from './thorough.ts'

export type { Config } from './configuration.ts'
export { loadEnvironment } from './environment.ts'
export { ConfigError, type ConfigProblem } from './problem.ts'
export { renewablesOf, secretsOf } from './secrets.ts'

/** How long a change of the embedded reference may take to show, in milliseconds. */
const EMBEDDED_CONSISTENCY_MS = 50

/** How a configuration is read. */
export interface ReadOptions {
  /** The embedded reference is meant, whatever the environment says about a target. */
  embedded?: boolean
  /** Runs the commands that print credentials, for who does not want them to be run. */
  runProgram?: RunProgram
}

/** Reads a whole configuration. Throws a `ConfigError` that names everything wrong with it at once. */
export function readConfig(variables: Environment, options: ReadOptions = {}): Config {
  const chosen = options.embedded === true ? withoutTarget(variables) : variables
  const isTarget = (chosen.BASE_URL ?? '').trim() !== ''
  const { environment, commands, problems } = isTarget
    ? withCommands(chosen, options.runProgram)
    : { environment: chosen, commands: [], problems: [] }
  const reading = startReading(environment)
  reading.problems.push(...problems)
  const told = new Set(reading.problems.map((problem) => problem.variable))
  const misses = nearMisses(environment).filter(({ name }) => !told.has(name))
  reading.problems.push(...misspeltProblems(misses))
  const embedded = text(reading, 'BASE_URL') === undefined
  const baseUrl = readBaseUrl(reading)
  const productionHosts = readProductionHosts(reading)
  const contracts = readContracts(reading, embedded)
  const certificates = readCertificates(reading)
  const extraHeaders = readExtraHeaders(reading, contracts)
  const thorough = readThorough(reading)
  const config: Config = {
    ...given('baseUrl', baseUrl),
    ...given('contracts', contracts),
    v3: {
      ...given('apiKey', readCredential(reading, 'API_KEY')),
      ...given('developerApiKey', readCredential(reading, 'DEVELOPER_API_KEY')),
      ...given('restrictedApiKey', readCredential(reading, 'RESTRICTED_API_KEY')),
      ...given('billingApiKey', readCredential(reading, 'BILLING_API_KEY')),
      ...given('developerEmail', readAddress(reading, 'DEVELOPER_EMAIL')),
      ...readSelf(reading),
      ...given('profileId', readUuid(reading, 'PROFILE_ID')),
      ...given('foreignProfileId', readUuid(reading, 'FOREIGN_PROFILE_ID')),
      ...given('foreignUserId', readForeignUserId(reading)),
    },
    v1: {
      ...given('accessToken', readCredential(reading, 'ACCESS_TOKEN')),
      ...given('restrictedAccessToken', readCredential(reading, 'RESTRICTED_ACCESS_TOKEN')),
    },
    safety: readSafety(reading) ?? (embedded ? 'full' : 'disposable'),
    reportDir: path(reading, 'REPORT_DIR'),
    allowIncomplete: flag(reading, 'ALLOW_INCOMPLETE'),
    failOn: readFailOn(reading),
    ...given('baseline', optionalPath(reading, 'BASELINE')),
    ownerCountsAsAdmin: flag(reading, 'OWNER_COUNTS_AS_ADMIN'),
    emailDomain: readEmailDomain(reading),
    requestTimeoutMs: integer(reading, 'REQUEST_TIMEOUT_MS'),
    runTimeoutMs: readRunTimeout(reading, thorough),
    maxRetryAfterMs: integer(reading, 'MAX_WAIT_MS'),
    // The reference shows every change at once, so that waiting for what a fault keeps back is wasted.
    consistencyMs: embedded ? EMBEDDED_CONSISTENCY_MS : integer(reading, 'CONSISTENCY_MS'),
    concurrency: integer(reading, 'CONCURRENCY'),
    ...given('requestsPerMinute', optionalInteger(reading, 'MAX_REQUESTS_PER_MINUTE')),
    ...given('maxRequests', optionalInteger(reading, 'MAX_REQUESTS')),
    maxBodyBytes: integer(reading, 'MAX_BODY_BYTES'),
    maxDepth: integer(reading, 'MAX_DEPTH'),
    maxKeptBytes: integer(reading, 'MAX_KEPT_BYTES'),
    recordedBodyChars: integer(reading, 'RECORDED_BODY_CHARS'),
    maxPages: integer(reading, 'MAX_PAGES'),
    invitations: readInvitations(reading),
    publicTier: readPublicTier(reading),
    productionHosts,
    ...given('allowProduction', readAllowProduction(reading, baseUrl, productionHosts)),
    journalDir: path(reading, 'JOURNAL_DIR'),
    ...given('proxy', readProxy(reading)),
    ...given('certificates', certificates),
    ...given('commands', some(commands)),
    ...given('extraHeaders', some(extraHeaders)),
    ...given('traceHeader', readTraceHeader(reading, extraHeaders)),
    ...given('userAgent', readUserAgent(reading)),
    notices: [...misspeltNotices(misses), ...certificateNotices(certificates, baseUrl)],
    ...given('targetLabel', readTargetLabel(reading)),
    ...given('thorough', thorough),
    ...given('seed', readSeed(reading)),
    showPeople: flag(reading, 'SHOW_PEOPLE'),
    incognito: flag(reading, 'INCOGNITO'),
  }
  refuseRepeated(reading, CREDENTIALS.v3)
  refuseRepeated(reading, CREDENTIALS.v1)
  refuseRepeated(reading, ['PROFILE_ID', 'FOREIGN_PROFILE_ID'])
  refuseRepeated(reading, ['SELF_USER_ID', 'FOREIGN_USER_ID'])
  if (embedded && options.embedded !== true) refuseIgnored(reading)
  if (reading.problems.length > 0) throw new ConfigError(reading.problems)
  config.notices.push(...ordinaryNotices(secretsOf(config)))
  return config
}

/** A list that has something in it. */
function some<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list
}

/** `{ [key]: value }`, or nothing at all where the value is undefined. */
function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V })
}
