/** Addresses of the run's users, asked for once more: in other words, by others, and more than once. */
import type { Memo } from '../../../language/memo.ts'
import type { V1Caller } from '../client/caller.ts'
import { type Asking, type Creation, needed } from './asking.ts'
import type { Plenty } from './plenty.ts'
import { soundRequest } from './requests.ts'

/** Whose address is asked for, and how often it was before. */
export const DUPLICATES = ['member', 'member again', 'admin', 'marks'] as const
/** In which other ways an address is asked for where requests are plenty. */
export const FURTHER_DUPLICATES = ['exact', 'by another caller', 'blanks', 'other case'] as const
export type Duplicate = (typeof DUPLICATES)[number] | (typeof FURTHER_DUPLICATES)[number]

/** Users whose addresses can be asked for again. */
const OWNERS = {
  member: 'resident',
  'member again': 'resident',
  exact: 'resident',
  'by another caller': 'resident',
  blanks: 'resident',
  admin: 'leaver',
  marks: 'witness',
  'other case': 'long',
} as const satisfies Record<Duplicate, string>
type Owner = (typeof OWNERS)[Duplicate]

/** Those users, and how they read. */
export interface Owners {
  of(owner: Owner): Promise<Creation>
  /** Resolves once the users are read who should not be asked for again before. */
  read(...owners: Owner[]): Promise<unknown>
}

export class Duplicates {
  readonly #asking: Asking
  readonly #owners: Owners
  readonly #plenty: Plenty
  readonly #once: Memo

  constructor(asking: Asking, owners: Owners, plenty: Plenty, once: Memo) {
    this.#asking = asking
    this.#owners = owners
    this.#plenty = plenty
    this.#once = once
  }

  /** Asks for a taken address. */
  of(which: Duplicate): Promise<Creation> {
    return this.#once.do(`v1 duplicate: ${which}`, async () => {
      const owner = await this.#owner(which)
      if (which === 'member again') await this.of('member')
      if (which === 'exact') return this.#exactly(owner)
      const other = which.startsWith('member')
        ? (await this.#owners.of('leaver')).role
        : roleBeside(owner.role)
      const fresh = { ...this.#asking.fresh('duplicate'), email: owner.email }
      const purpose = `a taken address (${which}), another name and role`
      const { request, caller, email } = this.#worded(which, fresh, other)
      return this.#asking.ask(caller, { ...fresh, email }, other, request, purpose)
    })
  }

  /** All of them, those that could be asked for. */
  async all(): Promise<{ which: Duplicate; creation: Creation }[]> {
    const all: readonly Duplicate[] = [...DUPLICATES, ...(await this.#plenty.of(FURTHER_DUPLICATES))]
    const asked = await Promise.allSettled(all.map((which) => this.of(which)))
    return asked.flatMap((one, index) => {
      const which = all[index]
      return one.status === 'fulfilled' && which !== undefined ? [{ which, creation: one.value }] : []
    })
  }

  /** The same address, name and role once more. */
  #exactly({ email, name, role }: Creation): Promise<Creation> {
    const request = soundRequest({ email, name }, role)
    const purpose = 'a creation that was asked for before, word for word'
    return this.#asking.ask(this.#asking.callers.manager, { email, name }, role, request, purpose)
  }

  /** How the address is written, and who asks for it. */
  #worded(
    which: Duplicate,
    fresh: { email: string; name: string },
    role: string,
  ): { request: ReturnType<typeof soundRequest>; caller: V1Caller; email: string } {
    const { manager } = this.#asking.callers
    const { email } = fresh
    const request = soundRequest(fresh, role)
    if (which === 'by another caller') return { request, caller: this.#asking.callers.restricted, email }
    if (which === 'blanks') {
      // Whoever comes of it has the address with the blanks or without; it is remembered without.
      return { request: soundRequest(fresh, role, { email: ` ${email} ` }), caller: manager, email }
    }
    if (which !== 'other case') return { request, caller: manager, email }
    const other = email.toUpperCase()
    return { request: soundRequest({ ...fresh, email: other }, role), caller: manager, email: other }
  }

  async #owner(which: Duplicate): Promise<Creation> {
    const owner = OWNERS[which]
    // How these read before is what shows whether the duplicate changes them.
    if (owner === 'long') await this.#owners.read('long').catch(() => undefined)
    else if (owner !== 'resident') await this.#owners.read('leaver', 'witness').catch(() => undefined)
    return needed(this.#owners.of(owner))
  }
}

/** Both roles of the documents' examples are known to be taken where one is. */
function roleBeside(role: string): string {
  return role === 'admin' ? 'member' : role
}
