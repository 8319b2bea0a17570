/**
 * Changes of role, all of the run's own users: the companion in the organization, once everybody else is done with it
 * and before it is removed. No invitation is spent on them. Each step begins where the one before it has left the user.
 */

import { eventually } from '../../../helpers/http/eventually.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive, NotOffered, Untested } from '../../../model/outcome.ts'
import { absence, isForeign } from '../client/offered.ts'
import type { CallOptions, RoleBody } from '../client/requests.ts'
import { userOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Subject } from './invitation.ts'
import {
  type ChangeCause,
  changeCauses,
  type FurtherChange,
  type KeyCause,
  refusedChange,
} from './refused-changes.ts'
import type { Removals } from './removals.ts'
import { look, type Sight, scoped } from './sight.ts'

/** A change of role, with what was to be seen before and after it. */
export interface RoleChange {
  subject: Subject
  /** The role that was asked for. */
  role: string
  before: Sight
  answer: Answer
  after: Sight
}

/** The user whose role is to change. */
interface Started {
  subject: Subject
  kept: Sight
  /** A simulated change, and the user after it. */
  probe: Answer
  sight: Sight
}

type Cause = ChangeCause | FurtherChange | KeyCause

/** Refusals that were tried side by side on one user. */
export interface Refusals {
  subject: Subject
  before: Sight
  answers: ReadonlyMap<Cause, PromiseSettledResult<Answer>>
  after: Sight
}

/** What people other than an admin, or members other than the role, might be changed to on the way. */
export const EMBELLISHED = { email: 'somebody.else@example.com', name: 'Somebody Else', status: 'active' }

export class Updates {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #removals: Removals
  readonly #once: Memo
  readonly #consistencyMs: number

  readonly #isPlenty: () => Promise<boolean>

  /**
   * @param consistencyMs how long a change may take to show
   * @param isPlenty whether the target lets a run ask often
   */
  constructor(
    callers: V3Callers,
    guard: Guard,
    removals: Removals,
    once: Memo,
    consistencyMs: number,
    isPlenty: () => Promise<boolean>,
  ) {
    this.#isPlenty = isPlenty
    this.#callers = callers
    this.#guard = guard
    this.#removals = removals
    this.#once = once
    this.#consistencyMs = consistencyMs
  }

  /** Takes every step, so that the user may go. */
  async all(): Promise<void> {
    await Promise.allSettled([this.inCapitals()])
  }

  /**
   * The user whose role is changed, once the target has answered a simulated change of it with something.
   * @throws NotOffered where it has no such operation; Untested or Inconclusive where there is no user to be had
   */
  start(): Promise<Started> {
    return this.#once.do('v3 changes of role', async () => {
      this.#guard.requires('disposable')
      const companion = await this.#removals.companionKept()
      if (companion === undefined) throw new Untested('needs INVITATIONS=auto, or a user that can be spared')
      const { subject, kept } = companion
      if (!kept.user || !kept.entry)
        throw new Inconclusive('the user whose role is to change is not to be seen')
      const body = { role: 'billing', sandbox: true }
      const purpose = 'simulated change of role: is there such an operation?'
      const probe = await this.#callers.admin.changeRole(subject.id, body, { purpose, probe: true })
      const absent = absence(probe)
      const isNothing =
        absent !== undefined && !(succeeded(probe) && (await this.#isEffective(subject, kept)))
      if (isNothing) throw new NotOffered(`PATCH /v3/users/{userId} of a user that there is ${absent}`)
      return { subject, kept, probe, sight: await this.#look(subject, 'the first simulated change of role') }
    })
  }

  /** Whether a change in earnest does something although its answer is none of v3; it is taken back then. */
  async #isEffective(subject: Subject, kept: Sight): Promise<boolean> {
    const apart = { apart: true }
    const purpose = 'change of role: does anything happen?'
    const { answer, after } = await this.change(subject, kept, { role: 'billing' }, purpose, apart)
    const role = kept.user?.role
    if (isForeign(answer) && after.user?.role === role) return false
    await this.change(subject, after, { role: String(role) }, 'the former role again', apart)
    return true
  }

  /** The answer to a change that must be refused. */
  async refusal(cause: ChangeCause): Promise<Answer> {
    // What the configuration lacks is said before anything else.
    refusedChange(cause, this.#callers, this.#guard)
    return resultOf((await this.refusals()).answers.get(cause))
  }

  /** All changes that must be refused, and the user before and after them. */
  refusals(): Promise<Refusals> {
    return this.#once.do('v3 refused changes of role', async () => {
      const { subject, sight } = await this.start()
      return this.refusing(subject, sight, changeCauses(await this.#isPlenty()))
    })
  }

  /** The answers to further ones; none where requests are scarce, or the configuration lacks what they need. */
  async further(...causes: FurtherChange[]): Promise<Answer[]> {
    const { answers } = await this.refusals()
    const missing = (cause: FurtherChange): boolean => {
      const one = answers.get(cause)
      return one === undefined || (one.status === 'rejected' && one.reason instanceof Untested)
    }
    return causes.filter((cause) => !missing(cause)).map((cause) => resultOf(answers.get(cause)))
  }

  /** Keys for replays that must be refused, and the user before and after them. */
  async refusing(subject: Subject, before: Sight, causes: readonly Cause[]): Promise<Refusals> {
    const ask = async (cause: Cause): Promise<Answer> => {
      const { caller, body, text, ...more } = refusedChange(cause, this.#callers, this.#guard)
      const options = { purpose: `must be refused: ${cause}`, ...more }
      return text === undefined
        ? caller.changeRole(subject.id, body, options)
        : caller.changeRoleByText(subject.id, text, options)
    }
    const results = await Promise.allSettled(causes.map(ask))
    const answers = new Map(
      causes.map((cause, index) => [cause, results[index] as PromiseSettledResult<Answer>]),
    )
    return { subject, before, answers, after: await this.#look(subject, 'the refused changes of role') }
  }

  /** A simulated change. */
  simulated(): Promise<RoleChange> {
    return this.#step('v3 simulated change of role', () => this.refusals(), 'admin', { sandbox: true })
  }

  /** The first change in earnest, without a word of sandbox. */
  changed(): Promise<RoleChange> {
    return this.#step('v3 change of role', () => this.simulated(), 'billing')
  }

  /** The role that the user has by now. */
  again(): Promise<RoleChange> {
    return this.#step('v3 change to the same role', () => this.changed(), 'billing')
  }

  /** To the greatest role, with `sandbox: false`. */
  promoted(): Promise<RoleChange> {
    return this.#step('v3 change of role to admin', () => this.again(), 'admin', { sandbox: false })
  }

  /** A simulated change of somebody who is an admin: what the ladder rests on. */
  rehearsed(): Promise<RoleChange> {
    return this.#step('v3 simulated change of an admin', () => this.promoted(), 'developer', {
      sandbox: true,
    })
  }

  /** A change that asks for other members, too. */
  embellished(): Promise<RoleChange> {
    return this.#step('v3 change of role and more', () => this.rehearsed(), 'developer', EMBELLISHED)
  }

  /** A role that is there, but for its letter case. */
  inCapitals(): Promise<RoleChange> {
    return this.#step('v3 change to a role in capitals', () => this.embellished(), 'BILLING')
  }

  /** Somebody whom there is not. */
  unknown(): Promise<Answer> {
    return this.#ofNobody(
      'v3 change of role of nobody',
      this.#guard.unknownId('change of role'),
      'unknown id',
    )
  }

  /** An id that is no UUID. */
  malformed(): Promise<Answer> {
    return this.#ofNobody('v3 change of role of a malformed id', this.#guard.malformedId(), 'malformed id')
  }

  /** Without a key, somebody whom there is not. */
  unknownByNobody(): Promise<Answer> {
    const key = 'v3 change of role of nobody, by nobody'
    return this.#ofNobody(
      key,
      this.#guard.unknownId('change of role without key'),
      'unknown id, without key',
      'nobody',
    )
  }

  /** Asks in earnest, and looks until the role shows. */
  async change(
    subject: Subject,
    before: Sight,
    body: RoleBody & { role: string },
    purpose: string,
    more: Pick<CallOptions, 'idempotencyKey' | 'profileSpelt' | 'apart'> = {},
  ): Promise<RoleChange> {
    const options = { ...scoped(subject, purpose), ...more }
    const answer = await this.#callers.admin.changeRole(subject.id, body, options)
    const isDone = succeeded(answer) && body.sandbox !== true
    const wanted = isDone ? (userOf(answer)?.role ?? body.role) : undefined
    const after = await eventually(
      () => look(this.#callers.admin, subject, `after: ${purpose}`),
      ({ user, entry }) => !isDone || (user?.role === wanted && entry?.role === wanted),
      ({ get, list }) => [get, list],
      this.#consistencyMs,
    )
    return { subject, role: body.role, before, answer, after }
  }

  #step(
    key: string,
    former: () => Promise<{ subject: Subject; after: Sight }>,
    role: string,
    more: RoleBody = {},
  ): Promise<RoleChange> {
    return this.#once.do(key, async () => {
      const { subject, after } = await former()
      return this.change(subject, after, { ...more, role }, key.slice('v3 '.length))
    })
  }

  #ofNobody(key: string, id: string, purpose: string, by: 'admin' | 'nobody' = 'admin'): Promise<Answer> {
    return this.#once.do(key, async () => {
      await this.start()
      return this.#callers[by].changeRole(id, { role: 'billing' }, { purpose: `change of role: ${purpose}` })
    })
  }

  /** The user as it is just now. */
  seen(subject: Subject): Promise<Sight> {
    return this.#look(subject, 'what was changed so far')
  }

  #look(subject: Subject, what: string): Promise<Sight> {
    return look(this.#callers.admin, subject, `after ${what}`)
  }
}

/** What a change in earnest came to. @throws Inconclusive where the target has reasons of its own not to make it */
export function made(change: RoleChange): RoleChange {
  const { answer } = change
  // Nobody says that an invited user has a role to change, and the run has no others.
  if (REFUSES_INVITED.includes(answer.status)) {
    throw new Inconclusive(
      `the change of role was answered ${answer.status}: the users of a run are invited, and whether their roles may be changed is not said`,
    )
  }
  return change
}

const REFUSES_INVITED: readonly number[] = [400, 409, 422]

/** The answer, or what kept it away. */
export function resultOf(result: PromiseSettledResult<Answer> | undefined): Answer {
  if (result === undefined) throw new Inconclusive('it was not tried')
  if (result.status === 'rejected') throw result.reason
  return result.value
}
