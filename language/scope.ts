/**
 * What the requirement that is being judged has looked at, seen and found so far.
 * Requirements run side by side, so the scope travels with the asynchronous context
 * instead of through every matcher's parameters.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Finding, should } from '../model/finding.ts'
import type { Lapse, Sign } from './instrument.ts'

/** An observation that a `passed` can rest on: something that was seen and is of the promised kind. */
export interface Witness {
  /** Id of the exchange that shows it. */
  exchange: string
  /** What was seen, in a few words. */
  seen: string
}

/** A finding, and the exchange that shows it. */
export type Found = Finding & { exchange?: string; sign?: Sign }

/** Everything that one requirement has gathered. */
export interface Scope {
  evidence: Set<string>
  findings: Found[]
  witnesses: Witness[]
  /** What else may explain a violation; asked for only where there is one. */
  doubts: (() => Promise<string | undefined>)[]
  /** What shows that an instrument has stopped working; asked for only where there is a violation. */
  lapses: Lapse[]
  /** The declared cells that were tried. */
  tried: Set<string>
  /** How late changes showed that the requirement looked for; absent: none was late. */
  delay?: { finding: Found; leastMs: number; mostMs: number }
  /** The operation that promises what is judged; absent: any. */
  operation?: string
}

const storage = new AsyncLocalStorage<Scope>()

/** A scope in which nothing was seen yet. @param operation that promises what is judged */
export function newScope(operation?: string): Scope {
  return {
    evidence: new Set(),
    findings: [],
    witnesses: [],
    doubts: [],
    lapses: [],
    tried: new Set(),
    ...(operation === undefined ? {} : { operation }),
  }
}

/** Whether an answer is of another operation than the one whose promise is being judged. */
export function isElsewhere(operation: string): boolean {
  const own = storage.getStore()?.operation
  return own !== undefined && own !== operation
}

/** The operation whose promise is being judged. */
export function judgedOperation(): string | undefined {
  return storage.getStore()?.operation
}

/** Whether anything was found so far that deviates from the promise that is being judged. */
export function hasDeviated(): boolean {
  return (storage.getStore()?.findings.length ?? 0) > 0
}

/** Runs `body` with a scope of its own. */
export function withScope<T>(scope: Scope, body: () => T): T {
  return storage.run(scope, body)
}

/** Names an exchange as evidence of the requirement that is being judged. */
export function cite(exchangeId: string): void {
  storage.getStore()?.evidence.add(exchangeId)
}

/** Notes a witness; its exchange is evidence, too. */
export function witness(exchangeId: string, seen: string): void {
  const scope = storage.getStore()
  if (!scope) return
  scope.evidence.add(exchangeId)
  if (scope.witnesses.some((one) => one.exchange === exchangeId && one.seen === seen)) return
  scope.witnesses.push({ exchange: exchangeId, seen })
}

/** Notes a deviation of the requirement that is being judged. */
export function deviate(found: Found): void {
  const scope = storage.getStore()
  if (!scope) return
  if (found.exchange) scope.evidence.add(found.exchange)
  scope.findings.push(found)
}

/** Notes that a change showed late: one finding of the requirement tells the least and the most delay. */
export function late(exchangeId: string, lateMs: number): void {
  const scope = storage.getStore()
  if (!scope) return
  scope.evidence.add(exchangeId)
  const { leastMs, mostMs } = scope.delay ?? { leastMs: lateMs, mostMs: lateMs }
  const [least, most] = [Math.min(leastMs, lateMs), Math.max(mostMs, lateMs)]
  const told = least === most ? `after ${most} ms` : `after ${least} to ${most} ms`
  const finding = scope.delay?.finding ?? { ...should('a change to show at once', ''), exchange: exchangeId }
  if (scope.delay === undefined) scope.findings.push(finding)
  finding.actual = `it showed ${told}`
  scope.delay = { finding, leastMs: least, mostMs: most }
}

/** Notes what else than the target may explain a violation of the requirement that is being judged. */
export function doubted(doubt: () => Promise<string | undefined>): void {
  storage.getStore()?.doubts.push(doubt)
}

/** Notes how an instrument on which the judged requirement rests may have stopped working. @param name that its reason begins with */
export function mayLapse(name: string, lapse: Lapse): void {
  storage.getStore()?.lapses.push(async (sign) => {
    const how = await lapse(sign)
    return how === undefined ? undefined : `${name} ${how}`
  })
}

/** Says that one of the declared cells of the requirement that is being judged was tried. */
export function tried(cell: string): void {
  storage.getStore()?.tried.add(cell)
}
