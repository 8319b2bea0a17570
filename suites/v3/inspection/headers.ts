/** The response headers that v3's reference pages promise; the operation pages show none, so all is soft. */

import { type Answer, asObject } from '../../../model/answer.ts'
import { type Finding, should } from '../../../model/finding.ts'

/** In which ways the headers of an answer differ from the promise. */
export function headerFindings(answer: Answer): Finding[] {
  const { headers } = answer
  const findings: Finding[] = []
  const soft = (expected: string, actual: string): void => {
    findings.push(should(expected, actual))
  }
  const requestId = headers['x-request-id']
  const metaId = asObject(asObject(answer.json)?.meta)?.request_id
  if (!requestId) soft('header X-Request-Id', 'none')
  else if (
    typeof metaId === 'string' &&
    metaId !== requestId &&
    headers['idempotent-replayed'] === undefined
  ) {
    soft('X-Request-Id equal to meta.request_id', 'another id')
  }
  if (!headers['x-response-time']) soft('header X-Response-Time', 'none')
  if (headers['x-api-version'] !== 'v3') {
    soft('header X-API-Version: v3', headers['x-api-version'] ? 'another value' : 'none')
  }
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
