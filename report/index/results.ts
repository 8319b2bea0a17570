/** The results of several implementations, as their reports say: implementations by profiles. */
import type { RunVerdict } from '../../model/contract.ts'
import type { ProfileResult, Report } from '../../model/report.ts'
import { profileOf, rescored } from '../build.ts'

/** Works out the profiles of a report: what contracts there are, only the runner knows. */
export type ProfilesOf = (report: Report) => ProfileResult[]

/** A report, and where it is. */
export interface Submitted {
  report: Report
  /** SHA-256 of the file `report.json`, hexadecimal. */
  digest: string
  /** The page of the report, as a link from the results leads to it. */
  page?: string
  /** Whether an attestation lies beside it. */
  isAttested: boolean
}

/** One implementation: a row of the table. */
export interface ResultRow {
  name: string
  version?: string
  verdict: RunVerdict
  coverage: { judged: number; observable: number }
  /** Set where the run was asked for only some of its requirements. */
  partial?: { selected: number; observable: number }
  profiles: ProfileResult[]
  /** Day of the run. */
  date: string
  suite: string
  /** Name of the frozen set, where it was held against one. */
  set?: string
  digest: string
  page?: string
  isAttested: boolean
}

/** What `results.json` holds. */
export interface Results {
  resultsVersion: 1
  /** Names of the profiles, in the order of the columns. */
  profiles: string[]
  rows: ResultRow[]
}

/** The rows by name, then the newest run first; the columns as the reports have them. */
export function resultsOf(submitted: readonly Submitted[]): Results {
  const rows = submitted.map(rowOf).sort(inOrder)
  return { resultsVersion: 1, profiles: columnsOf(rows), rows }
}

/** What a report says of itself that does not follow from its requirements; empty where it agrees with itself. */
export function disagreements(report: Report, profiles: readonly ProfileResult[]): string[] {
  const { verdict, summary } = rescored(report, report.requirements)
  const wrong: string[] = []
  const hold = (name: string, said: unknown, follows: unknown): void => {
    if (JSON.stringify(said) !== JSON.stringify(follows))
      wrong.push(`${name} is ${JSON.stringify(said)}, and ${JSON.stringify(follows)} follows`)
  }
  hold('verdict', report.verdict, verdict)
  hold('coverage', pick(report.summary.coverage), pick(summary.coverage))
  for (const profile of report.profiles ?? []) {
    const follows = profiles.find(({ name }) => name === profile.name)
    if (follows === undefined) continue
    hold(`${profile.name}: verdict`, profile.verdict, follows.verdict)
    hold(`${profile.name}: coverage`, pick(profile.coverage), pick(follows.coverage))
  }
  return wrong
}

/** A profile by its name and what belongs to it. */
export function profilesBy(
  report: Report,
  definitions: readonly { name: string; has(requirement: Report['requirements'][number]): boolean }[],
): ProfileResult[] {
  return definitions.map(({ name, has }) => profileOf(name, report.requirements.filter(has)))
}

function pick({ judged, observable }: { judged: number; observable: number }): number[] {
  return [judged, observable]
}

function rowOf({ report, digest, page, isAttested }: Submitted): ResultRow {
  const { target, suite, run, verdict, summary, partial, profiles = [], provenance } = report
  const set = provenance?.requirements.set
  return {
    name: target.name ?? (target.embedded ? 'embedded reference' : target.baseUrl),
    ...(target.version === undefined ? {} : { version: target.version }),
    verdict,
    coverage: summary.coverage,
    ...(partial === undefined ? {} : { partial }),
    profiles,
    date: run.startedAt.slice(0, 10),
    suite: suite.version,
    ...(set === undefined ? {} : { set }),
    digest,
    ...(page === undefined ? {} : { page }),
    isAttested,
  }
}

function inOrder(one: ResultRow, other: ResultRow): number {
  return (
    compared(one.name, other.name) || compared(other.date, one.date) || compared(one.digest, other.digest)
  )
}

/** The same order on every machine. */
function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function columnsOf(rows: readonly ResultRow[]): string[] {
  const longest = rows.map(({ profiles }) => profiles).sort((one, other) => other.length - one.length)
  return [...new Set(longest.flatMap((profiles) => profiles.map(({ name }) => name)))]
}
