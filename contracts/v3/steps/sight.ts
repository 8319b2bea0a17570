/** What the target shows of one user of the run, alone and in the list, at one moment. */
import { eventually } from '../../../helpers/http/eventually.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import type { V3Caller } from '../client/caller.ts'
import { byId, changesOf, userOf, usersOf, type V3User } from '../client/user.ts'
import type { Subject } from './invitation.ts'

/** What the target shows of a user at one moment. */
export interface Sight {
  get: Answer
  list: Answer
  /** From the get answer; undefined when it shows none. */
  user: V3User | undefined
  /** From the list. */
  entry: V3User | undefined
}

/** A sight for which the list alone may have been looked at. */
export type ListSight = Omit<Sight, 'get'> & Partial<Pick<Sight, 'get'>>

/** A sight, and of whom. */
export type SubjectSight = Sight & { subject: Subject }

/** A removal, with what was to be seen before and after it. */
export interface Removal<After = Sight> {
  subject: Subject
  before: Sight
  answer: Answer
  after: After
}

/** Reads a user and the list of its scope. */
export async function look(admin: V3Caller, subject: Subject, when: string): Promise<Sight> {
  const [get, list] = await Promise.all([
    admin.get(subject.id, scoped(subject, `read ${when}`)),
    admin.list(scoped(subject, `list ${when}`)),
  ])
  return sightOf(subject.id, get, list)
}

/**
 * The same after a removal: until the user is gone, or the time in which a change has to show is over. Where the removal
 * was refused, there is nothing to wait for.
 */
export function lookAfter(
  admin: V3Caller,
  subject: Subject,
  removal: Answer,
  when: string,
  consistencyMs: number,
): Promise<Sight> {
  if (!succeeded(removal)) return look(admin, subject, when)
  return eventually(
    () => look(admin, subject, when),
    ({ user, entry }) => user === undefined && entry === undefined,
    ({ get, list }) => [get, list],
    consistencyMs,
  )
}

/**
 * The same of a user whom nobody may have changed since. Where a change seems to show, it has to stay: a replica that
 * does not know the user yet shows nobody, too.
 */
export function lookUntilAsBefore(
  admin: V3Caller,
  before: SubjectSight,
  when: string,
  consistencyMs: number,
): Promise<Sight> {
  return eventually(
    () => look(admin, before.subject, when),
    (after) => effectOn(before, after) !== 'some',
    ({ get, list }) => [get, list],
    consistencyMs,
    { isTold: false },
  )
}

/** Reads the list of a user's scope alone. */
export async function lookAtList(admin: V3Caller, subject: Subject, when: string): Promise<ListSight> {
  const list = await admin.list(scoped(subject, `list ${when}`))
  return { list, user: undefined, entry: byId(usersOf(list) ?? [], subject.id)[0] }
}

export function sightOf(id: string, get: Answer, list: Answer): Sight {
  return { get, list, user: userOf(get), entry: byId(usersOf(list) ?? [], id)[0] }
}

/** What was to be seen of a removal that must leave its user alone. */
export type Effect = 'none' | 'some' | 'unseen'

/** What happened to a user in between; `unseen` where the target did not show the user well enough to tell. */
export function effectOn(before: Sight, after: Sight): Effect {
  const effects = [
    effectIn(before.user, after.user, succeeded(after.get) || GONE.includes(after.get.status)),
    effectIn(before.entry, after.entry, usersOf(after.list) !== undefined),
  ]
  if (effects.includes('some')) return 'some'
  return effects.includes('unseen') ? 'unseen' : 'none'
}

/** How a target says that somebody is no longer there. */
const GONE = [404, 410]

function effectIn(before: V3User | undefined, after: V3User | undefined, isTold: boolean): Effect {
  if (before === undefined) return after === undefined ? 'unseen' : 'none'
  if (after === undefined) return isTold ? 'some' : 'unseen'
  return changesOf(before, after).length > 0 ? 'some' : 'none'
}

/** Options of a call about a user, in the scope to which the user belongs. */
export function scoped(subject: Subject, purpose: string): { purpose: string; profileId?: string } {
  return { purpose, ...(subject.profileId === undefined ? {} : { profileId: subject.profileId }) }
}
