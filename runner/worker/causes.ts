/** One cause, one finding: a violation that follows from another one is told, and only the other is charged. */
import { behind, type Cause, causeOf, following } from '../../language/causes.ts'
import type { Judgement } from './judge.ts'

/** What the requirements of one run came to by themselves, for those that follow from them. */
export class Causes {
  readonly #judged = new Map<
    string,
    { promise: Promise<Judgement>; resolve: (judgement: Judgement) => void }
  >()
  readonly #causes = new Map<string, readonly Cause[]>()
  readonly #wishes = new Set<string>()

  /**
   * Announces a requirement, before any is judged.
   * @param follows from which others its violation may follow; ones that the run does not judge say nothing
   * @param isWish whether it is violated where it warns
   */
  expect(id: string, follows: readonly Cause[] = [], isWish = false): void {
    let resolve: (judgement: Judgement) => void = () => undefined
    const promise = new Promise<Judgement>((settle) => {
      resolve = settle
    })
    this.#judged.set(id, { promise, resolve })
    this.#causes.set(id, follows)
    if (isWish) this.#wishes.add(id)
  }

  /** Says what a requirement came to by itself. */
  tell(judgement: Judgement): void {
    this.#judged.get(judgement.id)?.resolve(judgement)
  }

  /**
   * What becomes of a judgement where it may follow from others: a failure that does is inconclusive and names the
   * first of them. A warning stays one, which charges nobody. Waits for those others only where something failed.
   */
  async charged(judgement: Judgement): Promise<Judgement> {
    if (judgement.verdict !== 'failed') return judgement
    const { id } = judgement
    const others = [...behind(id, this.#causes)].flatMap((other) => this.#judged.get(other)?.promise ?? [])
    const judged = new Map((await Promise.all(others)).map((other) => [other.id, other]))
    const cause = causeOf(id, { causes: this.#causes, wishes: this.#wishes }, judged.set(id, judgement))
    return cause === undefined ? judgement : following(judgement, cause, judged.get(cause)?.reason)
  }
}
