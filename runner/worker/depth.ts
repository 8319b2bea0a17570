/**
 * Where a run goes deep: once every check of a contract has done what it does, stories are told that would disturb
 * them; what they show is charged to the requirements before these are judged.
 */
import type { Thorough } from '../../helpers/config/thorough.ts'
import type { DeepFindings } from '../../language/deep/explore.ts'
import type { OpenContract } from '../../language/module.ts'
import { cite, deviate } from '../../language/scope.ts'
import type { Contract } from '../../model/contract.ts'

export class Depth {
  readonly #open = new Map<Contract, number>()
  readonly #contracts: ReadonlyMap<Contract, OpenContract>
  readonly #thorough: Thorough
  readonly #found = new Map<Contract, { found: Promise<DeepFindings>; begin: () => void }>()

  constructor(contracts: ReadonlyMap<Contract, OpenContract>, thorough: Thorough) {
    this.#contracts = contracts
    this.#thorough = thorough
  }

  /** Announces a check of the main phase, before any begins. */
  expect(contract: Contract): void {
    this.#open.set(contract, (this.#open.get(contract) ?? 0) + 1)
  }

  /** Says that an announced check has done what it does by itself. */
  ended(contract: Contract): void {
    const left = (this.#open.get(contract) ?? 0) - 1
    this.#open.set(contract, left)
    if (left === 0) this.#of(contract).begin()
  }

  /**
   * Does what a check does, and then adds what the stories have shown. A check that could not be made, because an
   * instrument is not proven, is judged by nothing else either.
   */
  async around(contract: Contract, id: string, check: () => Promise<void> | void): Promise<void> {
    let thrown: unknown
    let failed = false
    try {
      await check()
    } catch (error) {
      thrown = error
      failed = true
    } finally {
      this.ended(contract)
    }
    const found = await this.#of(contract).found
    if (failed) throw thrown
    for (const { finding, exchange, chain } of found.get(id) ?? []) {
      for (const one of chain) cite(one)
      deviate({ ...finding, exchange })
    }
  }

  #of(contract: Contract): { found: Promise<DeepFindings>; begin: () => void } {
    const known = this.#found.get(contract)
    if (known) return known
    let begin = (): void => undefined
    const found = new Promise<void>((resolve) => {
      begin = resolve
    }).then(() => this.#contracts.get(contract)?.deepen?.(this.#thorough) ?? new Map())
    const entry = { found: found.catch(() => new Map()), begin }
    this.#found.set(contract, entry)
    return entry
  }
}
