/** Short texts that several writers use, so that the same thing reads the same everywhere. */
import type { Exchange } from '../model/exchange.ts'
import type { Deviation, Report, RequirementResult, Summary } from '../model/report.ts'

/** What a deviation says, in one sentence. */
export function deviationText({ expected, actual, pointer }: Deviation): string {
  return `expected ${expected}${whereText(pointer)}, got ${actual}`
}

/** Where in the body, with a leading blank; nothing when no member is named. */
export function whereText(pointer: string | undefined): string {
  if (pointer === undefined) return ''
  return ` at ${pointer === '' ? 'the whole body' : pointer}`
}

/** An exchange in a line, e.g. `x7, admin: GET http://… -> 200`. */
export function exchangeText(exchange: Exchange): string {
  const { id, caller, request } = exchange
  return `${id}, ${caller}: ${request.method} ${request.url} -> ${outcomeText(exchange)}`
}

/** The status, or why there is none. */
export function outcomeText({ response, failure }: Exchange): string {
  return response ? String(response.status) : (failure?.message ?? 'no answer')
}

/** Why nothing, or not everything, could be judged: a line for each contract that has a reason of its own. */
export function messageLines({ message }: Report): string[] {
  return message?.split('\n') ?? []
}

/** Musts first, so that what decided the verdict is read first. */
export function byLevel(deviations: readonly Deviation[]): Deviation[] {
  return [...deviations].sort((one, other) => Number(other.level === 'must') - Number(one.level === 'must'))
}

/** The exchanges of a report by their ids. */
export function exchangesById(report: Report): Map<string, Exchange> {
  return new Map(report.exchanges.map((exchange) => [exchange.id, exchange]))
}

/** Groups results by reason, the largest group first. */
export function byReason(results: readonly RequirementResult[]): [reason: string, ids: string[]][] {
  const groups = new Map<string, string[]>()
  for (const { reason = 'no reason given', id } of results) {
    const ids = groups.get(reason)
    if (ids === undefined) groups.set(reason, [id])
    else ids.push(id)
  }
  return [...groups].sort(([, one], [, other]) => other.length - one.length)
}

/** Says that a run was asked for a part only, e.g. `partial 12 of 243`; nothing where it was asked for all. */
export function partialText({ partial }: Report): string | undefined {
  return partial === undefined ? undefined : `partial ${partial.selected} of ${partial.observable}`
}

/** The verdict as headings show it: with a part it stands in the same breath that it is only one. */
export function verdictText(report: Report): string {
  const part = partialText(report)
  return part === undefined ? report.verdict : `${report.verdict}, ${part}`
}

/** A number with its word in the right form, e.g. `1 request`, `2 requests`. */
export function countText(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** What the run found, in one sentence. */
export function headline(report: Report): string {
  const { failed, warning, inconclusive, untested, coverage } = report.summary
  const of = `${coverage.observable} observable requirements`
  switch (report.verdict) {
    case 'nonconformant':
      return `${failed} of ${of} ${failed === 1 ? 'is' : 'are'} violated.`
    case 'conformant':
      return warning === 0
        ? `Every requirement that was judged is met: ${coverage.judged} of ${of}.`
        : `No must is violated; ${countText(warning, 'recommendation is', 'recommendations are')} not met.`
    case 'incomplete':
      if (report.partial !== undefined)
        return `Nothing is violated among the ${coverage.judged} that were judged; only ${report.partial.selected} of ${of} were asked for.`
      return `Nothing is violated, but ${countText(untested, 'requirement was', 'requirements were')} not tried.`
    case 'inconclusive':
      return coverage.judged === 0
        ? `None of ${of} could be judged.`
        : `Nothing is violated, but ${countText(inconclusive, 'requirement')} could not be judged.`
  }
}

/** Milliseconds as a person reads them. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 120_000) return `${(milliseconds / 1000).toFixed(1)} s`
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`
}

/** What does not count in the coverage, to stand behind it; empty where there is nothing. */
export function beyondText({ unobservable, notApplicable = 0 }: Summary): string {
  const hidden = unobservable === 0 ? '' : `; ${unobservable} more that HTTP cannot show`
  return notApplicable === 0 ? hidden : `${hidden}; ${notApplicable} declared not to apply`
}

/** How deep a run went and what it drew from, to stand behind its safety; empty where a report says neither. */
export function drawnText({ seed, thorough }: Report['run']): string {
  const depth = thorough === undefined ? '' : `; thorough ${thorough}`
  return seed === undefined ? depth : `${depth}; seed ${seed}`
}

/**
 * The readings that a violation leaves open, as a reason names them before what was seen; undefined where it leaves none.
 * Outputs that show what was seen in a form of its own would lose them.
 */
export function doubtText({
  reason,
  deviations: [first],
}: Pick<RequirementResult, 'reason' | 'deviations'>): string | undefined {
  const at = first === undefined ? -1 : (reason?.indexOf(`: expected ${first.expected}`) ?? -1)
  return at > 0 ? reason?.slice(0, at) : undefined
}
