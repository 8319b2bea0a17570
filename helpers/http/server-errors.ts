/**
 * What the server errors come to that a repetition overcame. They stay visible: one outage is a warning, a second one
 * or the same failure again is a violation; 429 and 503 mean "not now" and are only told.
 */
import type { Exchange } from '../../model/exchange.ts'
import { type Finding, must, should } from '../../model/finding.ts'

/** A time in which answers of 502 and 504 came, in milliseconds since the epoch. */
interface Outage {
  from: number
  to: number
}

/** Remembers the failures of one run that were overcome, and says of each exchange what its own come to. */
export class OvercomeErrors {
  readonly #outages: Outage[] = []
  readonly #failures = new Map<string, number>()

  /** The findings of one exchange, by the operation that shows them. */
  seenIn(exchange: Exchange): Finding[] {
    return [...this.#underLoad(exchange), ...this.#ofGateways(exchange)]
  }

  /** An answer of 500 that did not come again when nothing else was under way: once a warning, twice a violation. */
  #underLoad({ operation, response, earlierAttempts = [] }: Exchange): Finding[] {
    const wasOvercome =
      (response?.status ?? 500) < 500 && earlierAttempts.some(({ status }) => status === 500)
    if (!wasOvercome) return []
    const times = (this.#failures.get(operation) ?? 0) + 1
    this.#failures.set(operation, times)
    const level = times > 1 ? must : should
    return [
      level(
        'no server error',
        'status 500, only under parallel requests: alone the same request was answered',
      ),
    ]
  }

  /** Answers of 502 and 504 that follow each other until a pause ends are one outage; the first is a warning. */
  #ofGateways(exchange: Exchange): Finding[] {
    let from = Date.parse(exchange.startedAt)
    return (exchange.earlierAttempts ?? []).flatMap(({ status, at, waitedMs = 0 }): Finding[] => {
      const outage = { from, to: Date.parse(at) + waitedMs }
      from = outage.to
      if (status !== 502 && status !== 504) return []
      const known = this.#outages.find((one) => outage.from <= one.to && one.from <= outage.to)
      if (known !== undefined) {
        known.from = Math.min(known.from, outage.from)
        known.to = Math.max(known.to, outage.to)
        return []
      }
      this.#outages.push(outage)
      const isFirst = this.#outages.length === 1
      const actual = `status ${status}, overcome by a repetition${isFirst ? '' : ', in a second outage'}`
      return [(isFirst ? should : must)('no server error', actual)]
    })
  }
}
