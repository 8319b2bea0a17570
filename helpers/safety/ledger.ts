/** What the run may have left on the target: written down before a request leaves, crossed out after removal. */
import type { Contract } from '../../model/contract.ts'
import { idOf } from '../../model/user.ts'

/** A user that the run asked for and that may exist. */
export interface OpenEntry {
  contract: Contract
  email: string
  id?: string
  /** The child profile in which the user was asked for. */
  profileId?: string
  /** What the target said to the request: absent while nobody knows. */
  answer?: 'accepted' | 'refused'
  /** The same address was asked for again, and whoever came of it has another id. */
  replaced?: true
  /** Only a simulation was asked for so far, which makes nobody. */
  simulated?: true
}

/** Where the ledger is also written to, so that a killed run can be cleaned up. */
export interface LedgerSink {
  planned(entry: OpenEntry): void
  created(entry: OpenEntry): void
  refused(entry: OpenEntry): void
  removed(entry: { contract: Contract; email: string; id?: string }): void
  /** Who was there before: by them a later clean-up knows the organization again. */
  shown?(contract: Contract, ids: readonly string[]): void
}

export class Ledger {
  readonly #entries = new Map<string, OpenEntry>()
  readonly #sinks: readonly LedgerSink[]
  readonly #shown = new Set<Contract>()
  #unasked = 0

  /** @param sinks each of them hears of an entry before the request that it is about leaves */
  constructor(...sinks: LedgerSink[]) {
    this.#sinks = sinks
  }

  /** Notes whom the organization showed before anybody was created, once. */
  shown(contract: Contract, ids: readonly string[]): void {
    if (this.#shown.has(contract) || ids.length === 0) return
    this.#shown.add(contract)
    for (const sink of this.#sinks) sink.shown?.(contract, ids)
  }

  planned(contract: Contract, email: string, profileId?: string, simulated = false): void {
    const entry: OpenEntry = { contract, email, ...(profileId === undefined ? {} : { profileId }) }
    const key = keyOf(entry)
    const known = this.#entries.get(key)
    if (known !== undefined) {
      if (!simulated) delete known.simulated
      return
    }
    if (simulated) entry.simulated = true
    for (const sink of this.#sinks) sink.planned(entry)
    this.#entries.set(key, entry)
  }

  created(contract: Contract, email: string, id: string | undefined, profileId?: string): void {
    const known = this.#entries.get(
      keyOf({ contract, email, ...(profileId === undefined ? {} : { profileId }) }),
    )
    const told = id ?? known?.id
    const entry: OpenEntry = {
      contract,
      email,
      answer: 'accepted',
      ...(told === undefined ? {} : { id: told }),
      ...(profileId === undefined ? {} : { profileId }),
    }
    // The address was asked for again; whoever had it before may still be there.
    if (known?.id !== undefined && known.id !== told)
      this.#entries.set(`${keyOf(known)} ${known.id}`, { ...known, replaced: true })
    for (const sink of this.#sinks) sink.created(entry)
    this.#entries.set(keyOf(entry), entry)
  }

  /**
   * A creation was answered with success although it named no address of the run: whoever it made has to be named
   * all the same.
   */
  createdUnasked(
    contract: Contract,
    { email, id }: { email?: unknown; id?: unknown },
    profileId?: string,
  ): void {
    this.#unasked++
    const address =
      typeof email === 'string' && email !== '' ? email : `no address, creation ${this.#unasked}`
    this.created(contract, address, idOf({ id }), profileId)
  }

  /** A definite refusal created nobody, unless the address was accepted before. */
  refused(contract: Contract, email: string, profileId?: string): void {
    const key = keyOf({ contract, email, ...(profileId === undefined ? {} : { profileId }) })
    const entry = this.#entries.get(key)
    if (entry === undefined || entry.answer !== undefined || entry.id !== undefined) return
    for (const sink of this.#sinks) sink.refused(entry)
    this.#entries.set(key, { ...entry, answer: 'refused' })
  }

  /** Crosses out a user that is seen to be gone, or never to have come. */
  removed(entry: OpenEntry): void {
    const key = keyOf(entry)
    const isEarlier = entry.id !== undefined && this.#entries.has(`${key} ${entry.id}`)
    if (!this.#entries.delete(isEarlier ? `${key} ${entry.id}` : key)) return
    for (const sink of this.#sinks) sink.removed(entry)
  }

  /** What may still exist. */
  open(): OpenEntry[] {
    return [...this.#entries.values()]
  }
}

/**
 * Whether somebody with this address may be in the scope already: the run has asked for them, was not refused, and has
 * not removed them since. Addresses are one in every letter case.
 */
export function mayBeThere(
  ledger: Ledger,
  { contract, email, profileId }: { contract: Contract; email: string; profileId?: string | undefined },
  guard: { isGone(id: string): boolean },
): boolean {
  const isSame = (entry: OpenEntry): boolean =>
    entry.contract === contract &&
    entry.profileId === profileId &&
    entry.email.toLowerCase() === email.toLowerCase()
  return ledger
    .open()
    .some(
      (entry) =>
        isSame(entry) &&
        entry.answer !== 'refused' &&
        entry.simulated !== true &&
        (entry.id === undefined || !guard.isGone(entry.id)),
    )
}

/** Whether a user carries the run's tag, but an address that the run never asked for, or none. */
export function isUnplanned(
  { email, name }: { email?: unknown; name?: unknown },
  guard: { carriesTag(text: unknown): boolean },
  ledger: Ledger,
): boolean {
  if (!guard.carriesTag(email) && !guard.carriesTag(name)) return false
  return !ledger.open().some((entry) => entry.email.toLowerCase() === String(email).toLowerCase())
}

function keyOf(entry: OpenEntry): string {
  return `${entry.contract} ${entry.profileId ?? ''} ${entry.email}`
}
