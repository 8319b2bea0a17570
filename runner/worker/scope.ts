/**
 * What the requirement that is being judged has looked at and found so far.
 * Requirements run side by side, so the scope travels with the asynchronous context
 * instead of through every matcher's parameters.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Deviation } from '../../report/report.ts'

/** Evidence and deviations of one requirement. */
export interface Scope {
  evidence: Set<string>
  deviations: Deviation[]
}

const storage = new AsyncLocalStorage<Scope>()

/** Runs `body` with a scope of its own. */
export function withScope<T>(scope: Scope, body: () => T): T {
  return storage.run(scope, body)
}

/** Names an exchange as evidence of the requirement that is being judged. */
export function cite(exchangeId: string): void {
  storage.getStore()?.evidence.add(exchangeId)
}

/** Notes a deviation of the requirement that is being judged. */
export function deviate(deviation: Deviation): void {
  const scope = storage.getStore()
  if (!scope) return
  if (deviation.exchange) scope.evidence.add(deviation.exchange)
  scope.deviations.push(deviation)
}
