/** Faults of `GET /v3/users` in what it tells of the rate limit. */
import { rewrite, withHeaders, withoutHeaders } from '../../../v3/mutator.ts'
import { Refusal } from '../../../v3/refusal.ts'
import type { V3Fault } from '../../types.ts'
import { faultsOf } from '../fault.ts'

const list = faultsOf('list')
const always = () => true
const saying = (headers: Record<string, string>) => rewrite('list', always, withHeaders(headers))

/** Refuses the second list as one too many. */
const tooMany = (code: string, headers: Record<string, string>): V3Fault['change'] => {
  return (b) => ({
    ...b,
    enforceLimits: (a, account) => {
      b.enforceLimits(a, account)
      if (a.operation === 'list' && a.callNumber === 2) {
        throw new Refusal(429, code, 'Slow down.', null, headers)
      }
    },
  })
}

export const listLimitsFaults: V3Fault[] = [
  list(
    'limit-in-words',
    'rate-limit-numbers',
    'X-RateLimit-Limit is a text.',
    saying({ 'X-RateLimit-Limit': '200 per minute' }),
  ),
  list(
    'remaining-above-limit',
    'rate-limit-numbers',
    'More is left than the limit allows.',
    saying({ 'X-RateLimit-Limit': '10', 'X-RateLimit-Remaining': '200' }),
  ),
  list(
    'reset-in-milliseconds',
    'rate-limit-numbers',
    'X-RateLimit-Reset counts milliseconds.',
    rewrite('list', always, (answer) => ({
      ...answer,
      headers: { ...answer.headers, 'X-RateLimit-Reset': String(Date.now() + 30_000) },
    })),
  ),
  list(
    'reset-missing',
    'rate-limit-numbers',
    'When the limit starts anew is not told.',
    rewrite('list', always, withoutHeaders('X-RateLimit-Reset')),
  ),
  list(
    'remaining-constant',
    'rate-limit-falls',
    'The same is left however much is asked for.',
    saying({ 'X-RateLimit-Remaining': '150', 'X-RateLimit-Limit': '200' }),
  ),
  list(
    '429-without-retry-after',
    'rate-limit-refusal',
    'A 429 does not say how long to wait.',
    tooMany('BUSINESS_002', {}),
  ),
  list(
    '429-waits-in-words',
    'rate-limit-refusal',
    'A 429 says in words how long to wait.',
    tooMany('BUSINESS_002', { 'Retry-After': 'a moment' }),
  ),
]
