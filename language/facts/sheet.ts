/** The sheet on which it is noted what a target does where the documents leave a choice. */
import type { Exchange } from '../../model/exchange.ts'
import type { Observation } from '../../model/facts.ts'

/** Notes by operation and situation; what is noted is in our words, nothing of it is quoted from the target. */
export class FactSheet {
  readonly #observations = new Map<string, Observation>()

  /**
   * @param answer what the target did, e.g. `status 409, CONFLICT_001`
   * @param sparing whether a run leaves out further forms because of it
   */
  note({ operation, id }: Exchange, situation: string, answer: string, sparing = false): void {
    const key = `${operation} ${situation}`
    const observation = this.#observations.get(key) ?? { operation, situation, answers: [] }
    this.#observations.set(key, observation)
    const before = observation.answers.find((one) => one.answer === answer)
    if (before !== undefined) before.count++
    else observation.answers.push({ answer, count: 1, exchange: id, ...(sparing ? { sparing } : {}) })
  }

  /** Everything that was noted, in the order in which situations are to be read. */
  observations(order: readonly string[]): Observation[] {
    const place = ({ situation }: Observation): number => {
      const index = order.indexOf(situation)
      return index < 0 ? order.length : index
    }
    return [...this.#observations.values()]
      .map((one) => ({ ...one, answers: one.answers.toSorted((a, b) => b.count - a.count) }))
      .sort((one, other) => place(one) - place(other))
  }
}
