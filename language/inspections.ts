/**
 * What every answer of the run shows, whichever check or clean-up asked for it. An answer is looked at
 * once, when it arrives; the closing checks then judge what was noted for their operation and facet.
 */

import { inPieces, type Steps } from '../helpers/lists/time-slicing.ts'
import { worded } from '../helpers/secrets/wording.ts'
import type { Finding } from '../model/finding.ts'
import type { Deviation } from '../model/report.ts'
import { withEntry } from './entry.ts'

/** All that was noted for one facet of one operation, e.g. the `meta` of `GET /v3/users`. */
export interface Inspection {
  /** Exchanges whose answer shows this facet at all. */
  exchanges: string[]
  deviations: Deviation[]
}

/** A facet keeps at most this many deviations of each level: the first ones tell what is wrong. */
const MOST_DEVIATIONS = 25

export class Inspections {
  readonly #notes = new Map<string, Inspection>()
  readonly #mask: (text: string) => string
  #longLooks: Promise<void> = Promise.resolve()

  /** @param mask takes secrets out of what is kept, which is put into words at once: bodies do not live as long */
  constructor(mask: (text: string) => string = (text) => text) {
    this.#mask = mask
  }

  /**
   * Says that an exchange shows a facet, and in which ways it deviates.
   * @param body of the answer, from which the entry at fault is told
   */
  note(
    operation: string,
    facet: string,
    exchange: string,
    findings: readonly Finding[],
    body?: unknown,
  ): void {
    const inspection = this.of(operation, facet)
    if (inspection.exchanges.at(-1) !== exchange) inspection.exchanges.push(exchange)
    for (const finding of findings) {
      const alike = inspection.deviations.filter(({ level }) => level === finding.level)
      if (alike.length >= MOST_DEVIATIONS) continue
      inspection.deviations.push({ ...worded(withEntry(finding, body), this.#mask), exchange })
    }
  }

  /** Takes a long look beside whatever else goes on: one after another, because each knows what the last one saw. */
  later(look: () => Steps<void>): void {
    this.#longLooks = this.#longLooks.then(() => inPieces(look()))
    // Whoever waits for it meets its failure.
    this.#longLooks.catch(() => undefined)
  }

  /** Waits for the end of all long looks. */
  settled(): Promise<void> {
    return this.#longLooks
  }

  /** What was noted so far. */
  of(operation: string, facet: string): Inspection {
    const key = `${operation} ${facet}`
    let inspection = this.#notes.get(key)
    if (!inspection) {
      inspection = { exchanges: [], deviations: [] }
      this.#notes.set(key, inspection)
    }
    return inspection
  }
}
