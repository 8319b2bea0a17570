/** What lists tell of the rate limit: numbers, how they move, and refusals where any was met. */
import type { Look } from '../../../language/every-answer.ts'
import type { Answer } from '../../../model/answer.ts'
import { type Finding, should } from '../../../model/finding.ts'
import { errorCode } from '../client/user.ts'

/** A limit that starts anew later than this, in seconds, is none of requests per minute. */
const LATEST_RESET_S = 24 * 60 * 60
/** Clocks differ. */
const CLOCK_TOLERANCE_S = 10 * 60
/** So many lists in a row leave a mark on any limit that counts them. */
const ENOUGH_LISTS = 20

/** Undefined where an answer says nothing of a limit. */
export function limitNumbers({ headers, receivedAt }: Answer): Finding[] | undefined {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map(
    (name) => headers[`x-ratelimit-${name}`],
  )
  if (limit === undefined && remaining === undefined && reset === undefined) return undefined
  const findings: Finding[] = []
  for (const [name, value] of Object.entries({ Limit: limit, Remaining: remaining, Reset: reset })) {
    if (value === undefined) findings.push(should(`header X-RateLimit-${name} beside the others`, 'none'))
    else if (!/^\d+$/.test(value))
      findings.push(should(`a whole number in X-RateLimit-${name}`, 'something else'))
  }
  if (findings.length > 0) return findings
  if (Number(remaining) > Number(limit)) findings.push(should('a remainder of at most the limit', 'more'))
  const aheadS = Number(reset) - receivedAt / 1000
  if (aheadS < -CLOCK_TOLERANCE_S || aheadS > LATEST_RESET_S) {
    findings.push(should('a time of renewal in seconds since 1970, within a day', 'another time'))
  }
  return findings
}

/** The remainder falls sooner or later while lists are read: told once, by the answer that shows it or is too many. */
export function fallingRemainder(): Look {
  let last: number | undefined
  let same = 0
  return ({ headers }) => {
    const text = headers['x-ratelimit-remaining'] ?? ''
    if (!/^\d+$/.test(text)) return undefined
    const remaining = Number(text)
    const isLess = last !== undefined && remaining < last
    // Nothing falls below nothing.
    same = last === remaining && remaining > 0 ? same + 1 : 0
    last = remaining
    if (isLess) return []
    if (same !== ENOUGH_LISTS) return undefined
    return [should('a remainder that falls', `${remaining} in ${ENOUGH_LISTS} answers after one another`)]
  }
}

/** What refusals for too many requests say; undefined where none was met. */
export function limitRefusals(answer: Answer): Finding[] | undefined {
  const { exchange, status, headers } = answer
  const waits = (exchange.earlierAttempts ?? []).flatMap((one) =>
    one.status === 429 ? [one.retryAfter] : [],
  )
  if (status === 429) waits.push(headers['retry-after'])
  if (waits.length === 0) return undefined
  const findings: Finding[] = waits.some((wait) => wait === undefined || !/^\d+$/.test(wait.trim()))
    ? [should('seconds in Retry-After of a 429', 'none')]
    : []
  if (status !== 429) return findings
  const code = errorCode(answer)
  if (code !== 'BUSINESS_002')
    findings.push(should('BUSINESS_002 with a 429', code ?? 'no code', '/error/code'))
  return findings
}
