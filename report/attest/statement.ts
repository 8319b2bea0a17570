/** What an attestation states: an in-toto statement with the predicate for results of tests. */
import type { Verdict } from '../../model/contract.ts'
import type { Report } from '../../model/report.ts'
import { isCounted } from '../../model/report.ts'
import { runVerdict } from '../build.ts'

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
export const PREDICATE_TYPE = 'https://in-toto.io/attestation/test-result/v0.1'
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json'

/** What the predicate knows of results. */
export type Result = 'PASSED' | 'WARNED' | 'FAILED'

/** Something that is named by its digests. */
interface Described {
  name?: string
  digest?: Record<string, string>
  annotations?: Record<string, string>
}

/** An in-toto statement about a report. */
export interface Statement {
  _type: typeof STATEMENT_TYPE
  subject: Described[]
  predicateType: typeof PREDICATE_TYPE
  predicate: {
    result: Result
    configuration: Described[]
    url?: string
    passedTests: string[]
    warnedTests: string[]
    failedTests: string[]
    /** What the predicate has no word for; whoever does not know it leaves it out. */
    usersApiConformance: {
      verdict: Report['verdict']
      coverage: { judged: number; observable: number }
      /** Verdict on what only public pages say: it counts in nothing else here. */
      public?: Report['verdict']
      profiles: Record<string, string>
      run: Report['run']
      target: Report['target']
    }
  }
}

/**
 * What the predicate makes of a report. It has no word for "not settled": whoever reads it knows but passed and failed,
 * so that incomplete and inconclusive are FAILED, with the verdict beside it and no failed test. The verdict is worked
 * out from the requirements once more, whatever the report says at its top.
 */
export function resultOf({ requirements }: Pick<Report, 'requirements'>): Result {
  if (runVerdict(requirements) !== 'conformant') return 'FAILED'
  return requirements.some((one) => isCounted(one) && one.verdict === 'warning') ? 'WARNED' : 'PASSED'
}

/**
 * States a report.
 * @param digest SHA-256 of the file `report.json`, hexadecimal
 * @param url where the run can be looked at
 */
export function statementOf(report: Report, digest: string, url?: string): Statement {
  const { requirements, summary, profiles = [], run, target } = report
  const idsOf = (wanted: Verdict): string[] =>
    requirements.filter((one) => isCounted(one) && one.verdict === wanted).map(({ id }) => id)
  return {
    _type: STATEMENT_TYPE,
    subject: [{ name: 'report.json', digest: { sha256: digest } }, ...targetOf(report)],
    predicateType: PREDICATE_TYPE,
    predicate: {
      result: resultOf(report),
      configuration: configurationOf(report),
      ...(url === undefined ? {} : { url }),
      passedTests: idsOf('passed'),
      warnedTests: idsOf('warning'),
      failedTests: idsOf('failed'),
      usersApiConformance: {
        verdict: runVerdict(requirements),
        coverage: summary.coverage,
        ...(report.public === undefined ? {} : { public: report.public.verdict }),
        profiles: Object.fromEntries(profiles.map(({ name, verdict }) => [name, verdict])),
        run,
        target,
      },
    },
  }
}

/** The target is a subject where it was given a digest: nothing else names what was deployed. */
export function targetOf({ target: { name, version, digest, baseUrl } }: Report): Described[] {
  const [algorithm, digits] = digest?.split(':') ?? []
  if (algorithm === undefined || digits === undefined) return []
  const label = [name ?? baseUrl, version].filter((word) => word !== undefined).join(' ')
  return [{ name: label, digest: { [algorithm]: digits } }]
}

/** What the result depends on beside the target: requirements, suite, settings. */
function configurationOf({ suite, provenance }: Report): Described[] {
  const { commit } = suite
  const isCommit = commit !== undefined && /^[0-9a-f]{40}$/.test(commit)
  const program: Described = {
    name: suite.name,
    ...(isCommit ? { digest: { gitCommit: commit } } : {}),
    annotations: { version: suite.version, ...provenance?.settings },
  }
  if (provenance === undefined) return [program]
  const { digest, set } = provenance.requirements
  const requirements: Described = {
    name: set === undefined ? 'requirements' : `requirements/${set}.json`,
    digest: { sha256: digest.slice('sha256:'.length) },
  }
  return [requirements, program]
}
