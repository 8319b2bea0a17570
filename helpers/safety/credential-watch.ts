/**
 * Notices that a credential which worked has stopped working: an answer of 401 is then no judgement of the target.
 * What worked before is asked for once more first, so that a target which wrongly answers one request with 401 is not
 * taken for that.
 */
import type { Answer } from '../../model/answer.ts'
import { Inconclusive } from '../../model/outcome.ts'

export class CredentialWatch {
  /** How to repeat a read that was not answered with 401, by variable. */
  readonly #worked = new Map<string, () => Promise<Answer>>()
  readonly #expired = new Map<string, string>()

  /**
   * What an answer to this credential says of it.
   * @param variable that holds the credential
   * @param again sends the same request once more; absent for what must not be repeated
   * @throws Inconclusive where the credential worked before and does not any more
   */
  async seen(variable: string, answer: Answer, again?: () => Promise<Answer>): Promise<void> {
    if (answer.status !== 401) {
      if (again !== undefined && !this.#worked.has(variable)) this.#worked.set(variable, again)
      return
    }
    const worked = this.#worked.get(variable)
    if (worked === undefined) return
    if (!this.#expired.has(variable) && (await worked()).status === 401) {
      this.#expired.set(
        variable,
        `${variable} has stopped working: it was accepted before, and is answered with 401 since ${answer.exchange.startedAt}. It may have expired, or been revoked; what came after that is not judged`,
      )
    }
    const reason = this.#expired.get(variable)
    if (reason !== undefined) throw new Inconclusive(reason)
  }
}
