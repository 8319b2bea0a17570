/** Remembers first answers by Idempotency-Key, for as long as the documents promise. */
import type { Answer } from './types.ts'

const LIFETIME_MS = 24 * 60 * 60 * 1000

interface Kept {
  answer: Answer
  requestId: string
  until: number
}

/** One server's stored answers. */
export class Replays {
  readonly #kept = new Map<string, Kept>()

  /** The stored answer, marked as replayed; undefined when there is none. */
  find(organizationId: string, key: string): Answer | undefined {
    const kept = this.#kept.get(`${organizationId} ${key}`)
    if (!kept || kept.until < Date.now()) return undefined
    return {
      ...kept.answer,
      headers: {
        ...kept.answer.headers,
        'Idempotent-Replayed': 'true',
        'X-Original-Request-Id': kept.requestId,
      },
    }
  }

  keep(organizationId: string, key: string, answer: Answer, requestId: string): void {
    this.#kept.set(`${organizationId} ${key}`, { answer, requestId, until: Date.now() + LIFETIME_MS })
  }
}
