/**
 * The order of a run: checks side by side, each contract's clean-up as soon as its own are done, then what may do
 * damage, then the closing checks.
 */

import type { Phase } from '../../language/declaration.ts'
import type { Contract } from '../../model/contract.ts'

export class Phases {
  readonly #open: Record<Phase, number> = { main: 0, last: 0, closing: 0 }
  readonly #openMain: Map<Contract, number>
  readonly #cleanUps = new Map<Contract, Promise<void>>()
  readonly #clean: (contract: Contract) => Promise<void>
  #listeners: (() => void)[] = []

  /** @param clean removes what the run created under a contract; called once for each, after its last check of phase `main` */
  constructor(contracts: readonly Contract[], clean: (contract: Contract) => Promise<void>) {
    this.#openMain = new Map(contracts.map((contract) => [contract, 0]))
    this.#clean = clean
  }

  /** Announces a check, before any check begins. */
  expect(phase: Phase, contract: Contract): void {
    this.#open[phase]++
    if (phase === 'main') this.#openMain.set(contract, this.#openMainOf(contract) + 1)
  }

  /** Says that an announced check has ended. */
  ended(phase: Phase, contract: Contract): void {
    this.#open[phase]--
    if (phase === 'main') {
      this.#openMain.set(contract, this.#openMainOf(contract) - 1)
      // Whoever waits for it meets its failure.
      if (this.#openMainOf(contract) === 0) this.#cleanUp(contract).catch(() => undefined)
    }
    for (const listener of this.#listeners.splice(0)) listener()
  }

  /** Waits until checks of `phase` may begin. */
  async enter(phase: Phase): Promise<void> {
    if (phase === 'main') return
    await this.allEnded('main')
    await Promise.all([...this.#openMain.keys()].map((contract) => this.#cleanUp(contract)))
    if (phase === 'closing') await this.allEnded('last')
  }

  /** Waits for the end of every check. */
  async finished(): Promise<void> {
    for (const phase of ['main', 'last', 'closing'] as const) await this.allEnded(phase)
  }

  #openMainOf(contract: Contract): number {
    return this.#openMain.get(contract) ?? 0
  }

  #cleanUp(contract: Contract): Promise<void> {
    const cleanUp = this.#cleanUps.get(contract) ?? this.#clean(contract)
    this.#cleanUps.set(contract, cleanUp)
    return cleanUp
  }

  /** Whether checks of `phase` have not ended yet. */
  isOpen(phase: Phase): boolean {
    return this.#open[phase] > 0
  }

  /** Waits for the end of every check of `phase`. */
  async allEnded(phase: Phase): Promise<void> {
    while (this.isOpen(phase)) {
      await new Promise<void>((resolve) => this.#listeners.push(resolve))
    }
  }
}
