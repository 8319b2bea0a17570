/** What a v3 suite asserts of an answer. Importing this file teaches Vitest's `expect` the matchers. */
import { expect } from 'vitest'
import { type Answer, asObject, succeeded } from '../http/answer.ts'
import {
  byEmail,
  byId,
  changedMembers,
  detailFields,
  errorCode,
  userOf,
  usersOf,
  type V3User,
} from '../v3/user.ts'
import { type Finding, must, onAnswer, quote, should } from './adapter.ts'

/** A refusal: the first status and code are the documented ones, `soft` ones are only worth a warning. */
export interface Refusal {
  status: number | number[]
  /** Statuses that deviate softly. */
  soft?: number[]
  /** Documented codes; a name ending in `_` stands for a family. Not asked for where absent. */
  code?: string | string[]
  /** Codes that deviate softly. */
  softCode?: string[]
}

function refused(answer: Answer, refusal: Refusal): Finding[] {
  const statuses = [refusal.status].flat()
  const soft = refusal.soft ?? []
  const expected = `status ${statuses.join(' or ')}`
  if (!statuses.includes(answer.status) && !soft.includes(answer.status)) {
    return [
      must(
        refusal.code === undefined ? expected : `${expected} with ${[refusal.code].flat().join(' or ')}`,
        `status ${answer.status}`,
      ),
    ]
  }
  const findings = statuses.includes(answer.status) ? [] : [should(expected, `status ${answer.status}`)]
  if (asObject(answer.json)?.success === true)
    findings.push(must('success false', 'success true', '/success'))
  return [...findings, ...wrongCode(answer, refusal)]
}

function wrongCode(answer: Answer, { code, softCode }: Refusal): Finding[] {
  if (code === undefined) return []
  const wanted = [code].flat()
  const got = errorCode(answer)
  if (matches(got, wanted)) return []
  const level = matches(got, softCode ?? []) ? should : must
  return [level(`code ${wanted.join(' or ')}`, quote(got), '/error/code')]
}

function matches(code: string | undefined, wanted: string[]): boolean {
  return code !== undefined && wanted.some((one) => (one.endsWith('_') ? code.startsWith(one) : code === one))
}

function success(answer: Answer, statuses: number[], soft: number[] = []): Finding[] {
  const expected = `status ${statuses.join(' or ')}`
  if (soft.includes(answer.status)) return [should(expected, `status ${answer.status}`)]
  return statuses.includes(answer.status) ? [] : [must(expected, `status ${answer.status}`)]
}

function included(answer: Answer, who: { id?: string; email?: string }): Finding[] {
  const users = usersOf(answer)
  if (!users) return [must('a list of users', `status ${answer.status} without a list`)]
  const found = who.id === undefined ? byEmail(users, who.email ?? '') : byId(users, who.id)
  return found.length > 0
    ? []
    : [must(`the user ${who.email ?? who.id} in the list`, 'a list without it', '/data/users')]
}

function excluded(answer: Answer, who: { id?: string; email?: string }): Finding[] {
  const users = usersOf(answer)
  if (!users) return [must('a list of users', `status ${answer.status} without a list`)]
  const index = users.findIndex(
    (user) => user.id === who.id || (who.email !== undefined && byEmail([user], who.email).length > 0),
  )
  return index < 0
    ? []
    : [must(`no user ${who.email ?? who.id} in the list`, 'the user', `/data/users/${index}`)]
}

function shown(answer: Answer, members: V3User): Finding[] {
  const user = userOf(answer)
  if (!user) return [must('a user', `status ${answer.status} without a user`)]
  return differing(user, members, '/data')
}

function listed(answer: Answer, id: string, members: V3User): Finding[] {
  const users = usersOf(answer)
  if (!users) return [must('a list of users', `status ${answer.status} without a list`)]
  const index = users.findIndex((user) => user.id === id)
  const user = users[index]
  if (!user) return [must('the user in the list', 'a list without it', '/data/users')]
  return differing(user, members, `/data/users/${index}`)
}

/** Compares members; addresses are the same in any letter case. A missing member equals null. */
function differing(user: V3User, members: V3User, pointer: string): Finding[] {
  return changedMembers(members, user, Object.keys(members))
    .filter(
      (name) =>
        !(name === 'email' && String(user.email).toLowerCase() === String(members.email).toLowerCase()),
    )
    .map((name) => must(quote(members[name]), quote(user[name]), `${pointer}/${name}`))
}

function namedFields(answer: Answer, fields: string[]): Finding[] {
  const named = detailFields(answer)
  const missing = fields.filter((field) => !named.includes(field))
  return missing.length === 0
    ? []
    : [
        must(
          `details that name ${fields.join(', ')}`,
          named.length ? `only ${named.join(', ')}` : 'none of them',
          '/error/details',
        ),
      ]
}

expect.extend({
  toBeRefused: onAnswer(refused),
  toSucceed: onAnswer((answer, statuses: number[] = [200], soft?: number[]) =>
    success(answer, statuses, soft),
  ),
  toInclude: onAnswer(included),
  toExclude: onAnswer(excluded),
  toShow: onAnswer(shown),
  toList: onAnswer(listed),
  toNameFields: onAnswer(namedFields),
  toCarryHeader: onAnswer((answer, name: string, value: string) => {
    const got = answer.headers[name.toLowerCase()]
    return got?.toLowerCase() === value.toLowerCase() ? [] : [must(`header ${name}: ${value}`, quote(got))]
  }),
  toHaveNoBody: onAnswer((answer) => {
    if (answer.text === '') return []
    const envelope = answer.status === 200 && asObject(answer.json)?.success === true
    return [(envelope ? should : must)('no body', `a body of ${answer.exchange.response?.body.bytes} bytes`)]
  }),
  toKeep: onAnswer((_answer, promise: string, holds: boolean, actual: string, pointer?: string) =>
    holds ? [] : [must(promise, actual, pointer)],
  ),
})

interface V3Matchers<R> {
  /** The call was refused as documented. */
  toBeRefused(refusal: Refusal): R
  /** The call succeeded with one of the statuses; a `soft` one is worth a warning. Default 200. */
  toSucceed(statuses?: number[], soft?: number[]): R
  /** The list has this user. */
  toInclude(who: { id?: string; email?: string }): R
  /** The list does not have this user. */
  toExclude(who: { id?: string; email?: string }): R
  /** The answered user has these members. */
  toShow(members: V3User): R
  /** The list shows the user `id` with these members. */
  toList(id: string, members: V3User): R
  /** The refusal's details name these fields. */
  toNameFields(fields: string[]): R
  toCarryHeader(name: string, value: string): R
  toHaveNoBody(): R
  /** The answer keeps a promise that the check has evaluated itself. */
  toKeep(promise: string, holds: boolean, actual: string, pointer?: string): R
}

declare module 'vitest' {
  interface Matchers<T> extends V3Matchers<T> {}
}

export { expect, succeeded }
