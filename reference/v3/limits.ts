/** The two documented rate tiers, counted per organization. */
import { tooManyRequests } from './refusal.ts'
import type { V3Operation } from './types.ts'

const STANDARD = { perMinute: 200, burst: 50 }
const SENSITIVE = { perMinute: 10, burst: 5 }

interface Bucket {
  tokens: number
  filledAt: number
}

/** Token buckets; without `enforce` they only feed the headers. */
export class Limits {
  readonly #buckets = new Map<string, Bucket>()
  readonly #enforce: boolean

  constructor(enforce: boolean) {
    this.#enforce = enforce
  }

  /** Spends one request. Throws a 429 Refusal when none is left and limits are enforced. */
  spend(organizationId: string, operation: V3Operation): Record<string, string> {
    const tier = operation === 'invite' ? SENSITIVE : STANDARD
    const perMs = tier.perMinute / 60_000
    const now = Date.now()
    const name = `${organizationId} ${tier.perMinute}`
    const old = this.#buckets.get(name) ?? { tokens: tier.burst, filledAt: now }
    const tokens = Math.min(tier.burst, old.tokens + (now - old.filledAt) * perMs)
    const left = Math.max(0, tokens - 1)
    const headers = {
      'X-RateLimit-Limit': String(tier.perMinute),
      'X-RateLimit-Remaining': String(Math.floor(left)),
      'X-RateLimit-Reset': String(Math.ceil((now + (tier.burst - left) / perMs) / 1000)),
    }
    if (this.#enforce && tokens < 1) {
      this.#buckets.set(name, { tokens, filledAt: now })
      const refusal = tooManyRequests(Math.ceil((1 - tokens) / perMs / 1000))
      Object.assign(refusal.headers, headers)
      throw refusal
    }
    this.#buckets.set(name, { tokens: left, filledAt: now })
    return headers
  }
}
