/** One cause, one finding: a violation that follows from another one is told, and only the other is charged. */
import type { Judgement } from './judge.ts'

/** What the requirements of one run came to by themselves, for those that follow from them. */
export class Causes {
  readonly #judged = new Map<
    string,
    { promise: Promise<Judgement>; resolve: (judgement: Judgement) => void }
  >()

  /** Announces a requirement, before any is judged. */
  expect(id: string): void {
    let resolve: (judgement: Judgement) => void = () => undefined
    const promise = new Promise<Judgement>((settle) => {
      resolve = settle
    })
    this.#judged.set(id, { promise, resolve })
  }

  /** Says what a requirement came to by itself. */
  tell(judgement: Judgement): void {
    this.#judged.get(judgement.id)?.resolve(judgement)
  }

  /**
   * What becomes of a judgement where it may follow from others: a violation that does is inconclusive and names the
   * first of them. Waits for those others only where there is a violation.
   * @param follows ids of those others; ones that the run does not judge say nothing
   */
  async charged(judgement: Judgement, follows: readonly string[] = []): Promise<Judgement> {
    if (!isViolation(judgement)) return judgement
    for (const id of follows) {
      const cause = await this.#judged.get(id)?.promise
      if (cause && isViolation(cause)) {
        const reason = `it follows from ${id}: ${cause.reason ?? 'that is violated'}`
        return { ...judgement, verdict: 'inconclusive', reason, deviations: [], follows: id }
      }
    }
    return judgement
  }
}

function isViolation({ verdict }: Judgement): boolean {
  return verdict === 'failed' || verdict === 'warning'
}
