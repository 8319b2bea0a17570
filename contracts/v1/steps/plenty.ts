/**
 * Whether a run may try its promises in every form that it knows. A target that announces a limit of requests is spared
 * the rarer ones; no page of v1 mentions such a limit, so that one that announces none is taken to have none.
 */
import type { Config } from '../../../helpers/config/config.ts'
import type { Memo } from '../../../language/memo.ts'
import type { Answer } from '../../../model/answer.ts'

/** Headers that announce a limit, in lower case as answers have them. */
const ANNOUNCING = ['x-ratelimit-limit', 'ratelimit-limit']

export class Plenty {
  readonly #budget: Config['invitations']
  readonly #once: Memo
  readonly #firstAnswers: () => Promise<unknown>
  #isAnnounced = false

  /** @param firstAnswers resolves once the answers are there that have to announce a limit where there is one */
  constructor(budget: Config['invitations'], once: Memo, firstAnswers: () => Promise<unknown>) {
    this.#budget = budget
    this.#once = once
    this.#firstAnswers = firstAnswers
  }

  /** Looks whether an answer announces a limit. */
  readonly heed = ({ headers }: Answer): void => {
    this.#isAnnounced ||= ANNOUNCING.some((name) => headers[name] !== undefined)
  }

  /** Whether requests are plenty; decided once for the whole run. */
  readonly isGiven = (): Promise<boolean> =>
    this.#once.do('v1 plenty', async () => {
      if (this.#budget !== 'auto') return this.#budget === 'many'
      await this.#firstAnswers().catch(() => undefined)
      return !this.#isAnnounced
    })

  /** Some where requests are plenty, none where they are not. */
  async of<T>(items: readonly T[]): Promise<readonly T[]> {
    return (await this.isGiven()) ? items : []
  }
}
