/** What the suites of every contract assert of an answer. */

import { lateOf } from '../../helpers/http/eventually.ts'
import type { Answer } from '../../model/answer.ts'
import { type Finding, must, quote, should, unreadable } from '../../model/finding.ts'
import { byEmail, byId, changedMembers, idOf, type User } from '../../model/user.ts'
import { isElsewhere, late } from '../scope.ts'
import { onAnswer } from './adapter.ts'
import { expecting } from './expectation.ts'
import { permitted } from './permitted.ts'
import { readerOf } from './readers.ts'
import { refused } from './refusal.ts'

/** A user that is looked for: by id where there is one, else by address. */
export interface Who {
  id?: string
  email?: string
}

function success(answer: Answer, statuses: number[], soft: number[] = []): Finding[] {
  const expected = `status ${statuses.join(' or ')}`
  if (soft.includes(answer.status)) return [should(expected, `status ${answer.status}`)]
  if (statuses.includes(answer.status)) return []
  const finding = must(expected, `status ${answer.status}`)
  // That there is no such user is an answer that says something.
  return [answer.status === 404 ? finding : unreadable(finding)]
}

function included(answer: Answer, who: Who): Finding[] {
  const reader = readerOf(answer)
  const users = reader.users(answer)
  if (!users) return [noList(answer)]
  const found = who.id === undefined ? byEmail(users, who.email ?? '') : byId(users, who.id)
  return found.length > 0
    ? []
    : [must(`the user ${who.email ?? who.id} in the list`, 'a list without it', reader.at.users)]
}

function excluded(answer: Answer, who: Who): Finding[] {
  const reader = readerOf(answer)
  const users = reader.users(answer)
  if (!users) return [noList(answer)]
  const index = users.findIndex(
    (user) =>
      (who.id !== undefined && idOf(user) === who.id) ||
      (who.email !== undefined && byEmail([user], who.email).length > 0),
  )
  return index < 0
    ? []
    : [must(`no user ${who.email ?? who.id} in the list`, 'the user', `${reader.at.users}/${index}`)]
}

function shown(answer: Answer, members: User): Finding[] {
  const reader = readerOf(answer)
  const user = reader.user(answer)
  if (!user) return [unreadable(must('a user', `status ${answer.status} without a user`))]
  if (idOf(user) === undefined && isElsewhere(answer.exchange.operation)) {
    return [unreadable(must('a user', 'a body without an id'))]
  }
  return differing(user, members, reader.at.user).map((finding) => permitted(finding, answer))
}

function listed(answer: Answer, id: string, members: User): Finding[] {
  const reader = readerOf(answer)
  const users = reader.users(answer)
  if (!users) return [noList(answer)]
  const index = users.findIndex((user) => idOf(user) === id)
  const user = users[index]
  if (!user) {
    const isHere = ({ email }: User): boolean => sameText(email, members.email)
    const actual = users.some(isHere) ? 'that address under another id' : 'a list without it'
    const who = typeof members.email === 'string' ? members.email : id
    const finding = must(`the user ${who} in the list`, actual, reader.at.users)
    // Where ids are no texts, nobody can be looked up by one.
    return [users.some((one) => typeof one.id !== 'string') ? unreadable(finding) : finding]
  }
  return differing(user, members, `${reader.at.users}/${index}`)
}

function sameText(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase()
}

/** Compares members; addresses are the same in any letter case. A missing member equals null. */
function differing(user: User, members: User, pointer: string): Finding[] {
  return changedMembers(members, user, Object.keys(members))
    .filter(
      (name) =>
        !(name === 'email' && sameText(user.email, members.email)) &&
        // Whether an id is a text is for the shape to say.
        !(name === 'id' && idOf(user) !== undefined && idOf(user) === idOf(members)),
    )
    .map((name) => {
      // How a target writes a name is its own business, as long as it is the same name.
      const level = name === 'name' && isSameName(members.name, user.name) ? should : must
      return level(quote(members[name]), quote(user[name]), `${pointer}/${name}`)
    })
}

/** Whether two names differ in nothing but letter case, blanks and the way in which letters are composed. */
function isSameName(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false
  const [left, right] = [one, other].map((name) =>
    name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase(),
  )
  return left === right
}

/** What showed only after a while is told, and violates nothing. */
function timely<Args extends unknown[]>(
  find: (answer: Answer, ...args: Args) => Finding[],
): (answer: Answer, ...args: Args) => Finding[] {
  return (answer, ...args) => {
    const lateMs = lateOf(answer)
    if (lateMs !== undefined) late(answer.exchange.id, lateMs)
    return find(answer, ...args)
  }
}

function noList(answer: Answer): Finding {
  return unreadable(must('a list of users', `status ${answer.status} without a list`))
}

/** What checks of every contract assert. */
export const ANSWER_MATCHERS = {
  /** The call was refused as documented. */
  toBeRefused: onAnswer(timely(refused)),
  /** The call succeeded with one of the statuses; a `soft` one is worth a warning. Default 200. */
  toSucceed: onAnswer(
    timely((answer, statuses: number[] = [200], soft?: number[]) => success(answer, statuses, soft)),
  ),
  /** The list has this user. */
  toInclude: onAnswer(timely(included)),
  /** The list does not have this user. */
  toExclude: onAnswer(timely(excluded)),
  /** The answered user has these members. */
  toShow: onAnswer(shown),
  /** The list shows the user `id` with these members. */
  toList: onAnswer(listed),
  toHaveNoBody: onAnswer((answer) => {
    if (answer.empty) return []
    const envelope = answer.status === 200 && readerOf(answer).saysSuccess?.(answer)
    return [(envelope ? should : must)('no body', `a body of ${answer.exchange.response?.body.bytes} bytes`)]
  }),
  /** The answer keeps a promise that the check has evaluated itself. */
  toKeep: onAnswer((_answer, promise: string, holds: boolean, actual: string, pointer?: string) =>
    holds ? [] : [must(promise, actual, pointer)],
  ),
  /** The same for a wish: where it is not met, the requirement gets a warning and the check goes on. */
  toPrefer: onAnswer((_answer, wish: string, holds: boolean, actual: string, pointer?: string) =>
    holds ? [] : [should(wish, actual, pointer)],
  ),
}

/** Asserts an answer of any contract. */
export const expect = expecting(ANSWER_MATCHERS)
