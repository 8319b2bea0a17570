/** The order of a run: checks side by side, then the clean-up, then what may do damage, then the closing checks. */
import type { Phase } from './definition.ts'

export class Phases {
  #open: Record<Phase, number> = { main: 0, last: 0, closing: 0 }
  #listeners: (() => void)[] = []
  #cleanUp: Promise<void> | undefined
  readonly #clean: () => Promise<void>

  /** @param clean removes what the run created; called once, after the last check of phase `main` */
  constructor(clean: () => Promise<void>) {
    this.#clean = clean
  }

  /** Announces a check, before any check begins. */
  expect(phase: Phase): void {
    this.#open[phase]++
  }

  /** Says that an announced check has ended. */
  ended(phase: Phase): void {
    this.#open[phase]--
    for (const listener of this.#listeners.splice(0)) listener()
  }

  /** Waits until checks of `phase` may begin. */
  async enter(phase: Phase): Promise<void> {
    if (phase === 'main') return
    await this.#allEnded('main')
    this.#cleanUp ??= this.#clean()
    await this.#cleanUp
    if (phase === 'closing') await this.#allEnded('last')
  }

  /** Waits for the end of every check. */
  async finished(): Promise<void> {
    for (const phase of ['main', 'last', 'closing'] as const) await this.#allEnded(phase)
  }

  async #allEnded(phase: Phase): Promise<void> {
    while (this.#open[phase] > 0) {
      await new Promise<void>((resolve) => this.#listeners.push(resolve))
    }
  }
}
