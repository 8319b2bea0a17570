/** What a run would do: read off a rehearsal on the embedded reference. */

import type { Operation, Requirement, Safety } from '../../model/contract.ts'
import type { Report, RequirementResult } from '../../model/report.ts'
import { isCounted, isObservable } from '../../model/report.ts'

/** Requirements of one operation that would be judged. */
export interface PlannedOperation {
  operation: Operation
  ids: string[]
}

/** Requirements that would not be judged, and what would unlock them. */
export interface PlannedGap {
  reason: string
  ids: string[]
}

/** One kind of request. */
export interface PlannedRequests {
  operation: Operation
  /** Whether it asks the target to change something. */
  changing: boolean
  /** How many of them ask for a simulation only. */
  simulated: number
  count: number
}

export interface Plan {
  /** The target that is planned for; absent: the embedded reference. */
  baseUrl?: string
  safety: Safety
  judged: PlannedOperation[]
  gaps: PlannedGap[]
  /** The same of the public tier. */
  beyond: { judged: string[]; gaps: PlannedGap[] }
  requests: PlannedRequests[]
  /** How many users the run would create and remove again. */
  users: number
  /** Under SAFETY=full: whose removal would be asked for at the end, one sentence each. */
  atRisk: string[]
  /** Why the rehearsal itself did not come to its end. */
  problem?: string
}

/**
 * @param rehearsal report of the run on the embedded reference, with the credentials and safety of the plan
 * @param atRisk whose removal SAFETY=full asks for, one sentence each
 */
export function planOf(rehearsal: Report, baseUrl: string | undefined, atRisk: string[] = []): Plan {
  const observable = rehearsal.requirements.filter(isCounted)
  const beyond = rehearsal.requirements.filter((one) => isObservable(one) && !isCounted(one))
  const isGap = ({ verdict }: { verdict: string }): boolean =>
    verdict === 'untested' || verdict === 'inconclusive'
  const invitations = rehearsal.exchanges.filter(
    ({ request, response }) =>
      request.method === 'POST' && response !== undefined && response.status < 300 && !isSimulated(request),
  )
  return {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    safety: rehearsal.safety,
    judged: grouped(
      observable.filter((one) => !isGap(one)),
      ({ operation }) => operation,
    ).map(([operation, ids]) => ({ operation, ids })),
    gaps: gapsOf(observable.filter(isGap)),
    beyond: {
      judged: beyond.filter((one) => !isGap(one)).map(({ id }) => id),
      gaps: gapsOf(beyond.filter(isGap)),
    },
    requests: requestsOf(rehearsal),
    users: invitations.length,
    atRisk: rehearsal.safety === 'full' ? atRisk : [],
    ...(rehearsal.message === undefined ? {} : { problem: rehearsal.message }),
  }
}

function gapsOf(open: RequirementResult[]): PlannedGap[] {
  return grouped(open, ({ reason = 'no reason given' }) => reason).map(([reason, ids]) => ({ reason, ids }))
}

function requestsOf({ exchanges }: Report): PlannedRequests[] {
  const operations = [...new Set(exchanges.map(({ operation }) => operation))]
  return operations.map((operation) => {
    const alike = exchanges.filter((one) => one.operation === operation)
    return {
      operation,
      changing: !operation.startsWith('GET'),
      simulated: alike.filter(({ request }) => isSimulated(request)).length,
      count: alike.length,
    }
  })
}

function isSimulated({ body }: { body?: string }): boolean {
  return body?.includes('"sandbox":true') ?? false
}

function grouped<T extends Requirement, K extends string>(all: T[], keyOf: (one: T) => K): [K, string[]][] {
  const groups = new Map<K, string[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one.id])
  return [...groups]
}
