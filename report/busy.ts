/** How busy a target was, in words. */
import type { Exchange } from '../model/exchange.ts'

/** How often the target said "not now", for people: `429 x 12, 503 x 3`; empty where it never did. */
export function busyText(exchanges: readonly Exchange[]): string {
  const counts = new Map<number, number>()
  for (const { earlierAttempts = [], response } of exchanges) {
    for (const status of [...earlierAttempts.map((one) => one.status), response?.status]) {
      if (status === 429 || status === 503) counts.set(status, (counts.get(status) ?? 0) + 1)
    }
  }
  return [...counts].map(([status, count]) => `${status} x ${count}`).join(', ')
}
