/**
 * Who is the run's own: whom the target shows with the run's tag, under an address that the run asked for or under the
 * id that a creation answered. A tag alone is no proof: somebody else may carry it, and is told of.
 */
import type { Contract } from '../../model/contract.ts'
import { idOf, type User } from '../../model/user.ts'
import { isElderThan, isOlderThan } from './elder.ts'
import type { LedgerSink, OpenEntry } from './ledger.ts'

/** Somebody who carries the run's tag, but is not the run's. */
export interface Unasked {
  contract: Contract
  id: string
  user: User
  /** Whether they have an address that the run asked for, and were there before. */
  isElder: boolean
}

/** Listens to what the ledger writes down. */
export class OwnUsers implements LedgerSink {
  /** Stands in everything that the run asks for. */
  readonly tag: string
  readonly #asked = new Set<string>()
  /** Addresses for which a creation answered an id, by id. */
  readonly #told = new Map<string, Set<string>>()
  readonly #own = new Set<string>()
  readonly #foreign = new Set<string>()
  /** Contracts under which somebody may have been there before whom nobody saw. */
  readonly #unseen = new Set<Contract>()
  readonly #unasked = new Map<string, Unasked>()
  /** Ids under which a read shows somebody else: what is done to them is done to that person. */
  readonly #taken = new Set<string>()
  readonly #startedMs: number

  /** @param startedMs when the run began, in milliseconds since 1970 */
  constructor(tag: string, startedMs = Date.now()) {
    this.tag = tag
    this.#startedMs = startedMs
  }

  planned({ email }: OpenEntry): void {
    this.#asked.add(email.toLowerCase())
  }

  created({ email, id }: OpenEntry): void {
    if (id === undefined) return
    const addresses = this.#told.get(id) ?? new Set()
    this.#told.set(id, addresses.add(email.toLowerCase()))
    if (this.isAmbiguous(id)) this.#own.delete(id)
    const seen = this.#unasked.get(id)
    // A list that was read meanwhile may have shown them before their creation was answered.
    if (seen !== undefined) this.confirm(seen.contract, seen.user)
  }

  refused(): void {}

  removed(): void {}

  /** Remembers users that were there before the run. */
  foreign(ids: Iterable<string>): void {
    for (const id of ids) this.#foreign.add(id)
  }

  /** Remembers that not everybody was seen who was there before: then age alone tells who was. */
  unseenBefore(contract: Contract): void {
    this.#unseen.add(contract)
  }

  isForeign(id: string): boolean {
    return this.#foreign.has(id)
  }

  /** Whether an address or a name carries the run's tag. */
  carriesTag(text: unknown): boolean {
    return typeof text === 'string' && text.toLowerCase().includes(this.tag)
  }

  /** Takes a user whom the target shows for the run's own, where the run has asked for them. */
  confirm(contract: Contract, user: User): void {
    const { email, name } = user
    const shown = idOf(user)
    // Most people of a list carry none, so that nothing else is looked for.
    if (!this.carriesTag(email) && !this.carriesTag(name)) return
    if (shown === undefined || this.#foreign.has(shown) || this.isAmbiguous(shown)) return
    const isElder = this.#unseen.has(contract)
      ? isOlderThan(this.#startedMs, user)
      : isElderThan(this.#startedMs, user) && !this.carriesTag(name)
    if (!isElder && (this.#isAsked(email) || this.#told.has(shown))) {
      this.#own.add(shown)
      this.#unasked.delete(shown)
    } else if (!this.#own.has(shown)) {
      this.#unasked.set(shown, { contract, id: shown, user, isElder })
    }
  }

  /**
   * Looks at what a read by an id shows: where it is somebody else, nobody may be touched under that id any more.
   * @returns whether it shows somebody who is not the run's
   */
  read(id: string, { email, name }: User): boolean {
    if (typeof email !== 'string' || email === '') return false
    const isOurs = this.#isAsked(email) || this.carriesTag(email) || this.carriesTag(name)
    if (isOurs) this.#taken.delete(id)
    else if (this.#own.has(id) || this.#told.has(id)) this.#taken.add(id)
    return !isOurs
  }

  /** Whether the latest read by this id, which the run was told of, showed somebody who is not the run's. */
  isTaken(id: string): boolean {
    return this.#taken.has(id)
  }

  isOwn(id: string): boolean {
    return this.#own.has(id)
  }

  #isAsked(email: unknown): boolean {
    return typeof email === 'string' && this.#asked.has(email.toLowerCase())
  }

  /** Whether creations of several addresses answered this id, so that nobody knows whose it is. */
  isAmbiguous(id: string): boolean {
    return (this.#told.get(id)?.size ?? 0) > 1
  }

  /** Who carries the tag, but is not the run's. */
  unasked(contract: Contract): Unasked[] {
    return [...this.#unasked.values()].filter((one) => one.contract === contract)
  }
}
