/**
 * What the server errors of a run come to, read from its exchanges. A failure that a repetition overcame stays
 * visible: one outage is a warning, a second one or the same failure again is a violation; 429 and 503 mean "not now"
 * and are only told.
 */
import type { Operation } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'

/** One server error that counts. */
export interface ServerError {
  level: 'must' | 'should'
  operation: Operation
  /** What was seen, e.g. `status 500, only under parallel requests`. */
  actual: string
  /** Id of the exchange that shows it. */
  exchange: string
}

/** An answer of 502 or 504 that something before the server may have given. */
interface Broken {
  exchange: Exchange
  status: number
  /** From the sending of the request to the end of the pause after it, in milliseconds since the epoch. */
  from: number
  to: number
}

/** Answers of 502 and 504 to one request, sent anew each time, after which it is the request's own fault. */
const MOST_BROKEN = 3

/** Every server error of the exchanges, the operation that shows it charged. */
export function serverErrorsOf(exchanges: readonly Exchange[]): ServerError[] {
  return [...lasting(exchanges), ...parallel(exchanges), ...outages(exchanges)]
}

/** How often the target said "not now", for people: `429 x 12, 503 x 3`; empty where it never did. */
export function busyText(exchanges: readonly Exchange[]): string {
  const counts = new Map<number, number>()
  for (const exchange of exchanges) {
    for (const status of statusesOf(exchange)) {
      if (status === 429 || status === 503) counts.set(status, (counts.get(status) ?? 0) + 1)
    }
  }
  return [...counts].map(([status, count]) => `${status} x ${count}`).join(', ')
}

/** Errors that no repetition overcame. */
function lasting(exchanges: readonly Exchange[]): ServerError[] {
  const broken = new Map<string, number>()
  return exchanges.flatMap((exchange): ServerError[] => {
    const status = exchange.response?.status ?? 0
    if (status < 500 || status === 503) return []
    if (status === 502 || status === 504) {
      const { method, url, body = '' } = exchange.request
      const request = `${exchange.caller} ${method} ${url} ${body}`
      const times = (broken.get(request) ?? 0) + 1 + (exchange.earlierAttempts?.length ?? 0)
      broken.set(request, times)
      if (times < MOST_BROKEN) return []
    }
    return [errorOf(exchange, 'must', `status ${status}`)]
  })
}

/** Reads answered 500 that succeeded once nothing else was under way. */
function parallel(exchanges: readonly Exchange[]): ServerError[] {
  const overcome = exchanges.filter(
    ({ response, earlierAttempts }) =>
      response !== undefined &&
      response.status < 500 &&
      earlierAttempts?.some(({ status }) => status === 500),
  )
  const counts = new Map<Operation, number>()
  for (const { operation } of overcome) counts.set(operation, (counts.get(operation) ?? 0) + 1)
  return overcome.map((exchange) => {
    const isRepeated = (counts.get(exchange.operation) ?? 0) > 1
    const actual = 'status 500, only under parallel requests: alone the same request was answered'
    return errorOf(exchange, isRepeated ? 'must' : 'should', actual)
  })
}

/** Times at which answers of 502 and 504 came until a pause ended them: the first is forgiven with a warning. */
function outages(exchanges: readonly Exchange[]): ServerError[] {
  const all = exchanges.flatMap(brokenOf).sort((one, other) => one.from - other.from)
  const firsts: Broken[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const broken of all) {
    if (broken.from > end) firsts.push(broken)
    end = Math.max(end, broken.to)
  }
  return firsts.map(({ exchange, status }, nth) =>
    errorOf(
      exchange,
      nth === 0 ? 'should' : 'must',
      `status ${status}, overcome by a repetition${nth === 0 ? '' : ', in a second outage'}`,
    ),
  )
}

function brokenOf(exchange: Exchange): Broken[] {
  const started = Date.parse(exchange.startedAt)
  let from = started
  const broken = (exchange.earlierAttempts ?? []).flatMap(({ status, at, waitedMs = 0 }): Broken[] => {
    const sent = from
    from = Date.parse(at) + waitedMs
    return status === 502 || status === 504 ? [{ exchange, status, from: sent, to: from }] : []
  })
  const status = exchange.response?.status ?? 0
  if (status !== 502 && status !== 504) return broken
  return [...broken, { exchange, status, from, to: started + exchange.durationMs }]
}

function statusesOf({ earlierAttempts = [], response }: Exchange): number[] {
  return [...earlierAttempts.map(({ status }) => status ?? 0), response?.status ?? 0]
}

function errorOf({ id, operation }: Exchange, level: ServerError['level'], actual: string): ServerError {
  return { level, operation, actual, exchange: id }
}
