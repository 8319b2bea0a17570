/** Addresses of the run's users, asked for once more: with another name, another role, and more than once. */
import type { Memo } from '../../../language/memo.ts'
import { type Asking, type Creation, needed } from './asking.ts'
import { soundRequest } from './requests.ts'

/** Whose address is asked for, and how often it was before. */
export const DUPLICATES = ['member', 'member again', 'admin', 'marks'] as const
export type Duplicate = (typeof DUPLICATES)[number]

/** Users whose addresses can be asked for again. */
export interface Owners {
  resident(): Promise<Creation>
  leaver(): Promise<Creation>
  witness(): Promise<Creation>
  /** Resolves once the users are read who should not be asked for again before. */
  read(): Promise<unknown>
}

export class Duplicates {
  readonly #asking: Asking
  readonly #owners: Owners
  readonly #once: Memo

  constructor(asking: Asking, owners: Owners, once: Memo) {
    this.#asking = asking
    this.#owners = owners
    this.#once = once
  }

  /** Asks for a taken address. */
  of(which: Duplicate): Promise<Creation> {
    return this.#once.do(`v1 duplicate: ${which}`, async () => {
      const { email, role } = await this.#owner(which)
      if (which === 'member again') await this.of('member')
      const other = which.startsWith('member') ? (await this.#owners.leaver()).role : roleBeside(role)
      const fresh = { ...this.#asking.fresh('duplicate'), email }
      const request = soundRequest(fresh, other)
      const purpose = `a taken address (${which}), another name and role`
      return this.#asking.ask(this.#asking.callers.manager, fresh, other, request, purpose)
    })
  }

  /** All of them, those that could be asked for. */
  async all(): Promise<{ which: Duplicate; creation: Creation }[]> {
    const asked = await Promise.allSettled(DUPLICATES.map((which) => this.of(which)))
    return asked.flatMap((one, index) => {
      const which = DUPLICATES[index]
      return one.status === 'fulfilled' && which !== undefined ? [{ which, creation: one.value }] : []
    })
  }

  async #owner(which: Duplicate): Promise<Creation> {
    if (which === 'member' || which === 'member again') return needed(this.#owners.resident())
    // How these read before is what shows whether the duplicate changes them.
    await this.#owners.read().catch(() => undefined)
    return needed(which === 'admin' ? this.#owners.leaver() : this.#owners.witness())
  }
}

/** Both roles of the documents' examples are known to be taken where one is. */
function roleBeside(role: string): string {
  return role === 'admin' ? 'member' : role
}
