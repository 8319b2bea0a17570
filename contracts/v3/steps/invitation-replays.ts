/**
 * The invitation of the companion repeated under its key for replays, once the companion is removed and everybody has
 * looked: whoever is there then came of the repetition. No new invitation is spent on it, and no list of the documents
 * shows what may come of it.
 */

import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive, NotOffered, Untested } from '../../../model/outcome.ts'
import { byEmail, usersOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Invitation } from './invitation.ts'
import type { Invitations } from './invitations.ts'
import type { Removals } from './removals.ts'
import { KEY_WITH_BLANK, TOO_LONG_KEY } from './replay-keys.ts'
import { isMarked, isSameAnswer } from './replays.ts'

/** An invitation that must have no effect, and the list after it. */
export interface KeyedInvitation {
  email: string
  answer: Answer
  list: Answer
}

/** The invitation of somebody who is gone, and the same once more under its key. */
export interface InvitationReplay {
  first: Invitation & { key: string }
  repeated: KeyedInvitation
}

export class InvitationReplays {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #invitations: Invitations
  readonly #removals: Removals
  readonly #once: Memo
  readonly #domain: string
  readonly #looked: () => Promise<unknown>
  readonly #elsewhere: () => Promise<boolean>

  /**
   * @param domain of new addresses
   * @param looked waits until the documents' checks have seen what they look at
   * @param elsewhere whether another operation has shown that the target knows keys for replays
   */
  constructor(
    callers: V3Callers,
    guard: Guard,
    steps: { invitations: Invitations; removals: Removals },
    once: Memo,
    domain: string,
    looked: () => Promise<unknown>,
    elsewhere: () => Promise<boolean>,
  ) {
    this.#callers = callers
    this.#guard = guard
    this.#invitations = steps.invitations
    this.#removals = steps.removals
    this.#once = once
    this.#domain = domain
    this.#looked = looked
    this.#elsewhere = elsewhere
  }

  /**
   * The repetition. @throws NotOffered where the target refuses invitations under a key; Untested or Inconclusive where
   * nobody was invited under one, or is not seen to be gone
   */
  replay(): Promise<InvitationReplay> {
    return this.#once.do('v3 replay of an invitation', async () => {
      this.#guard.requires('disposable')
      const first = await this.#invitations.companion()
      if (first === undefined)
        throw new Untested('needs INVITATIONS=auto, or an invitation that can be spared')
      const { key, refusedKey } = first
      if (refusedKey !== undefined) {
        throw new NotOffered(
          `an invitation under an Idempotency-Key was answered ${refusedKey.status}, and made without one`,
        )
      }
      if (key === undefined || !succeeded(first.answer))
        throw new Inconclusive('nobody was invited under a key')
      const removal = await this.#removals.companion()
      const isGone = removal && succeeded(removal.answer) && !removal.after.user && !removal.after.entry
      if (!isGone) throw new Inconclusive('who was invited under a key was not seen to be removed')
      await this.#looked()
      const { email, name, role, charset = false } = first
      const answer = await this.#callers.admin.inviteUnderKey(
        { email, name, role },
        { purpose: 'the same invitation under the same key', idempotencyKey: key, charset },
      )
      const list = await this.#list('after the repeated invitation')
      return { first: { ...first, key }, repeated: { email, answer, list } }
    })
  }

  /**
   * What the invitation came to under its key, where it was made without one alone, and changes of role show that the
   * target knows keys; undefined otherwise.
   */
  async refusedKey(): Promise<Answer | undefined> {
    const refused = (await this.#invitations.companion())?.refusedKey
    return refused !== undefined && (await this.#elsewhere()) ? refused : undefined
  }

  /** Whether the repetition shows that the target knows keys for replays. */
  async isShown(): Promise<boolean> {
    const replay = await this.replay().catch(() => undefined)
    if (replay === undefined) return false
    const { first, repeated } = replay
    return isMarked(repeated.answer) || isSameAnswer(first.answer, repeated.answer)
  }

  /** @throws NotOffered where nothing shows that the target knows keys for replays */
  async offered(): Promise<InvitationReplay> {
    const replay = await this.replay()
    if ((await this.isShown()) || (await this.#elsewhere())) return replay
    throw new NotOffered(
      `the same invitation under the same Idempotency-Key was answered ${replay.repeated.answer.status}, not as a replay`,
    )
  }

  /** Somebody else invited under the same key; only where the target knows keys. */
  other(): Promise<KeyedInvitation> {
    return this.#once.do('v3 another invitation under the same key', async () => {
      const { first } = await this.offered()
      return this.#strange('another-under-key', first.key, 'another invitation under the same key')
    })
  }

  /** Invitations under keys that are none; only where the target knows keys. */
  malformed(): Promise<KeyedInvitation[]> {
    return this.#once.do('v3 invitations under malformed keys', async () => {
      await this.other()
      const tooLong = await this.#strange('key-too-long', TOO_LONG_KEY, 'key for replays of 256 characters')
      return [tooLong, await this.#strange('key-blank', KEY_WITH_BLANK, 'key for replays with a blank')]
    })
  }

  /** Invites somebody new under a key that must keep them away. */
  async #strange(slug: string, idempotencyKey: string, purpose: string): Promise<KeyedInvitation> {
    const email = this.#guard.email(slug, this.#domain)
    const body = { email, name: this.#guard.name(slug), role: 'billing' }
    const answer = await this.#callers.admin.inviteUnderKey(body, { purpose, idempotencyKey })
    return { email, answer, list: await this.#list(`after: ${purpose}`) }
  }

  #list(when: string): Promise<Answer> {
    return this.#callers.admin.list({ purpose: `list ${when}` })
  }
}

/** Whether a list shows somebody under an address; undefined where it is none. */
export function isListed({ email, list }: KeyedInvitation): boolean | undefined {
  const users = usersOf(list)
  return users && byEmail(users, email).length > 0
}
