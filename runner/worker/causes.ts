/** One cause, one finding: a violation that follows from another one is told, and only the other is charged. */
import type { Cause } from '../../language/causes.ts'
import type { Judgement } from './judge.ts'

/** A requirement of the run: what it comes to by itself, and from which others its violation may follow. */
interface Expected {
  judged: Promise<Judgement>
  tell: (judgement: Judgement) => void
  follows: readonly Cause[]
}

/** What the requirements of one run came to by themselves, for those that follow from them. */
export class Causes {
  readonly #expected = new Map<string, Expected>()

  /**
   * Announces a requirement, before any is judged.
   * @param follows from which others its violation may follow; ones that the run does not judge say nothing
   */
  expect(id: string, follows: readonly Cause[] = []): void {
    let tell: Expected['tell'] = () => undefined
    const judged = new Promise<Judgement>((settle) => {
      tell = settle
    })
    this.#expected.set(id, { judged, tell, follows })
  }

  /** Says what a requirement came to by itself. */
  tell(judgement: Judgement): void {
    this.#expected.get(judgement.id)?.tell(judgement)
  }

  /**
   * What becomes of a judgement where it may follow from others: a failure that does is inconclusive and names the
   * first of them. A warning stays one, which charges nobody. Waits for those others only where something failed.
   */
  async charged(judgement: Judgement): Promise<Judgement> {
    if (judgement.verdict !== 'failed') return judgement
    for await (const cause of this.#violatedCauses(judgement)) {
      const { id } = cause
      // Of those that follow from each other one has to stay charged.
      if (id > judgement.id && (await this.#leadsTo(cause, judgement.id))) continue
      const reason = `it follows from ${id}: ${cause.reason ?? 'that is violated'}`
      return { ...judgement, verdict: 'inconclusive', reason, deviations: [], follows: id }
    }
    return judgement
  }

  /** The violations from which a violation follows, in the order of its declaration. */
  async *#violatedCauses(judgement: Judgement): AsyncGenerator<Judgement> {
    if (!isViolation(judgement)) return
    for (const cause of this.#expected.get(judgement.id)?.follows ?? []) {
      const { of, given, lacking } = typeof cause === 'string' ? { of: cause } : { ...cause }
      if (given !== undefined && !(await this.#holds(given))) continue
      if (lacking !== undefined && (await this.#holds(lacking))) continue
      const found = await this.#expected.get(of)?.judged
      if (found && isViolation(found)) yield found
    }
  }

  async #holds(id: string): Promise<boolean> {
    return (await this.#expected.get(id)?.judged)?.verdict === 'passed'
  }

  /** Whether a violation follows from another one, over however many between them. */
  async #leadsTo(from: Judgement, id: string, seen = new Set<string>()): Promise<boolean> {
    seen.add(from.id)
    for await (const cause of this.#violatedCauses(from)) {
      if (cause.id === id) return true
      if (!seen.has(cause.id) && (await this.#leadsTo(cause, id, seen))) return true
    }
    return false
  }
}

function isViolation({ verdict }: Judgement): boolean {
  return verdict === 'failed' || verdict === 'warning'
}
