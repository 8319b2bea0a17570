/** The response headers that public pages promise of every answer; the documents show none, so all is soft. */

import { type Answer, asObject } from '../../../model/answer.ts'
import { type Finding, should } from '../../../model/finding.ts'
import type { PublicHeaders } from './public-headers.ts'

/** What every answer is to carry. */
export const RESPONSE_HEADERS = ['X-Request-Id', 'X-Response-Time', 'X-API-Version'] as const

/** In which ways the headers that an answer has differ from the promise; those that it lacks are noted. */
export const headerFindings =
  (seen: PublicHeaders) =>
  (answer: Answer): Finding[] => {
    const [requestId, , version] = RESPONSE_HEADERS.map((name) => seen.note(answer, name))
    const { headers } = answer
    const findings: Finding[] = []
    const metaId = asObject(asObject(answer.json)?.meta)?.request_id
    const isReplay = headers['idempotent-replayed'] !== undefined
    if (requestId !== undefined && typeof metaId === 'string' && metaId !== requestId && !isReplay) {
      findings.push(should('X-Request-Id equal to meta.request_id', 'another id'))
    }
    if (version !== undefined && version !== 'v3')
      findings.push(should('header X-API-Version: v3', 'another value'))
    return [...findings, ...rateLimitDeviations(headers)]
  }

function rateLimitDeviations(headers: Record<string, string>): Finding[] {
  const findings: Finding[] = []
  for (const name of ['limit', 'remaining', 'reset']) {
    const value = headers[`x-ratelimit-${name}`]
    if (value !== undefined && !/^\d+$/.test(value)) {
      findings.push(should(`a whole number in X-RateLimit-${name}`, 'something else'))
    }
  }
  const limit = Number(headers['x-ratelimit-limit'])
  const remaining = Number(headers['x-ratelimit-remaining'])
  if (remaining > limit) {
    findings.push(should('X-RateLimit-Remaining at most X-RateLimit-Limit', 'more'))
  }
  return findings
}
