/** Changes of role under a key for replays, on the user whose role the run may change. */

import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, asObject, succeeded } from '../../../model/answer.ts'
import { NotOffered } from '../../../model/outcome.ts'
import type { V3Callers } from './callers.ts'
import { KEY_CAUSES, type KeyCause, refusedChange } from './refused-changes.ts'
import { freshKey, longestKey } from './replay-keys.ts'
import { made, type Refusals, type RoleChange, resultOf, type Updates } from './updates.ts'

/** What was asked for under one key, in this order. */
export interface Replay {
  /** Under a new key. */
  first: RoleChange
  /** Without a key, so that the first effect can be told from a second one. */
  between: RoleChange
  /** The first request once more. */
  repeated: RoleChange
  /** Under the same key, with another role. */
  other: RoleChange
}

export class Replays {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #updates: Updates
  readonly #once: Memo
  /** Takes the steps of others with the same user. */
  readonly #former: () => Promise<unknown>
  /** Whether another operation has shown that the target knows keys for replays. */
  readonly #elsewhere: () => Promise<boolean>

  constructor(
    callers: V3Callers,
    guard: Guard,
    updates: Updates,
    once: Memo,
    former: () => Promise<unknown>,
    elsewhere: () => Promise<boolean>,
  ) {
    this.#callers = callers
    this.#guard = guard
    this.#updates = updates
    this.#once = once
    this.#former = former
    this.#elsewhere = elsewhere
  }

  /** Takes every step, so that the user may go. */
  async all(): Promise<void> {
    await Promise.allSettled([this.longest()])
  }

  /** Keys that must be refused, and the user before and after them. */
  refusals(): Promise<Refusals> {
    return this.#once.do('v3 refused keys for replays', async () => {
      await this.#former()
      const { subject } = await this.#updates.start()
      return this.#updates.refusing(subject, await this.#updates.seen(subject), KEY_CAUSES)
    })
  }

  /** The answer to a key that must be refused. */
  async refusal(cause: KeyCause): Promise<Answer> {
    refusedChange(cause, this.#callers, this.#guard)
    return resultOf((await this.refusals()).answers.get(cause))
  }

  /** A change repeated. Keys are used once, and never for a simulation. */
  replay(): Promise<Replay> {
    return this.#once.do('v3 replays', async () => {
      const { subject, after } = await this.refusals()
      const key = freshKey(this.#guard, 'repeated')
      const ask = (before: RoleChange['before'], role: string, purpose: string, under?: string) =>
        this.#updates.change(
          subject,
          before,
          { role },
          purpose,
          under === undefined ? {} : { idempotencyKey: under },
        )
      // To ask for the role that somebody has may be refused.
      const isBilling = after.user?.role === 'billing'
      const [role, another] = isBilling ? ['developer', 'billing'] : ['billing', 'developer']
      const first = made(await ask(after, role, 'change of role under a key', key))
      const between = await ask(first.after, 'admin', 'change of role between replays')
      const repeated = await ask(between.after, role, 'the same change under the same key', key)
      const other = await ask(repeated.after, another, 'another change under the same key', key)
      return { first, between, repeated, other }
    })
  }

  /** A change under a new key of the greatest length. */
  longest(): Promise<RoleChange> {
    return this.#once.do('v3 longest key for replays', async () => {
      const { other } = await this.replay()
      const role = other.after.user?.role === 'billing' ? 'developer' : 'billing'
      return this.#updates.change(other.subject, other.after, { role }, 'change under the longest key', {
        idempotencyKey: longestKey(this.#guard),
      })
    })
  }

  /** @throws NotOffered where nothing shows that the target knows keys for replays */
  async offered(): Promise<Replay> {
    const replay = await this.replay()
    if ((await this.isShown()) || (await this.#elsewhere())) return replay
    throw new NotOffered(
      'neither is a malformed Idempotency-Key refused, nor does a repeated request go without an effect',
    )
  }

  /** Whether changes of role show that the target knows keys for replays; false where there are none. */
  async isShown(): Promise<boolean> {
    const [refusals, replay] = await Promise.allSettled([this.refusals(), this.replay()])
    if (refusals.status === 'rejected' || replay.status === 'rejected') return false
    const isRefused = [...refusals.value.answers.values()].some(
      (one) => one.status === 'fulfilled' && one.value.status === 400,
    )
    const { first, between, repeated } = replay.value
    // Where changes have no effect anyway, repeated ones have none either.
    const isWorking = [first, between].every(
      ({ answer, after, role }) => succeeded(answer) && after.user?.role === role,
    )
    if (!isWorking) return false
    const isEffective = repeated.after.user?.role !== between.after.user?.role
    return isRefused || isMarked(repeated.answer) || !isEffective
  }
}

/** Whether an answer says that it is a replay. */
export function isMarked({ headers }: Answer): boolean {
  return headers['idempotent-replayed']?.toLowerCase() === 'true'
}

/** Whether one answer repeats another: all but the meta, which may tell of the repetition. */
export function isSameAnswer(first: Answer, second: Answer): boolean {
  return first.status === second.status && dataOf(first) === dataOf(second)
}

function dataOf({ json }: Answer): string {
  return JSON.stringify((json as { data?: unknown } | undefined)?.data)
}

/** The id of a request, as its answer tells it; undefined where it does not. */
export function requestIdOf({ headers, json }: Answer): string | undefined {
  const id = asObject(asObject(json)?.meta)?.request_id
  return typeof id === 'string' ? id : headers['x-request-id']
}
